/** Where one is signed in, and ending what is not one's own. */
import { useAct, useProcedure } from '../../shell/api.ts';
import { useText } from '../../ui/language.tsx';
import { Act } from '../../ui/Act.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { deviceOf } from './access.words.ts';

export function OwnSessions() {
  const { t, moment } = useText();
  const tell = useUndo();
  const sessions = useProcedure(accessContract.sessions, {});
  const revoke = useAct(accessContract.revokeSession, { touches: ['events'] });
  const nameOf = (userAgent: string) => {
    const device = deviceOf(userAgent);
    return device ? t(texts.deviceOn, { ...device }) : t(texts.unknownDevice);
  };
  const end = async (id: string, device: string) => {
    await revoke.mutateAsync({ id });
    tell({ text: t(texts.sessionEnded, { device }) });
  };
  const problem = sessions.error ?? revoke.error;
  return (
    <Section title={t(texts.sessions)} description={t(texts.sessionsAbout)}>
      {problem && <ProblemNotice problem={problem} onRetry={() => void sessions.refetch()} />}
      <DataTable
        label={t(texts.sessionsTable)} rows={sessions.data?.items} rowId={(row) => row.id} rowName={(row) => nameOf(row.device)}
        columns={[
          { id: 'device', title: t(texts.device), priority: 1, cell: (row) => nameOf(row.device) },
          { id: 'since', title: t(texts.since), priority: 2, cell: (row) => moment(row.since) },
          { id: 'seen', title: t(texts.seen), priority: 2, cell: (row) => moment(row.seen) },
          {
            id: 'act', title: t(texts.endSession), priority: 2,
            cell: (row) => (row.current
              ? <StatusMark status="done" label={t(texts.thisDevice)} />
              : <Act onPress={() => void end(row.id, nameOf(row.device)).catch(() => undefined)} aria-label={t(texts.endSessionOf, { device: nameOf(row.device) })}>{t(texts.endSession)}</Act>),
          },
        ]}
      />
    </Section>
  );
}
