/** All accounts: who can sign in, holding which roles. */
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useRows } from '../../shell/api.ts';
import { Act } from '../../ui/Act.tsx';
import { useAddressValue } from '../../ui/address.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { useText } from '../../ui/language.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { AddressSearchBox } from '../../ui/SearchBox.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Column } from '../../ui/table.ts';
import { accountContract } from '../account.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { accountHref, roleName, stateMarks } from './access.words.ts';
import type { Account } from './account.choices.ts';
import { NewAccountSheet } from './NewAccountSheet.tsx';
import { RolesTable } from './RolesTable.tsx';
import classes from './access.module.css';

const STATE = 'tinhTrang';
const states = ['active', 'waiting', 'disabled'] as const;

export function AccountsPage() {
  const { t } = useText();
  const [text] = useAddressValue('tim');
  const [wanted] = useAddressValue(STATE);
  const state = states.find((one) => one === wanted);
  const [isCreating, setCreating] = useState(false);
  const { rows, more, error, retry } = useRows(accountContract.list, { ...(text ? { text } : {}), ...(state ? { state } : {}), limit: 50 });
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t(texts.accountsTitle)} description={t(texts.accountsAbout)}
        acts={<Act kind="main" icon={<IconUserPlus size={18} aria-hidden />} onPress={() => setCreating(true)}>{t(texts.newAccount)}</Act>}
      />
      <div className={classes.filters}>
        <AddressSearchBox label={t(texts.searchAccounts)} />
        <FilterChips filters={[{ param: STATE, label: t(texts.state), single: true, choices: states.map((id) => ({ id, label: t(texts[`state.${id}`]) })) }]} />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(texts.accountsTitle)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => row.displayName} rowHref={(row) => accountHref(row.name)}
          empty={<EmptyState title={t(texts.accountsEmpty)} why={t(texts.accountsEmptyWhy)} />}
        />
      )}
      <RolesTable />
      {isCreating && <NewAccountSheet onClose={() => setCreating(false)} />}
    </>
  );
}

function useColumns(): readonly Column<Account>[] {
  const { t, language, moment } = useText();
  return [
    { id: 'name', title: t(texts.displayName), priority: 1, cell: (row) => row.displayName },
    { id: 'account', title: t(texts.accountName), priority: 2, cell: (row) => row.name },
    { id: 'roles', title: t(texts.roles), priority: 2, cell: (row) => row.roles.map((code) => roleName(code, language)).join(', ') || <span className={classes.soft}>{t(texts.noRole)}</span> },
    { id: 'state', title: t(texts.state), priority: 2, cell: (row) => <StatusMark status={stateMarks[row.state]} label={t(texts[`state.${row.state}`])} /> },
    { id: 'seen', title: t(texts.seenAt), priority: 2, cell: (row) => (row.seenAt ? moment(row.seenAt) : <span className={classes.soft}>{t(texts.neverSeen)}</span>) },
    { id: 'person', title: t(texts.linked), priority: 3, cell: (row) => (row.personId ? t(texts.linkedYes) : t(texts.linkedNo)) },
    { id: 'codes', title: t(texts.codes), priority: 3, cell: (row) => (row.codes ? t(texts.on) : t(texts.off)) },
    { id: 'created', title: t(texts.createdAt), priority: 3, hidden: true, cell: (row) => moment(row.createdAt) },
  ];
}
