/**
 * One meeting while it is worked on. What is tapped shows at once and is sent in its turn; what is refused goes back and
 * says why. Several taps in a row are asked for afresh once, when the last of them has been answered.
 */
import { replaceEqualDeep, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { moduleOf, useProcedure } from '../../../shell/api.ts';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { meetingContract } from '../meeting.contract.ts';
import type { Guess } from './meeting.guess.ts';
import type { WholeMeeting } from './meeting.words.ts';

/** What acts on meetings change. */
export const TOUCHED: readonly string[] = ['meetings', 'tasks', 'figures', 'events'];

export interface Step {
  readonly send: () => Promise<unknown>;
  readonly guess?: Guess;
  /** Said afterwards, with the way back if there is one. */
  readonly told?: string;
  readonly undo?: () => Promise<unknown>;
}

export interface LiveMeeting {
  readonly meeting: WholeMeeting;
  readonly mayRecord: boolean;
  /** @returns whether it was recorded. */
  readonly note: (step: Step) => Promise<boolean>;
  readonly problem: unknown;
  readonly forgetProblem: () => void;
}

interface Waiting {
  readonly guess: Guess;
  isAnswered: boolean;
}

export function useLiveMeeting(id: string) {
  const asked = useProcedure(meetingContract.meeting, { id });
  const { waiting, note, problem, forgetProblem } = useLine();
  // What a tap leaves alone stays the same object: old phones draw anew only the row that was tapped.
  const meeting = useMemo(() => asked.data && waiting.reduce((shown, { guess }) => replaceEqualDeep(shown, guess(shown)), asked.data), [asked.data, waiting]);
  const live = useMemo<LiveMeeting | undefined>(
    () => meeting && { meeting, mayRecord: meeting.may.includes('meeting.record'), note, problem, forgetProblem }, [meeting, note, problem, forgetProblem],
  );
  return { live, error: asked.error, retry: () => void asked.refetch() };
}

/** One after the other, in the order of the taps. */
function useLine() {
  const client = useQueryClient();
  const offer = useUndo();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const line = useRef<{ last: Promise<unknown>; length: number; turns: number }>({ last: Promise.resolve(), length: 0, turns: 0 });

  const endOfTurn = useCallback(async () => {
    line.current.length -= 1;
    if (line.current.length > 0) return;
    const turn = ++line.current.turns;
    await askAfresh(client);
    // Something sent meanwhile asks afresh itself: until then all stays shown.
    if (line.current.length === 0 && turn === line.current.turns) setWaiting((before) => before.filter(({ isAnswered }) => !isAnswered));
  }, [client]);

  const send = useCallback(async ({ guess, send: call }: Pick<Step, 'guess' | 'send'>) => {
    const entry: Waiting = { guess: guess ?? same, isAnswered: false };
    setWaiting((before) => [...before, entry]);
    setProblem(undefined);
    line.current.length += 1;
    const answer = line.current.last.then(call);
    line.current.last = answer.catch(() => undefined);
    try {
      await answer;
      entry.isAnswered = true;
    } catch (error) {
      setWaiting((before) => before.filter((one) => one !== entry));
      await endOfTurn();
      throw error;
    }
    const shown = endOfTurn();
    // What was guessed stands there already; what only the server can tell is waited for.
    if (!guess) await shown;
  }, [endOfTurn]);

  const note = useCallback(async ({ told, undo, ...step }: Step) => {
    try {
      await send(step);
    } catch (error) {
      setProblem(error);
      // The refusal stands where the message would lie.
      offer();
      return false;
    }
    offer(told ? { text: told, ...(undo ? { undo: () => send({ send: undo }) } : {}) } : undefined);
    return true;
  }, [offer, send]);

  return { waiting, note, problem, forgetProblem: useCallback(() => setProblem(undefined), []) };
}

/** For one form: busy while what it noted itself is on its way, whatever else was tapped before and has no answer yet. */
export function useNoting({ note }: Pick<LiveMeeting, 'note'>) {
  const [isSending, setSending] = useState(false);
  const noting = useCallback(async (step: Step) => {
    setSending(true);
    try {
      return await note(step);
    } finally {
      setSending(false);
    }
  }, [note]);
  return { note: noting, isSending };
}

export function askAfresh(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.includes(moduleOf(String(queryKey[0]))) });
}

function same(meeting: WholeMeeting): WholeMeeting {
  return meeting;
}
