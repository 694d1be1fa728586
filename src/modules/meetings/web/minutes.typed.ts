/** What was typed into the minutes and is not saved yet, beside what stood there when it was begun. Pure. */
import type { SeenMinutes } from '../meeting.changed.ts';
import type { OfficialRole } from '../meeting.kinds.ts';
import { textNaming } from '../meeting.officials.ts';
import type { Official } from '../meeting.ts';

export interface Typed {
  readonly text: string;
  /** Somebody else's newer text would be overwritten: this is the one that stood there when it began to be typed. */
  readonly since: SeenMinutes;
}

export interface Appointed {
  readonly role: OfficialRole;
  readonly before: Official | null;
  readonly after: Official | null;
}

/** On a slow line these are told late: they begin with what is typed by then. */
export type Turn = (now: Typed | undefined) => Typed | undefined;

export function typing(text: string, stands: SeenMinutes): Turn {
  return (now) => ({ text, since: now?.since ?? stands });
}

/** In a text that a person has in hand already; the draft names them by itself. */
export function naming(appointed: Appointed, stands: SeenMinutes): Turn {
  return (now) => {
    const own = now?.text ?? stands.text;
    const named = own && textNaming(own, appointed);
    return named && named !== own ? typing(named, stands)(now) : now;
  };
}

/** Whatever was typed meanwhile goes on from the text that was saved; that one is shown until the page has it. */
export function saving(text: string): Turn {
  return (now) => ({ text: now?.text ?? text, since: { text, isStale: false } });
}

/** Looked at, and to be written over with what is typed. */
export function keeping(stands: SeenMinutes): Turn {
  return (now) => now && { ...now, since: stands };
}

/** Something else than what the typed text was begun with. */
export function isOther(now: Typed | undefined, stands: SeenMinutes): boolean {
  return now !== undefined && now.text !== stands.text && now.since.text !== stands.text;
}

/** Once the page has another text: typed is only what differs from it and from what it was begun with. */
export function comparing(stands: SeenMinutes): Turn {
  return (now) => (now?.text === stands.text || now?.text === now?.since.text ? undefined : now);
}
