/** Whether one account sees the thing, and by which ways. */
import { useProcedure } from '../../shell/api.ts';
import { useMayVisit } from '../../shell/session.ts';
import { useAddressValue } from '../../ui/address.ts';
import { useText } from '../../ui/language.tsx';
import { LineSkeletons } from '../../ui/Loading.tsx';
import { Lookup } from '../../ui/Lookup.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { searchAccounts } from './account.choices.ts';
import { Chain } from './Chain.tsx';
import { useKnownAccounts } from './known.accounts.ts';
import { Chosen } from './place.tsx';
import classes from './access.module.css';

type Seen = { readonly personId: string } | { readonly unitId: string };

export function ExplainSection({ seen, end }: { readonly seen: Seen; readonly end?: string }) {
  const { t } = useText();
  const keepsAccounts = useMayVisit('account.manage');
  const [accountId, choose] = useAddressValue('taiKhoan', 'push');
  const known = useKnownAccounts();
  const name = known?.get(accountId ?? '') ?? '…';
  return (
    <Section title={t(texts.whySee)} description={t(texts.whySeeHint)}>
      <div className={classes.filters}>
        {accountId
          ? <Chosen label={t(texts.account)} name={name} remove={t(texts.removeAccount)} onRemove={() => choose(undefined)} />
          : <div className={classes.lookup}><Lookup label={t(texts.chooseAccount)} value={undefined} onChange={(choice) => choose(choice?.id)} search={(text) => searchAccounts(text, { keepsAccounts })} /></div>}
      </div>
      {accountId && <Explanation accountId={accountId} seen={seen} end={end} />}
    </Section>
  );
}

function Explanation({ accountId, seen, end }: { readonly accountId: string; readonly seen: Seen; readonly end: string | undefined }) {
  const { t, number } = useText();
  const answer = useProcedure(accessContract.explain, { accountId, ...seen });
  if (answer.error) return <ProblemNotice problem={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <LineSkeletons count={3} />;
  const { sees, isSelf, chains } = answer.data;
  return (
    <div className={classes.slip} aria-live="polite">
      {isSelf && <Notice tone="success" title={t(texts.seesSelf)}>{t(texts.seesSelfWhy)}</Notice>}
      {chains.length > 0 && <Notice tone="success" title={t(texts.sees, { count: number(chains.length) })} />}
      {!sees && <Notice tone="info" title={t(texts.seesNot)}>{t(texts.seesNotWhy)}</Notice>}
      {chains.length > 0 && (
        <ul className={classes.viewers}>
          {chains.map((chain) => <li key={chain.assignmentId} className={classes.viewer}><Chain chain={chain} end={end} /></li>)}
        </ul>
      )}
    </div>
  );
}
