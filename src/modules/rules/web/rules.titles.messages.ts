/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const rulesTitles = defineMessages({
  rulesTitle: { vi: 'Quy định áp dụng', en: 'Rules in force' },
  ruleTitle: { vi: 'Giá trị của quy định', en: 'Values of a rule' },
  holidaysTitle: { vi: 'Lịch ngày nghỉ', en: 'Days off' },
});
