/**
 * How many notices are unread, in the head of every page; leads to them. Asked when a page is opened and the last answer is a
 * minute old, as the session is: nothing is asked while nobody does anything.
 */
import { IconBell } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { call } from './api.ts';
import { pageRoutes } from './modules.ts';
import { unreadEndpoint } from './notice.endpoint.ts';
import { noticeMessages } from './notice.messages.ts';
import classes from './NoticeMark.module.css';
import { useSession } from './session.ts';
import { useAskOnEveryPage } from './useAskOnEveryPage.ts';

const INBOX_PATH = '/thong-bao';
const MOST = 99;

const unreadQuery = queryOptions({
  queryKey: [unreadEndpoint.name],
  queryFn: ({ signal }) => call(unreadEndpoint, {}, { signal }) as Promise<{ count: number }>,
  staleTime: 60_000,
});

export function NoticeMark() {
  const { t, number } = useText();
  const { account } = useSession();
  const hasInbox = pageRoutes.some(({ path }) => path === INBOX_PATH) && !account.mustChangePassword;
  const { data } = useQuery({ ...unreadQuery, enabled: hasInbox });
  useAskOnEveryPage(unreadEndpoint.name);
  if (!hasInbox) return null;
  const count = data?.count ?? 0;
  const shown = count > MOST ? t(noticeMessages.many) : number(count);
  return (
    <PageLink href={INBOX_PATH} className={classes.mark} aria-label={count > 0 ? t(noticeMessages.unread, { count: shown }) : t(noticeMessages.notices)} title={t(noticeMessages.notices)}>
      <IconBell size={22} stroke={1.75} aria-hidden />
      {count > 0 && <span className={classes.count} aria-hidden>{shown}</span>}
    </PageLink>
  );
}
