/** What waits to be sent about what needs attention, in words: who or what was put off at a unit, and until when. */
import type { z } from 'zod';
import { defineMessages } from '../../../platform/messages.ts';
import type { Writing } from '../../../ui/language.tsx';
import type { Ask, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { attentionContract } from '../attention.contract.ts';
import { attentionTitles } from './attention.titles.messages.ts';
import { whoOf } from './attention.words.ts';

const texts = defineMessages({
  snooze: { vi: 'Hoãn đến {day}: {who}', en: 'Put off until {day}: {who}' },
  snoozeOne: { vi: 'Hoãn một việc đến {day}', en: 'Put one off until {day}' },
  snoozeSome: { vi: 'Hoãn {count} việc', en: 'Put {count} off' },
  resume: { vi: 'Thôi hoãn', en: 'Bring back' },
});

type Snoozed = z.output<(typeof attentionContract)['snooze']['input']>;
type Listed = z.output<(typeof attentionContract)['list']['output']>;

export const waitingWords: WaitingWords = {
  says: {
    'attention.snooze': snoozesInWords,
    'attention.resume': (_: readonly never[], { t }: Told) => t(texts.resume),
  },
  things: { attention: listOf },
};

function snoozesInWords(inputs: readonly Snoozed[], { t, day, number, names }: Told): string {
  const [first, ...others] = inputs;
  if (!first || others.length > 0) return t(texts.snoozeSome, { count: number(inputs.length) });
  const who = names.get(first.subjectId);
  return who === undefined ? t(texts.snoozeOne, { day: day(first.until) }) : t(texts.snooze, { day: day(first.until), who });
}

async function listOf(unitId: string, ask: Ask, writing: Writing): Promise<Thing | undefined> {
  const asked = await Promise.all(['false', 'true'].map((snoozed) => ask('attention.list', { unitId, snoozed, limit: 200 })));
  // As the contract has it.
  const items = (asked as (Listed | undefined)[]).flatMap((listed) => listed?.items ?? []);
  const [first] = items;
  const title = writing.t(attentionTitles.attentionTitle);
  return { title: first ? `${title} · ${first.unit.name}` : title, href: '/can-quan-tam', names: new Map(items.map((item) => [item.subject.id, whoOf(item, writing)])) };
}
