/** The parts of a body's inbox. Pure. */
import type { Text } from '../../platform/contract.ts';

export const inboxParts = ['open', 'new', 'soon', 'late', 'reopened'] as const;
export type InboxPart = (typeof inboxParts)[number];

/** So many days before the last one a petition is about to be due. */
export const soonDays = 3;

export const inboxNames: Readonly<Record<InboxPart, Text>> = {
  open: { vi: 'Tất cả đang chờ', en: 'All that waits' },
  new: { vi: 'Mới chuyển đến', en: 'New' },
  soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  late: { vi: 'Quá hạn', en: 'Late' },
  reopened: { vi: 'Đề nghị giải quyết lại', en: 'Reopened' },
};
