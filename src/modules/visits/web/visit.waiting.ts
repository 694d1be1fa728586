/** What waits to be sent about visits, in words. */
import { defineMessages } from '../../../platform/messages.ts';
import type { Ask, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { Writing } from '../../../ui/language.tsx';
import { visitKindNames } from '../visit.kinds.ts';
import type { VisitRecord } from '../visit.record.ts';
import { visitHref } from './visit.words.ts';

const texts = defineMessages({
  record: { vi: 'Ghi chuyến đi cơ sở', en: 'Record a visit' },
  correct: { vi: 'Sửa chuyến đi', en: 'Correct a visit' },
  withdraw: { vi: 'Rút chuyến đi', en: 'Withdraw a visit' },
  putBack: { vi: 'Đưa lại chuyến đi', en: 'Put a visit back' },
  attach: { vi: 'Gửi {count} ảnh, tệp', en: 'Send {count} pictures or files' },
});

export const waitingWords: WaitingWords = {
  says: {
    'visits.record': (_: readonly never[], { t }: Told) => t(texts.record),
    'visits.correct': (_: readonly never[], { t }: Told) => t(texts.correct),
    'visits.withdraw': (_: readonly never[], { t }: Told) => t(texts.withdraw),
    'visits.putBack': (_: readonly never[], { t }: Told) => t(texts.putBack),
    'visits.attach': (inputs: readonly never[], { t }: Told) => t(texts.attach, { count: inputs.length }),
  },
  things: { visit: visitOf },
};

async function visitOf(id: string, ask: Ask, { t, day }: Writing): Promise<Thing | undefined> {
  const visit = (await ask('visits.visit', { id })) as VisitRecord | undefined; // as the contract has it
  return visit && { title: `${visit.unit.name} · ${t(visitKindNames[visit.kind])} · ${day(visit.on)}`, href: visitHref(id), names: new Map() };
}
