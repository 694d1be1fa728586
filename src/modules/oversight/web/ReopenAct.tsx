/** Takes the end of an assignment back, where that can be: on its own page and on that of the hand-over file, where who ended it lands. */
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { oversightContract } from '../oversight.contract.ts';
import { useOversightRecording } from './oversight.recording.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import type { WholeAssignment } from './oversight.words.ts';

export function ReopenAct({ assignment: { id, version, may } }: { readonly assignment: Pick<WholeAssignment, 'id' | 'version' | 'may'> }) {
  const { t } = useText();
  const { busy, record } = useOversightRecording();
  if (!may.includes('reopen')) return null;
  return <Act busy={busy} onPress={() => void record(() => call(oversightContract.reopen, { id, version }), { told: t(texts.reopened) })}>{t(texts.reopen)}</Act>;
}
