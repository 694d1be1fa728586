/** The names of these pages, apart from their texts: they stand on the first screen, where the texts need not be. */
import { defineMessages } from '../../../platform/messages.ts';

export const tasksTitles = defineMessages({
  tasksTitle: { vi: 'Việc cần làm', en: 'To do' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  brief: { vi: 'Đề cương làm việc', en: 'Brief for a working session' },
});
