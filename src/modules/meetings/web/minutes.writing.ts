/** The text of the minutes while it is written: the saved one, else the draft; saved with what was saved when it was begun. */
import { useEffect, useRef, useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import type { SeenMinutes } from '../meeting.changed.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { OfficialRole } from '../meeting.kinds.ts';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';
import { comparing, isOther, keeping, naming, saving, typing, type Appointed, type Typed } from './minutes.typed.ts';

export interface MinutesWriting {
  /** Undefined until saved text or draft is there. */
  readonly text: string | undefined;
  /** The same, with what stood there when it was begun. */
  readonly inHand: Typed | undefined;
  readonly standing: 'isDraft' | 'isChanged' | 'isSaved';
  readonly type: (text: string) => void;
  /** What is in hand, unless something else was looked at. */
  readonly save: (looked?: Typed) => Promise<boolean>;
  readonly isSaving: boolean;
  readonly draftAgain: () => void;
  /** What another device saved since the text in hand was begun, and what may become of it. */
  readonly other: { readonly text: string; readonly keepMine: () => void; readonly takeTheirs: () => void } | undefined;
  /** In a text that a person has in hand already; the draft names them by itself. */
  readonly nameIn: (role: OfficialRole, change: Omit<Appointed, 'role'>) => void;
  readonly problem: unknown;
}

export function useMinutesWriting(live: LiveMeeting): MinutesWriting {
  const { meeting, mayRecord } = live;
  const { note, isSending: isSaving } = useNoting(live);
  const { t } = useText();
  const offer = useUndo();
  const { id, text: saved, isTextStale } = meeting;
  const isWritten = meeting.state === 'closed' && mayRecord;
  const draft = useProcedure(meetingContract.draft, { id }, { enabled: isWritten });
  const [typed, turn] = useState<Typed>();
  const text = typed?.text ?? saved ?? draft.data?.text;
  // What was saved before the meeting was opened again is to be looked over and saved once more.
  const standing = saved === null ? 'isDraft' : !isTextStale && text === saved ? 'isSaved' : 'isChanged';

  const stands: SeenMinutes = { text: saved, isStale: isTextStale };
  // Whoever waited for the line is told of what stands there now.
  const latest = useRef(stands);
  latest.current = stands;
  useEffect(() => turn(comparing({ text: saved, isStale: isTextStale })), [saved, isTextStale]);

  const inHand = text === undefined ? undefined : { text, since: typed?.since ?? stands };
  const write = (next: string) => turn(typing(next, stands));
  const save: MinutesWriting['save'] = async (looked = inHand) => {
    if (looked === undefined) return false;
    const { text: sent, since: seen } = looked;
    const send = () => call(meetingContract.writeMinutes, { id, text: sent, seen });
    const back = { id, text: saved ?? '', seen: { text: sent, isStale: false } };
    const done = await note({ send, told: t(texts.saved), ...(saved === null ? {} : { undo: () => call(meetingContract.writeMinutes, back) }) });
    if (done) turn(saving(sent));
    return done;
  };
  const draftAgain = () => {
    const before = typed;
    if (draft.data) write(draft.data.text);
    offer({ text: t(texts.draftedAgain), undo: () => turn(before) });
  };
  const nameIn: MinutesWriting['nameIn'] = (role, change) => turn(naming({ role, ...change }, latest.current));
  const takeTheirs = () => {
    const before = typed;
    turn(undefined);
    offer({ text: t(texts.tookTheirs), undo: () => turn(before) });
  };
  const other = isOther(typed, stands) && saved !== null ? { text: saved, keepMine: () => turn(keeping(stands)), takeTheirs } : undefined;
  return { text, inHand, other, standing, type: write, save, isSaving, draftAgain, nameIn, problem: draft.error };
}
