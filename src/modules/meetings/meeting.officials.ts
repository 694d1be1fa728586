/**
 * Who leads a meeting and who writes its minutes: noted while it is open or closed, with the name as it is to stand on paper, as a
 * guest's is. Both may stay blank: what is entered late or imported often does not tell them. Pure.
 */
import type { Id } from '../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import { exactKey } from '../../platform/text/fold.ts';
import type { PostKind } from '../posts/post.kinds.ts';
import { unlessOther, type Single } from './meeting.changed.ts';
import { officialNames, officialRoles, type OfficialRole } from './meeting.kinds.ts';
import type { WholeMeeting } from './meeting.record.ts';
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

/** What is known when it is opened; who was noted before stays. Who leads does not write. Of one that is entered late it is not known. */
export function withOfficials(meeting: Meeting | Refusal, proposed: Partial<Pick<Meeting, OfficialRole>>): Meeting | Refusal {
  if (isRefusal(meeting)) return meeting;
  const { chair, writer } = meeting.isLate ? {} : proposed;
  const leads = meeting.chair ?? chair ?? null;
  const writes = meeting.writer ?? writer ?? null;
  const isSame = Boolean(writes?.personId) && writes?.personId === leads?.personId;
  const wereBothNoted = meeting.chair !== null && meeting.writer !== null;
  return { ...meeting, chair: leads, writer: isSame && !wereBothNoted ? null : writes };
}

/** With the opening its proposal is taken back, whatever the one proposed was marked since; whom somebody chose instead stays. */
export function withoutProposal(meeting: Meeting, holders: readonly Holder[]): Meeting {
  const { kind, chair } = meeting;
  const roll = meeting.roll.map((one) => (one.personId === chair?.personId ? { ...one, mark: null } : one));
  const isProposal = chair !== null && chair.personId !== null && chair.personId === likelyChair({ kind, roll }, holders);
  return isProposal ? { ...meeting, chair: null } : meeting;
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

/** Who is to be looked at before the text is adopted: named nowhere, in the text otherwise than noted, or noted although away. */
export function officialsMissing(meeting: Pick<WholeMeeting, OfficialRole | 'roll'>, text: string): OfficialRole[] {
  return officialRoles.filter((role) => !isNamed(meeting[role], saidOf(role, text)) || isAway(meeting, meeting[role]));
}

function isAway({ roll }: Pick<WholeMeeting, 'roll'>, who: Official | null): boolean {
  return roll.some(({ person, mark }) => person.id === who?.personId && (mark === 'excused' || mark === 'absent'));
}

function isNamed(who: Official | null, said: string | undefined): boolean {
  return said === undefined ? Boolean(who) : said !== '' && (!who || isSaid(who.name, said));
}

/** What stands on the first line of the role; empty where that is dotted, undefined where there is no such line. */
function saidOf(role: OfficialRole, text: string): string | undefined {
  const label = `${exactKey(officialNames[role].vi)}:`;
  const line = text.split('\n').map((one) => exactKey(one).replace(/^[-–•*+] ?/u, '').replace(' :', ':')).find((one) => one.startsWith(label));
  const said = line?.slice(label.length);
  return said !== undefined && (/…{2}|\.{4}/u.test(said) || wordsOf(said).trim() === '') ? '' : said;
}

/** With or without the post behind the name; by the given name alone as well. */
function isSaid(name: string, said: string): boolean {
  const noted = wordsOf(name);
  const alone = wordsOf(said.split(/[,;(–]| - /u)[0]!);
  return wordsOf(said).includes(noted) || (alone.trim() !== '' && noted.endsWith(alone));
}

/** Lower-case words with a space around each, so that no name is found within another one. */
function wordsOf(text: string): string {
  const words = exactKey(text).replace(/^(?:(?:đồng chí|đ\/c|ông|bà)(?: |$))+/u, '').match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).join(' ')} `;
}
