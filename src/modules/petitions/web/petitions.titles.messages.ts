/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const petitionsTitles = defineMessages({
  petitions: { vi: 'Kiến nghị', en: 'Petitions' },
  petition: { vi: 'Một kiến nghị', en: 'A petition' },
  catalogue: { vi: 'Lĩnh vực và thẩm quyền giải quyết kiến nghị', en: 'Topics of petitions and who decides' },
  track: { vi: 'Tra cứu kiến nghị', en: 'Look up a petition' },
});
