/** The text of the minutes while it is written: the saved one, else the draft; saved with what was saved when it was begun. */
import { useEffect, useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import type { SeenMinutes } from '../meeting.changed.ts';
import { meetingContract } from '../meeting.contract.ts';
import type { OfficialRole } from '../meeting.kinds.ts';
import { textNaming } from '../meeting.officials.ts';
import type { Official } from '../meeting.ts';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { heldTexts as texts } from './meeting.held.messages.ts';

export interface MinutesWriting {
  /** Undefined until saved text or draft is there. */
  readonly text: string | undefined;
  readonly standing: 'isDraft' | 'isChanged' | 'isSaved';
  readonly type: (text: string) => void;
  readonly save: () => Promise<boolean>;
  readonly isSaving: boolean;
  readonly draftAgain: () => void;
  /** In a text that a person has in hand already; the draft names them by itself. */
  readonly nameIn: (role: OfficialRole, change: { readonly before: Official | null; readonly after: Official | null }) => void;
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
  const [typed, type] = useState<string>();
  // Somebody else's newer text would be overwritten: this is the one that stood there when it began to be typed.
  const [since, setSince] = useState<SeenMinutes>();
  useEffect(() => { if (typed === undefined) setSince(undefined); }, [typed]);
  const text = typed ?? saved ?? draft.data?.text;
  // What was saved before the meeting was opened again is to be looked over and saved once more.
  const standing = saved === null ? 'isDraft' : !isTextStale && (typed === undefined || typed === saved) ? 'isSaved' : 'isChanged';

  const stands: SeenMinutes = { text: saved, isStale: isTextStale };
  const write = (next: string) => {
    if (since === undefined) setSince(stands);
    type(next);
  };
  const save = async () => {
    if (text === undefined) return false;
    const seen = since ?? stands;
    const send = () => call(meetingContract.writeMinutes, { id, text, seen });
    const back = { id, text: saved ?? '', seen: { text, isStale: false } };
    const done = await note({ send, told: t(texts.saved), ...(saved === null ? {} : { undo: () => call(meetingContract.writeMinutes, back) }) });
    if (done) type(undefined);
    return done;
  };
  const draftAgain = () => {
    const before = typed;
    if (draft.data) write(draft.data.text);
    offer({ text: t(texts.draftedAgain), undo: () => type(before) });
  };
  const nameIn: MinutesWriting['nameIn'] = (role, change) => {
    const own = typed ?? saved;
    const named = own && textNaming(own, { role, ...change });
    if (named && named !== own) write(named);
  };
  return { text, standing, type: write, save, isSaving, draftAgain, nameIn, problem: draft.error };
}
