/** One's own devices that work without signal, and emptying one from afar. */
import { useAct, useProcedure } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark, type Status } from '../../ui/StatusMark.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { syncContract } from '../sync.contract.ts';
import { prepareTexts as texts } from './sync.prepare.messages.ts';
import { waitingTexts } from './sync.waiting.messages.ts';

const STATES = {
  active: { status: 'done', words: texts.active },
  wipe_asked: { status: 'due-soon', words: texts.wipeAsked },
  wiped: { status: 'silent', words: texts.wiped },
} as const satisfies Record<string, { readonly status: Status; readonly words: unknown }>;

/** Nothing where there is no device and the account could prepare none. */
export function DevicesSection() {
  const { t, moment } = useText();
  const tell = useUndo();
  const mayPrepare = useMayVisit('task.report');
  const devices = useProcedure(syncContract.devices, {});
  const forget = useAct(syncContract.forget, { touches: ['events'] });
  const rows = devices.data?.items;
  if (!mayPrepare && !rows?.length) return null;
  const empty = async ({ id, name }: NonNullable<typeof rows>[number]) => {
    await forget.mutateAsync({ deviceId: id });
    tell({ text: t(texts.forgotten, { device: name }) });
  };
  return (
    <Section title={t(texts.devices)} description={t(texts.devicesAbout)}>
      {devices.error && <ProblemNotice problem={devices.error} onRetry={() => void devices.refetch()} />}
      {!(devices.error && !rows) && (
        <DataTable
          label={t(texts.devices)} rows={rows} rowId={(row) => row.id} rowName={(row) => row.name}
          empty={<EmptyState title={t(texts.noDevices)} why={t(texts.noDevicesWhy)} act={<Act href="/khong-can-mang">{t(waitingTexts.offAct)}</Act>} />}
          columns={[
            { id: 'device', title: t(texts.device), priority: 1, cell: (row) => row.name },
            { id: 'enrolled', title: t(texts.enrolled), priority: 2, cell: (row) => moment(row.enrolledAt) },
            { id: 'seen', title: t(texts.seen), priority: 2, cell: (row) => moment(row.seenAt) },
            { id: 'state', title: t(texts.deviceState), priority: 2, cell: (row) => <StatusMark status={STATES[row.state].status} label={t(STATES[row.state].words)} /> },
            {
              id: 'act', title: t(texts.acts), priority: 2,
              cell: (row) => (row.state !== 'active' ? '–' : <ConfirmAct label={t(texts.forget)} title={t(texts.forgetTitle, { device: row.name })} consequence={t(texts.forgetWhy)} confirm={t(texts.forget)} onConfirm={() => empty(row)} />),
            },
          ]}
        />
      )}
    </Section>
  );
}
