/** What the forms about posts share: how what they record is taken back. */
import { call } from '../../../shell/api.ts';
import { useSheetRecording, type SheetRecording } from '../../../shell/recording.ts';
import { postContract } from '../post.contract.ts';

export function usePostRecording(onClose: () => void, fieldOfCode: Readonly<Record<string, string>>): SheetRecording {
  return useSheetRecording({ onClose, fieldOfCode, undo: (actId) => call(postContract.undo, { actId }) });
}
