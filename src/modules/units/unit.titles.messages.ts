/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../platform/messages.ts';

export const unitTitles = defineMessages({
  explorerTitle: { vi: 'Tổ chức', en: 'Units' },
  unitTitle: { vi: 'Đơn vị', en: 'Unit' },
  units: { vi: 'Đơn vị', en: 'Units' },
});
