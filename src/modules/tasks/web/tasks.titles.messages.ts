/** The name of this page, apart from its texts: it stands on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const tasksTitles = defineMessages({
  tasksTitle: { vi: 'Việc cần làm', en: 'To do' },
});
