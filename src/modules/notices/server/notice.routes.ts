/** Binds the contract of notices to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { noticeContract } from '../notice.contract.ts';
import { mark, markAll } from './notice.commands.ts';
import { countUnread, listNotices } from './notice.reads.ts';
import { changeMail, confirmMail, removeMail, setMail, subscribe, unsubscribe } from './way.commands.ts';
import { listWays } from './way.reads.ts';

export const noticeRoutes = [
  bind(noticeContract.list, listNotices),
  bind(noticeContract.unread, countUnread),
  bind(noticeContract.mark, mark),
  bind(noticeContract.markAll, markAll),
  bind(noticeContract.ways, listWays),
  bind(noticeContract.setMail, setMail),
  bind(noticeContract.confirmMail, confirmMail),
  bind(noticeContract.changeMail, changeMail),
  bind(noticeContract.removeMail, removeMail),
  bind(noticeContract.subscribe, subscribe),
  bind(noticeContract.unsubscribe, unsubscribe),
];
