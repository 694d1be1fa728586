/** The list of what needs attention, and putting off, on a phone without signal: by what the server told last. Pure. */
import type { z } from 'zod';
import { dayIn, type Day } from '../../platform/day.ts';
import { Problem } from '../../platform/problem.ts';
import { carriedOrThrow } from '../../sync/carried.ts';
import { pageOfAll, severalOf } from '../../sync/phone/pages.ts';
import type { OutboxCommand } from '../../sync/outbox.ts';
import type { OfflineModule, OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import { isCarried, standsUnder } from '../meetings/meeting.offline.answers.ts';
import type { CarriedUnit } from '../units/unit.offline.ts';
import type { attentionContract } from './attention.contract.ts';
import type { AttentionItem, AttentionRecord, Summary } from './attention.record.ts';
import { isAnother, isSameSnooze, refusalOfSnooze, refusalOfUnseen, type Looked, type Snoozed } from './attention.snooze.ts';

type Asked<K extends 'list' | 'summary'> = z.input<(typeof attentionContract)[K]['input']>;
type Input<K extends 'snooze' | 'resume'> = z.output<(typeof attentionContract)[K]['input']>;
type Named = Pick<Input<'resume'>, 'alert' | 'unitId' | 'subjectId'>;

export const attentionAnswers: OfflineModule['answers'] = {
  'attention.list': ({ unitId, alert, snoozed, ...paging }: Asked<'list'>, replica, { today }) => {
    const records = recordsOf(unitId, replica);
    if (!records) return undefined;
    const [kinds, isAskedOff] = [severalOf(alert as string | readonly string[] | undefined), snoozed === 'true' || snoozed === '1'];
    const shown = once(inOrder(records), { records, replica }).map((item) => asOf(item, today)).filter((item) => (item.snooze !== null) === isAskedOff && (!kinds || kinds.includes(item.alert)));
    return pageOfAll(shown, paging);
  },
  /** Of alerts only those that stand somewhere; units below are not told apart. */
  'attention.summary': ({ unitId }: Asked<'summary'>, replica, { today, toldOn }): Summary | undefined => {
    const records = recordsOf(unitId, replica);
    if (!records) return undefined;
    const items = once(records.flatMap((record) => record.items), { records, replica }).map((item) => asOf(item, today));
    const count = (alert: string, isOff: boolean) => items.filter((item) => item.alert === alert && (item.snooze !== null) === isOff).length;
    const words = [...new Map(records.flatMap(({ alerts }) => alerts).map((one) => [one.id, one])).values()].toSorted((one, other) => one.place - other.place);
    return { asOf: toldOn ?? today, alerts: words.map(({ place: _, ...alert }) => ({ ...alert, count: count(alert.id, false), snoozed: count(alert.id, true) })), units: [] };
  },
};

export const attentionActs: OfflineModule['acts'] = {
  'attention.snooze': ({ until, reason, ...named }: Input<'snooze'>, replica, command) => {
    const refusal = refusalOfSnooze(until, dayOf(command));
    if (refusal) throw new Problem(refusal);
    const item = findStanding(named, replica, command);
    if (!item) throw new Problem({ code: 'attention.notThere', kind: 'conflict' });
    unlessUnseen(named, { item, sent: { until, reason } });
    return kept(named, replica, { until, reason, by: null });
  },
  'attention.resume': (named: Input<'resume'>, replica, command) => {
    const item = findStanding(named, replica, command);
    if (item) unlessUnseen(named, { item, sent: null });
    if (!item?.snooze) throw new Problem({ code: 'attention.notSnoozed', kind: 'conflict' });
    return kept(named, replica, null);
  },
};

function findStanding(named: Named, replica: Replica, command: OutboxCommand): AttentionItem | undefined {
  const item = found(named, carried(named, replica));
  return item && asOf(item, dayOf(command));
}

function dayOf({ at }: OutboxCommand): Day {
  return dayIn(new Date(at));
}

function unlessUnseen(looked: Looked, { item, sent }: { readonly item: AttentionItem; readonly sent: Snoozed | null }): void {
  const refusal = refusalOfUnseen(looked, { stands: item, sent });
  if (refusal) throw new Problem(refusal);
}

/**
 * Nothing is left to be decided of what was settled meanwhile or has happened anew, of a day that has come, of what another has
 * put off just so, and of what nobody puts off any more.
 */
export function attentionStands({ procedure, input }: OutboxCommand, replica: Replica, today: Day): boolean {
  if (!(procedure in attentionActs)) return false;
  // The inputs of these two procedures were taken by their shapes.
  const sent = procedure === 'attention.snooze' ? (input as Input<'snooze'>) : null;
  const named = input as Input<'resume'>;
  if (sent && sent.until <= today) return true;
  const record = replica.get<AttentionRecord>('attention', named.unitId);
  if (!record) return false;
  const item = found(named, record);
  return !item || isAnother(item, named.since) || isSameSnooze(asOf(item, today).snooze, sent);
}

/** Undefined where the phone cannot tell: the unit is not carried, or nothing of this list may be read. */
function recordsOf(unitId: string | undefined, replica: Replica): readonly AttentionRecord[] | undefined {
  if (!isCarried(unitId, replica)) return undefined;
  const records = replica.all<AttentionRecord>('attention').filter(({ unit }) => unitId === undefined || unit.id === unitId || standsUnder(unit.id, unitId, replica));
  return records.length > 0 ? records : undefined;
}

function inOrder(records: readonly AttentionRecord[]): readonly AttentionItem[] {
  const places = new Map(records.flatMap(({ alerts }) => alerts).map(({ id, place }) => [id, place]));
  const key = ({ dueOn, since }: AttentionItem) => dueOn ?? since;
  return records.flatMap(({ items }) => items).toSorted((one, other) =>
    (places.get(one.alert) ?? 0) - (places.get(other.alert) ?? 0) || key(one).localeCompare(key(other)) || one.unit.name.localeCompare(other.unit.name, 'vi') || one.subject.id.localeCompare(other.subject.id));
}

/** What is told at units above as well stands once, as in the server's list: where it may be put off, the highest of these. */
function once(items: readonly AttentionItem[], { records, replica }: { readonly records: readonly AttentionRecord[]; readonly replica: Replica }): readonly AttentionItem[] {
  const toldAbove = new Set(records.flatMap(({ alerts }) => alerts).flatMap((alert) => (alert.toldAbove ? [alert.id] : [])));
  const rank = (item: AttentionItem) => [item.may.includes('attention.snooze') ? 0 : 1, depthOf(item.unit.id, replica)] as const;
  const isBefore = (one: AttentionItem, other: AttentionItem) => {
    const [[mine, depth], [theirs, below]] = [rank(one), rank(other)];
    return mine - theirs || depth - below || one.unit.id.localeCompare(other.unit.id);
  };
  const firsts = new Set([...Map.groupBy(items, ({ alert, subject }) => `${alert} ${subject.id}`).values()].map((same) => same.toSorted(isBefore)[0]));
  return items.filter((item) => !toldAbove.has(item.alert) || firsts.has(item));
}

/** How many of the units carried stand above: of what stands above, a phone knows the name. */
function depthOf(unitId: string, replica: Replica): number {
  const units = replica.all<CarriedUnit>('unit');
  let depth = 0;
  for (let unit = units.find(({ id }) => id === unitId); unit && depth <= units.length; depth += 1) {
    const { parent } = unit;
    unit = units.find(({ name }) => name === parent);
  }
  return depth;
}

/** On its day what was put off is back by itself, whether or not the server was asked since. */
function asOf(carried: AttentionItem, today: Day): AttentionItem {
  // A phone may still carry what was fetched before meetings were told.
  const item = { ...carried, meetings: carried.meetings ?? [] };
  return item.snooze && item.snooze.until <= today ? { ...item, snooze: null } : item;
}

/** @throws Problem of a unit that is not carried: the server is asked */
function carried({ unitId }: Named, replica: Replica): AttentionRecord {
  return carriedOrThrow(replica.get<AttentionRecord>('attention', unitId));
}

function found(named: Named, { items }: AttentionRecord): AttentionItem | undefined {
  return items.find((item) => isNamed(item, named));
}

function isNamed({ alert, subject }: AttentionItem, named: Named): boolean {
  return alert === named.alert && subject.id === named.subjectId;
}

function kept(named: Named, replica: Replica, snooze: AttentionItem['snooze']): OfflineOutcome {
  const record = carried(named, replica);
  const items = record.items.map((item) => (isNamed(item, named) ? { ...mine(item), snooze } : item));
  return { answer: {}, records: [{ type: 'attention', id: named.unitId, body: { ...record, items } satisfies AttentionRecord }] };
}

function mine(item: AttentionItem): AttentionItem {
  if (!item.may.includes('attention.snooze')) throw new Problem({ code: 'platform.forbidden', kind: 'forbidden', data: { verb: 'attention.snooze' } });
  return item;
}
