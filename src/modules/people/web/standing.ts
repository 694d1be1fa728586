/** What somebody is to the Party on a day, in words: full, probationary, not yet, no longer. Pure. */
import type { Day } from '../../../platform/day.ts';
import type { Writing } from '../../../ui/language.tsx';
import { departureOn, type Spells } from '../../membership/web/membership.state.ts';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';
import type { memberStatuses } from '../person.contract.ts';
import { personTexts } from '../person.messages.ts';
import { peopleWeb as texts } from './people.web.messages.ts';

type Standing = Pick<Spells, 'memberships'> & { readonly status: (typeof memberStatuses)[number] };

export function standingWords(person: Standing, { on, writing: { t, day } }: { on: Day; writing: Pick<Writing, 't' | 'day'> }): string {
  const left = person.status === 'none' ? departureOn(person, on) : undefined;
  if (!left) return t(personTexts[`status.${person.status}`]);
  const reason = t(membershipWeb[`end.${left.reason}`]);
  // Whoever was transferred to where these books don't reach is a member there.
  return t(left.reason === 'transferred_out' ? texts.noLongerHere : texts.noLongerMember, { day: day(left.since), reason: `${reason.slice(0, 1).toLowerCase()}${reason.slice(1)}` });
}
