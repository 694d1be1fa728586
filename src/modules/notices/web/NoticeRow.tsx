/** One notice: what it says, since when, whether it is new. Opening what it is about marks it as read. */
import { useAct } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { noticeContract } from '../notice.contract.ts';
import { detailOf, titleOf, type NoticeItem } from './notice.words.ts';
import { noticesWeb as texts } from './notices.web.messages.ts';
import classes from './notices.module.css';

export function NoticeRow({ notice }: { readonly notice: NoticeItem }) {
  const writing = useText();
  const { t, moment } = writing;
  const marking = useAct(noticeContract.mark);
  const mark = (isRead: boolean) => marking.mutate({ ids: [notice.id], isRead });
  const title = titleOf(notice, writing);
  const act = t(notice.isRead ? texts.markUnread : texts.markRead);
  return (
    <li className={classes.row} data-new={!notice.isRead || undefined}>
      <div>
        <p className={classes.title}>
          {!notice.isRead && <span className={classes.isNew}>{t(texts.isNew)}</span>}
          {notice.href === null ? title : <PageLink href={notice.href} {...(notice.isRead ? {} : { onClick: () => mark(true) })}>{title}</PageLink>}
        </p>
        <p className={classes.soft}>{[detailOf(notice, writing), moment(notice.at)].filter(Boolean).join(' · ')}</p>
        {marking.error && <ProblemNotice problem={marking.error} />}
      </div>
      <div className={classes.act} data-screen-only><Act kind="quiet" onPress={() => mark(!notice.isRead)} busy={marking.isPending} aria-label={t(texts.markOf, { act, notice: title })}>{act}</Act></div>
    </li>
  );
}
