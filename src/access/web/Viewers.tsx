/** Accounts that may see a person, each with the way by which it does. */
import type { z } from 'zod';
import { Act } from '../../ui/Act.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { LineSkeletons } from '../../ui/Loading.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { uiMessages } from '../../ui/ui.messages.ts';
import type { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { Chain } from './Chain.tsx';
import classes from './access.module.css';

type Viewer = z.output<typeof accessContract.whoSees.output>['items'][number];

interface ViewersProps {
  readonly rows: readonly Viewer[] | undefined;
  readonly more: { readonly load: () => void; readonly loading: boolean } | undefined;
  readonly error: unknown;
  readonly retry: () => void;
  /** Names the person at the end of each way. */
  readonly end: string;
}

export function Viewers({ rows, more, error, retry, end }: ViewersProps) {
  const { t } = useText();
  if (error) return <ProblemNotice problem={error} onRetry={retry} />;
  if (!rows) return <LineSkeletons count={6} />;
  if (rows.length === 0) return <EmptyState title={t(texts.whoNobody)} why={t(texts.whoNobodyWhy)} />;
  return (
    <>
      <ul className={classes.viewers}>
        {rows.map(({ account, chain }) => (
          <li key={chain.assignmentId} className={classes.viewer}>
            <span><span className={classes.name}>{account.displayName}</span><span className={classes.soft}>{account.name}</span></span>
            <Chain chain={chain} end={end} />
          </li>
        ))}
      </ul>
      {more && <Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </>
  );
}
