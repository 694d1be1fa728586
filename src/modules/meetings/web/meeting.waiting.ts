/** What waits to be sent about meetings, in words; and what a person may decide where another device recorded something else. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { Ask, Same, Sides, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { OutboxCommand } from '../../../sync/outbox.ts';
import type { meetingContract } from '../meeting.contract.ts';
import { mineAgain, ofSameMeeting, theirsKept, type Noted, type Theirs } from '../meeting.conflict.ts';
import type { WholeMeeting } from '../meeting.record.ts';
import { nameOf, sidesInWords, whoseInWords } from './meeting.sides.ts';
import { kindInWords } from './meeting.words.ts';
import { meetingWaiting as texts } from './meeting.waiting.messages.ts';

type Acts = typeof meetingContract;
type Input<Name extends keyof Acts> = z.input<Acts[Name]['input']>;

const plain = (name: keyof typeof texts) => (_: readonly never[], { t }: Told) => t(texts[name]);

export const waitingWords: WaitingWords = {
  says: {
    ...Object.fromEntries((['plan', 'planMonths', 'change', 'postpone', 'cancel', 'restore', 'invite', 'answerOwn', 'detach', 'open', 'unopen', 'arrange', 'appoint', 'score', 'close', 'reopen', 'record', 'writeMinutes', 'adopt', 'append'] as const).map((name) => [`meetings.${name}`, plain(name)])),
    'meetings.mark': marksInWords,
    'meetings.put': piecesInWords,
    'meetings.remove': (inputs: readonly Input<'remove'>[], { t, number }) => t(inputs.length > 1 ? texts.removeCount : texts.remove, { count: number(inputs.length) }),
    'meetings.answer': (inputs: readonly Input<'answer'>[], { t, number }) => t(inputs.length === 0 ? texts.answer : texts.answerOf, { count: number(new Set(inputs.map(({ personId }) => personId)).size) }),
    'meetings.attach': filesInWords,
  },
  things: { meeting: meetingOf },
  decisions: { 'meetings.changedMeanwhile': sidesOf, 'meetings.closedMeanwhile': sidesOf, 'meetings.already': sameAs },
};

async function meetingOf(id: string, ask: Ask, writing: Writing): Promise<Thing | undefined> {
  const meeting = (await ask('meetings.meeting', { id })) as WholeMeeting | undefined; // as the contract has it
  if (!meeting) return undefined;
  const names = new Map<string, string>([
    ...meeting.roll.map(({ person }) => [person.id, person.fullName] as const), ...meeting.agenda.map(({ id: point, title }) => [point, title] as const),
    ...meeting.frame.criteria.map((one) => [one.code, one[writing.language]] as const),
  ]);
  return { title: writing.t(texts.thing, { unit: meeting.unit.name, kind: kindInWords(meeting, writing), day: writing.day(meeting.on) }), href: `/sinh-hoat/${id}`, names };
}

/** Whoever was marked twice counts once. */
function marksInWords(inputs: readonly Input<'mark'>[], { t, number, names }: Told): string {
  const people = [...new Set(inputs.flatMap(({ marks }) => marks.map(({ personId }) => personId)))];
  const count = number(people.length);
  if (inputs.some(({ rest }) => rest)) return t(people.length > 0 ? texts.markCountRest : texts.markRest, { count });
  const name = people.length === 1 ? names.get(people[0]!) : undefined;
  return name ? t(texts.markOne, { name }) : t(people.length > 0 ? texts.markCount : texts.mark, { count });
}

function piecesInWords(inputs: readonly Input<'put'>[], told: Told): string {
  const { t, number } = told;
  const pieces = new Map(inputs.map(({ piece }) => [piece.item.id, piece]));
  const [only] = pieces.values();
  if (!only) return t(texts.put);
  return pieces.size > 1 ? t(texts.putCount, { count: number(pieces.size) }) : t(texts[only.part], { what: nameOf(only) });
}

function filesInWords(inputs: readonly Input<'attach'>[], { t, number }: Told): string {
  if (inputs.length === 0) return t(texts.attach);
  return inputs.length > 1 ? t(texts.attachCount, { count: number(inputs.length) }) : t(texts.attachNamed, { name: inputs[0]!.name });
}

function sidesOf({ procedure, input }: OutboxCommand, data: Readonly<Record<string, unknown>>, told: Told): Sides {
  // The input was taken by the procedure's contract, the data are those of its refusal.
  const [noted, theirs] = [input as Noted, data as Theirs];
  const whose = whoseInWords(theirs, told);
  return { is: 'sides', ...sidesInWords({ procedure, noted, theirs }, told), ...(whose ? { whose } : {}), keepMine: mineAgain(procedure, noted, theirs), keepTheirs: theirsKept(procedure, noted, theirs) };
}

/** Only where the reader may see the other one is it named. */
function sameAs({ procedure, about, input }: OutboxCommand, data: Readonly<Record<string, unknown>>): Same | undefined {
  const otherId = data['id'];
  // A whole meeting of the past would be lost with its founding.
  if (procedure !== 'meetings.plan' || typeof otherId !== 'string') return undefined;
  const { kind } = input as Input<'plan'>;
  const ids = { from: about.id, to: otherId, kind } as Parameters<typeof ofSameMeeting>[1]; // ids of meetings both
  return { is: 'same', otherId, otherHref: `/sinh-hoat/${otherId}`, moved: (command) => ofSameMeeting(command.input as Noted, ids) };
}
