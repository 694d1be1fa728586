/** What the acts on petitions share: send, then ask afresh for petitions and what shows them, and offer to take it back. */
import { useContext } from 'react';
import { call } from '../../../shell/api.ts';
import { ConnectionContext } from '../../../shell/Banners.tsx';
import { usePhoneState } from '../../../shell/offline.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { petitionContract } from '../petition.contract.ts';
import { petitionsWeb } from './petitions.web.messages.ts';

export interface Done {
  readonly id: string;
  readonly version: number;
}

interface Telling<One> {
  /** Said once it is recorded. */
  readonly told: string | ((done: One) => string);
  readonly undo?: (done: One) => Promise<unknown>;
}

const TOUCHED = ['petitions', 'attention', 'figures', 'tasks', 'events', 'meetings'];

/** Which field of the form a refusal is about. */
const fieldOfCode = {
  'petitions.inFuture': 'raisedOn', 'petitions.topicUnknown': 'topic', 'petitions.onlyOfResidents': 'source', 'petitions.noOffice': 'unitId', 'petitions.bodyUnknown': 'bodyId', 'petitions.sameBody': 'bodyId', 'petitions.planNeedsDay': 'plannedOn', 'petitions.planInPast': 'plannedOn',
  'petitions.fileTooLarge': 'file', 'petitions.fileUnknown': 'file', 'petitions.tooManyFiles': 'file', 'petitions.leadUnknown': 'leadId', 'petitions.topicTaken': 'code', 'petitions.parentUnknown': 'parent', 'petitions.competenceTaken': 'from', 'petitions.bodyMissing': 'bodyKind', 'petitions.endsBeforeStart': 'lastDay',
} as const;

export function usePetitionRecording<One = Done>({ onDone }: { readonly onDone?: (done: One) => void } = {}) {
  const recording = useRecording<One>(TOUCHED);
  const undoing = useRecording<unknown>(TOUCHED);
  const offer = useUndo();
  const phone = usePhoneState();
  const connection = useContext(ConnectionContext);
  const { t } = useText();
  const fault = useFieldFault(recording.error, fieldOfCode);
  const record = async (send: () => Promise<One>, { told, undo }: Telling<One>) => {
    const done = await recording.mutateAsync(send).catch(() => undefined);
    if (done === undefined) return;
    onDone?.(done);
    const isKept = phone?.is === 'open' && !connection.isReachable();
    offer({ text: isKept ? t(petitionsWeb.keptHere) : typeof told === 'string' ? told : told(done), ...(undo ? { undo: () => undoing.mutateAsync(() => undo(done)) } : {}) });
  };
  return { busy: recording.isPending, problem: recording.error, fault, record };
}

/** For steps that stand alone: the server knows how it was before. */
export function takenBack({ id, version }: Done): Promise<unknown> {
  return call(petitionContract.takeBack, { id, version });
}
