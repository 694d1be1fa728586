/** One account: its state, its person, the acts on it, and the roles it holds. */
import { useQuery } from '@tanstack/react-query';
import { usePathPart } from '../../shell/page.ts';
import { useMayVisit, useSession } from '../../shell/session.ts';
import { Act } from '../../ui/Act.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { useText } from '../../ui/language.tsx';
import { PageSkeleton } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { accessWeb as texts } from './access.web.messages.ts';
import { stateMarks } from './access.words.ts';
import { findAccount, type Account } from './account.choices.ts';
import { AccountActs } from './AccountActs.tsx';
import { AssignmentSection } from './AssignmentSection.tsx';

export function AccountPage() {
  const name = usePathPart('name');
  const account = useQuery({ queryKey: ['accounts.one', name], queryFn: () => findAccount(name) });
  if (account.error) return <ProblemNotice problem={account.error} onRetry={() => void account.refetch()} />;
  if (account.data === undefined) return <PageSkeleton />;
  return account.data ? <AccountStory account={account.data} /> : <NoAccount />;
}

function NoAccount() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t(texts.accountMissing)} />
      <EmptyState title={t(texts.accountMissingWhy)} act={<Act href="/tai-khoan">{t(texts.toAccounts)}</Act>} />
    </>
  );
}

function AccountStory({ account }: { readonly account: Account }) {
  const { t, moment } = useText();
  const isOwn = useSession().account.id === account.id;
  const facts = [
    { label: t(texts.accountName), value: account.name },
    { label: t(texts.linked), value: <LinkedPerson account={account} /> },
    { label: t(texts.codes), value: account.codes ? t(texts.on) : t(texts.off) },
    { label: t(texts.seenAt), value: account.seenAt ? moment(account.seenAt) : t(texts.neverSeen) },
    { label: t(texts.createdAt), value: moment(account.createdAt) },
  ];
  return (
    <>
      <PageHead
        kicker={<PageLink href="/tai-khoan">{t(texts.accountsTitle)}</PageLink>} title={account.displayName}
        marks={<><StatusMark status={stateMarks[account.state]} label={t(texts[`state.${account.state}`])} />{account.sample && <StatusMark status="silent" label={t(texts.sampleAccount)} />}</>}
        acts={isOwn ? undefined : <AccountActs account={account} />}
      />
      {isOwn && <Notice acts={<Act href="/tai-khoan-cua-toi">{t(texts.ownTitle)}</Act>}>{t(texts.ownAccountNote)}</Notice>}
      <Card><Facts facts={facts} /></Card>
      <AssignmentSection account={account} mayGrant={!isOwn && account.state !== 'disabled'} />
    </>
  );
}

function LinkedPerson({ account }: { readonly account: Account }) {
  const { t } = useText();
  const reads = useMayVisit('person.read');
  if (!account.personId) return t(texts.linkedNo);
  return reads ? <PageLink href={`/con-nguoi/${account.personId}`}>{t(texts.openPerson)}</PageLink> : t(texts.linkedYes);
}
