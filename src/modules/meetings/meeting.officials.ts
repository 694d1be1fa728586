/**
 * Who leads a meeting and who writes its minutes: noted while it is open or closed, with the name as it is to stand on paper, as a
 * guest's is. Both may stay blank: what is entered late or imported often does not tell them. Pure.
 */
import type { Id } from '../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import type { PostKind } from '../posts/post.kinds.ts';
import { unlessOther, type Single } from './meeting.changed.ts';
import { officialRoles, type OfficialRole } from './meeting.kinds.ts';
import { standingPosts } from './meeting.roster.ts';
import { refuseIn, type Meeting, type Official } from './meeting.ts';

export interface Appointment {
  readonly role: OfficialRole;
  readonly who: Official | null;
  /** Who stood there when this one was chosen, where that is to be compared. */
  readonly seen?: Official | null | undefined;
}

/** Until the minutes are adopted; a second one who saw another there is asked. */
export function appointSeen(meeting: Meeting, { role, who, seen }: Appointment): Meeting | Refusal {
  const isStill = meeting.progress.is === 'open' || meeting.progress.is === 'closed';
  return isStill ? unlessOther(meeting, { ...meeting, [role]: who }, { of: officialOf(role), seen }) : refuseIn(meeting);
}

export function officialOf(role: OfficialRole): Single<Official | null> {
  return { key: role, find: (meeting) => meeting[role] };
}

/** What is known when it is opened; who was noted before stays. Who leads does not write. */
export function withOfficials(meeting: Meeting | Refusal, { chair, writer }: Partial<Pick<Meeting, OfficialRole>>): Meeting | Refusal {
  if (isRefusal(meeting)) return meeting;
  const leads = meeting.chair ?? chair ?? null;
  const isLeader = Boolean(writer?.personId) && writer?.personId === leads?.personId;
  return { ...meeting, chair: leads, writer: meeting.writer ?? (isLeader ? null : writer ?? null) };
}

export interface Holder {
  readonly kind: PostKind;
  readonly personId: Id<'person'>;
}

/** Who is likely to lead it: the secretary, else a deputy, of those expected who are not excused already. With guests from above somebody of theirs does. */
export function likelyChair({ kind, roll }: Pick<Meeting, 'kind' | 'roll'>, holders: readonly Holder[]): Id<'person'> | undefined {
  if (kind === 'working_session') return undefined;
  const able = new Set(roll.filter(({ basis, mark }) => basis === 'expected' && mark !== 'excused').map(({ personId }) => personId));
  for (const post of standingPosts) {
    const holder = holders.find((one) => one.kind === post && able.has(one.personId));
    if (holder) return holder.personId;
  }
  return undefined;
}

const drafted: Readonly<Record<OfficialRole, string>> = { chair: 'Chủ trì: đồng chí ', writer: 'Thư ký: đồng chí ' };

/** Dots to be filled in by hand, where nobody was named. */
export const blank = '…………………………';

/** As the minutes begin. */
export function officialLine(role: OfficialRole, who: Official | null): string {
  return `${drafted[role]}${who?.name ?? blank}`;
}

/** Minutes that name the one before name the next; where a person has worded it otherwise they stay as they are. */
export function textNaming(text: string, { role, before, after }: { readonly role: OfficialRole; readonly before: Official | null; readonly after: Official | null }): string {
  const old = officialLine(role, before);
  return text.split('\n').map((line) => (line.trim() === old ? officialLine(role, after) : line)).join('\n');
}

/** Who is nowhere named: neither noted, or still dotted in the text that is to be adopted. */
export function officialsMissing(meeting: Pick<Meeting, OfficialRole>, text: string): OfficialRole[] {
  const lines = text.split('\n').map((line) => line.trim());
  return officialRoles.filter((role) => !meeting[role] || lines.some((line) => line.startsWith(drafted[role]) && line.includes('……')));
}
