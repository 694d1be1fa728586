/** The short story at the head of a person's page: cell, posts and Party age on the day. */
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { day as asDay, holdsOn, type Day } from '../../../platform/day.ts';
import { Card } from '../../../ui/Card.tsx';
import { Facts, type Fact } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { cellOn, departureOn, guestCellOn } from '../../membership/web/membership.state.ts';
import { postName } from '../../posts/web/post.words.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import type { personPage } from '../person.contract.ts';
import { ageOn } from '../person.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import { standingWords } from './standing.ts';
import classes from './people.module.css';

type Person = z.output<typeof personPage>;

export function PersonStory({ person, on }: { readonly person: Person; readonly on: string }) {
  const writing = useText();
  const { t } = writing;
  const day = asDay(on);
  const hasLeft = departureOn(person, day) !== undefined;
  const guest = guestCellOn(person, day);
  const facts: Fact[] = [
    { label: t(texts.storyPosts), value: <PostsNow person={person} on={day} /> },
    hasLeft ? { label: t(texts.storyStanding), value: standingWords(person, { on: day, writing }) } : { label: t(texts.storyCell), value: <Place placement={cellOn(person, day)} /> },
    ...(guest ? [{ label: t(texts.storyGuest), value: <Place placement={guest} /> }] : []),
    ...(person.status === 'none' ? [] : [{ label: t(texts.storyPartyAge), value: <PartyAge person={person} on={day} /> }]),
  ];
  return <Card><Facts facts={facts} /></Card>;
}

function PostsNow({ person, on }: { readonly person: Person; readonly on: Day }): ReactNode {
  const { t, language } = useText();
  const now = person.tenures.filter(({ period }) => holdsOn(period, on));
  if (now.length === 0) return t(texts.noPosts);
  return (
    <ul className={classes.lines}>
      {now.map((tenure) => (
        <li key={tenure.id}>{postName(tenure, language)}, <PageLink href={unitHref(tenure.unit.id)}>{tenure.unit.name}</PageLink> <span className={classes.soft}><Span period={tenure.period} /></span></li>
      ))}
    </ul>
  );
}

/** The last day still counts: somebody whose tenure ends today holds the post, and it is said until when. */
function Span({ period }: { readonly period: Person['tenures'][number]['period'] }) {
  const { t, day } = useText();
  const from = t(texts.storySince, { day: day(period.from) });
  return <>{period.to === null ? from : t(texts.storySpan, { from, to: day(period.to) })}</>;
}

function Place({ placement }: { readonly placement: Person['placements'][number] | undefined }) {
  const { t, day } = useText();
  if (!placement) return t(texts.noCell);
  return <><PageLink href={unitHref(placement.cell.id)}>{placement.cell.name}</PageLink> <span className={classes.soft}>{t(texts.storySince, { day: day(placement.period.from) })}</span></>;
}

/** Full years since recognition count from admission, as the badge does. */
function PartyAge({ person, on }: { readonly person: Person; readonly on: Day }) {
  const { t, day } = useText();
  const membership = person.memberships.find(({ period }) => holdsOn(period, on));
  if (!membership) return '–';
  const years = ageOn({ on: membership.period.from, precision: 'day' }, on);
  return <>{years === 0 ? t(texts.underYear) : t(texts.years, { count: years })} <span className={classes.soft}>{t(texts.storySince, { day: day(membership.period.from) })}</span></>;
}
