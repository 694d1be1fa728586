/** Roles held: those of one account, or those at one unit (or all within reach), with giving and taking back. */
import { Checkbox } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { useAct, useRows } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { useAddressValue } from '../../ui/address.ts';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import type { LookupChoice } from '../../ui/Lookup.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Column } from '../../ui/table.ts';
import { useUndo } from '../../ui/UndoToast.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { UNIT_PARAM } from '../../modules/membership/web/UnitFilter.tsx';
import { assignmentContract, type assignmentSchema } from '../assignment.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { accountHref, roleName } from './access.words.ts';
import { GrantSheet } from './GrantSheet.tsx';
import classes from './access.module.css';

type Assignment = z.output<typeof assignmentSchema>;

const SHOW = 'hien';
const ENDED = 'ca-het';

interface AssignmentSectionProps {
  readonly account?: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly unit?: LookupChoice | undefined;
  readonly mayGrant: boolean;
  readonly title?: string;
}

export function AssignmentSection({ account, unit, mayGrant, title }: AssignmentSectionProps) {
  const { t } = useText();
  const grants = useMayVisit('assignment.grant') && mayGrant;
  const [isGranting, setGranting] = useState(false);
  const [shown, setShown] = useAddressValue(SHOW);
  const show = shown === ENDED ? 'all' : 'live';
  const { rows, more, error, retry } = useRows(assignmentContract.list, { ...(account ? { accountId: account.id } : {}), ...(unit ? { unitId: unit.id } : {}), show, limit: 50 });
  const columns = useColumns({ ofAccount: account !== undefined });
  const grant = grants && <Act kind="main" icon={<IconKey size={18} aria-hidden />} onPress={() => setGranting(true)}>{t(texts.grant)}</Act>;
  const why = account ? texts.assignmentsEmptyAccount : texts.assignmentsEmptyUnit;
  return (
    <Section title={title ?? (account ? t(texts.assignments) : unit ? unit.label : t(texts.unitAssignmentsAll))} description={account && t(texts.assignmentsAbout)} acts={grant}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(texts.assignmentsTable)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.account.displayName}
          tools={<Checkbox size="md" className={classes.tick ?? ''} label={t(texts.showEnded)} checked={shown === ENDED} onChange={() => setShown(shown === ENDED ? undefined : ENDED)} />}
          empty={<EmptyState title={t(texts.assignmentsEmpty)} why={t(why)} />}
        />
      )}
      {isGranting && <GrantSheet account={account} unit={unit} onClose={() => setGranting(false)} />}
    </Section>
  );
}

function useColumns({ ofAccount }: { ofAccount: boolean }): readonly Column<Assignment>[] {
  const { t, language, period, moment } = useText();
  const role: Column<Assignment> = { id: 'role', title: t(texts.role), priority: ofAccount ? 1 : 2, cell: (row) => roleName(row.role, language) };
  const account: Column<Assignment> = { id: 'account', title: t(texts.account), priority: 1, cell: (row) => <AccountCell account={row.account} /> };
  return [
    ...(ofAccount ? [role] : [account, role]),
    { id: 'unit', title: t(texts.unit), priority: 2, cell: (row) => (row.unit ? <PageLink href={`/phan-quyen?${UNIT_PARAM}=${row.unit.id}`}>{row.unit.name}</PageLink> : t(texts.noUnit)) },
    { id: 'reach', title: t(texts.reach), priority: 2, cell: (row) => t(texts[`reach.${row.reach}`]) },
    { id: 'period', title: t(texts.period), priority: 2, cell: (row) => period(row) },
    { id: 'live', title: t(texts.holds), priority: 2, cell: (row) => <StatusMark status={row.live ? 'done' : 'silent'} label={row.live ? t(texts.live) : row.revokedAt ? t(texts.revokedOn, { moment: moment(row.revokedAt) }) : t(texts.notLive)} /> },
    {
      id: 'granted', title: t(texts.grantedBy), priority: 3,
      cell: (row) => <>{t(texts.grantedAt, { name: row.grantedBy ?? t(texts.bySystem), moment: moment(row.grantedAt) })}{row.onBehalfOf && <span className={classes.soft}>{t(texts.onBehalf)}</span>}</>,
    },
    { id: 'acts', title: t(texts.revoke), priority: 2, cell: (row) => (row.may.includes('revoke') ? <RevokeAct assignment={row} /> : '–') },
  ];
}

function AccountCell({ account }: { readonly account: Assignment['account'] }) {
  const keeps = useMayVisit('account.manage');
  return <>{keeps ? <PageLink href={accountHref(account.name)}>{account.displayName}</PageLink> : account.displayName}<span className={classes.soft}>{account.name}</span></>;
}

function RevokeAct({ assignment }: { readonly assignment: Assignment }) {
  const { t, language, number } = useText();
  const tell = useUndo();
  const revoke = useAct(assignmentContract.revoke, { touches: ['accounts', 'access', 'events'] });
  const carryOut = async () => {
    const { ended } = await revoke.mutateAsync({ id: assignment.id });
    tell({ text: t(texts.revoked, { count: number(ended) }) });
  };
  const title = t(texts.revokeTitle, { role: roleName(assignment.role, language), name: assignment.account.displayName });
  return <ConfirmAct label={t(texts.revoke)} title={title} consequence={t(texts.revokeConsequence)} confirm={t(texts.revoke)} onConfirm={carryOut} />;
}
