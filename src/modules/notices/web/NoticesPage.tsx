/** The inbox: what concerns the reader, the latest first, read and unread, each leading to what it is about. */
import { IconSettings } from '@tabler/icons-react';
import { useAct, useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { noticeContract } from '../notice.contract.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { noticesTitles } from './notices.titles.messages.ts';
import { noticesWeb as texts } from './notices.web.messages.ts';
import classes from './notices.module.css';

export function NoticesPage() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t(noticesTitles.inbox)} description={t(texts.about)} acts={<Act kind="quiet" href="/cach-nhan-thong-bao" icon={<IconSettings size={20} aria-hidden />}>{t(texts.ways)}</Act>} />
      <Tabs label={t(texts.which)} tabs={[{ id: 'chua-doc', label: t(texts.unread), content: () => <NoticeList key="unread" isUnread /> }, { id: 'tat-ca', label: t(texts.all), content: () => <NoticeList key="all" isUnread={false} /> }]} />
    </>
  );
}

function NoticeList({ isUnread }: { readonly isUnread: boolean }) {
  const { t } = useText();
  const { rows, more, error, retry } = useRows(noticeContract.list, { ...(isUnread ? { unread: 'yes' as const } : {}), limit: 30 });
  if (error && !rows) return <ProblemNotice problem={error} onRetry={retry} />;
  if (!rows) return <PageSkeleton />;
  if (rows.length === 0) return isUnread ? <EmptyState title={t(texts.allRead)} why={t(texts.allReadWhy)} /> : <EmptyState title={t(texts.empty)} why={t(texts.emptyWhy)} />;
  return (
    <>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {rows.some(({ isRead }) => !isRead) && <MarkAll upTo={rows[0]!.id} />}
      <ul className={classes.rows}>{rows.map((row) => <NoticeRow key={row.id} notice={row} />)}</ul>
      {more && <p className={classes.more}><Act onPress={more.load} busy={more.loading}>{t(texts.more)}</Act></p>}
    </>
  );
}

function MarkAll({ upTo }: { readonly upTo: string }) {
  const { t } = useText();
  const tell = useUndo();
  const marking = useAct(noticeContract.markAll);
  const markAll = () => marking.mutate({ upTo }, { onSuccess: () => tell({ text: t(texts.allMarked) }) });
  return (
    <div className={classes.markAll} data-screen-only>
      {marking.error && <ProblemNotice problem={marking.error} />}
      <Act onPress={markAll} busy={marking.isPending}>{t(texts.markAll)}</Act>
    </div>
  );
}
