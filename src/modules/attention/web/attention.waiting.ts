/** What waits to be sent about the attention list, in words. */
import { defineMessages } from '../../../platform/messages.ts';
import type { Told, WaitingWords } from '../../../sync/web/waiting.words.ts';

const texts = defineMessages({
  snooze: { vi: 'Hoãn một việc cần quan tâm', en: 'Put an alert off' },
  resume: { vi: 'Thôi hoãn một việc', en: 'Stop putting an alert off' },
});

export const waitingWords: WaitingWords = {
  says: {
    'attention.snooze': (_: readonly never[], { t }: Told) => t(texts.snooze),
    'attention.resume': (_: readonly never[], { t }: Told) => t(texts.resume),
  },
  things: {},
};
