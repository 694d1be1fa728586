/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../platform/messages.ts';

export const accessTitles = defineMessages({
  accountsTitle: { vi: 'Tài khoản', en: 'Accounts' },
  account: { vi: 'Tài khoản', en: 'Account' },
  unitAssignmentsTitle: { vi: 'Phân quyền tại đơn vị', en: 'Roles at a unit' },
  whoTitle: { vi: 'Ai xem được và vì sao', en: 'Who can see it, and why' },
  ownTitle: { vi: 'Tài khoản của tôi', en: 'My account' },
});
