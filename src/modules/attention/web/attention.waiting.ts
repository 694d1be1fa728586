/** What waits to be sent about what needs attention, in words: who or what was put off at a unit, and until when; and by two, both sides. */
import type { z } from 'zod';
import { dayIn } from '../../../platform/day.ts';
import { defineMessages } from '../../../platform/messages.ts';
import type { Writing } from '../../../ui/language.tsx';
import type { OutboxCommand } from '../../../sync/outbox.ts';
import type { Ask, Sides, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { attentionContract } from '../attention.contract.ts';
import type { Theirs } from '../attention.record.ts';
import type { Snoozed } from '../attention.snooze.ts';
import { attentionTitles } from './attention.titles.messages.ts';
import { whoOf } from './attention.words.ts';

const texts = defineMessages({
  snooze: { vi: 'Hoãn đến {day}: {who}', en: 'Put off until {day}: {who}' },
  snoozeOne: { vi: 'Hoãn một việc đến {day}', en: 'Put one off until {day}' },
  snoozeSome: { vi: 'Hoãn {count} việc', en: 'Put {count} off' },
  resume: { vi: 'Thôi hoãn: {who}', en: 'Bring back: {who}' },
  resumeOne: { vi: 'Thôi hoãn', en: 'Bring back' },
  until: { vi: 'Hoãn đến ngày {day}', en: 'Put off until {day}' },
  reason: { vi: 'Lý do: {reason}', en: 'Reason: {reason}' },
  byName: { vi: 'Đồng chí {name} ghi lúc {moment}', en: 'Recorded by {name}, {moment}' },
  byYourself: { vi: 'Chính đồng chí ghi trên máy khác lúc {moment}', en: 'Recorded by yourself on another device, {moment}' },
  dayHasCome: { vi: 'Ngày {day} đã đến nên bản này không còn hoãn được.', en: 'With {day} come, this one puts off nothing any more.' },
});

type Sent = z.output<(typeof attentionContract)['snooze']['input']>;
type Named = z.output<(typeof attentionContract)['resume']['input']>;
type Listed = z.output<(typeof attentionContract)['list']['output']>;

export const waitingWords: WaitingWords = {
  says: {
    'attention.snooze': snoozesInWords,
    'attention.resume': resumesInWords,
  },
  things: { attention: listOf },
  decisions: { 'attention.changedMeanwhile': sidesOf },
};

function snoozesInWords(inputs: readonly Sent[], { t, day, number, names }: Told): string {
  const [first, ...others] = inputs;
  if (!first || others.length > 0) return t(texts.snoozeSome, { count: number(inputs.length) });
  const who = names.get(first.subjectId);
  return who === undefined ? t(texts.snoozeOne, { day: day(first.until) }) : t(texts.snooze, { day: day(first.until), who });
}

function resumesInWords([first, ...others]: readonly Named[], { t, names }: Told): string {
  const who = first && others.length === 0 ? names.get(first.subjectId) : undefined;
  return who === undefined ? t(texts.resumeOne) : t(texts.resume, { who });
}

/** Two who put off one thing otherwise, or of whom one brought it back: each side says until when, and why. */
function sidesOf({ procedure, input }: OutboxCommand, data: Readonly<Record<string, unknown>>, told: Told): Sides {
  // The input was taken by the procedure's contract, the data are those of its refusal.
  const [mine, { until, reason, hand }] = [input as Sent, data as unknown as Theirs];
  const isResumed = procedure === 'attention.resume';
  const isOver = !isResumed && mine.until <= dayIn(new Date());
  return {
    is: 'sides', mine: isResumed ? [told.t(texts.resumeOne)] : snoozeInWords(mine, told), theirs: snoozeInWords({ until, reason }, told),
    ...(hand ? { whose: told.t(hand.isOwn ? texts.byYourself : texts.byName, { name: hand.name, moment: told.moment(hand.at) }) } : {}),
    ...(isOver ? { note: told.t(texts.dayHasCome, { day: told.day(mine.until) }) } : {}),
    keepMine: isOver ? undefined : { ...mine, seen: { until, reason } }, keepTheirs: undefined,
  };
}

function snoozeInWords({ until, reason }: Snoozed, { t, day }: Told): readonly string[] {
  return [t(texts.until, { day: day(until) }), t(texts.reason, { reason })];
}

async function listOf(unitId: string, ask: Ask, writing: Writing): Promise<Thing | undefined> {
  const asked = await Promise.all(['false', 'true'].map((snoozed) => ask('attention.list', { unitId, snoozed, limit: 200 })));
  // As the contract has it.
  const items = (asked as (Listed | undefined)[]).flatMap((listed) => listed?.items ?? []);
  const [first] = items;
  const title = writing.t(attentionTitles.attentionTitle);
  return { title: first ? `${title} · ${first.unit.name}` : title, href: '/can-quan-tam', names: new Map(items.map((item) => [item.subject.id, whoOf(item, writing)])) };
}
