/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const documentsTitles = defineMessages({
  documents: { vi: 'Văn bản', en: 'Documents' },
  document: { vi: 'Một văn bản', en: 'A document' },
});
