/** The name of this page, apart from its texts: it stands on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const attentionTitles = defineMessages({
  attentionTitle: { vi: 'Cần quan tâm', en: 'Needs attention' },
});
