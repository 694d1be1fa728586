/** The list of what needs attention, and putting off, on a phone without signal: by what the server told last. Pure. */
import type { z } from 'zod';
import { dayIn, type Day } from '../../platform/day.ts';
import { Problem } from '../../platform/problem.ts';
import { carriedOrThrow } from '../../sync/carried.ts';
import { pageOfAll, severalOf } from '../../sync/phone/pages.ts';
import type { OfflineModule, OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import { isCarried, standsUnder } from '../meetings/meeting.offline.answers.ts';
import type { attentionContract } from './attention.contract.ts';
import type { AttentionItem, AttentionRecord, Summary } from './attention.record.ts';
import { refusalOfSnooze } from './attention.snooze.ts';

type Asked<K extends 'list' | 'summary'> = z.input<(typeof attentionContract)[K]['input']>;
type Input<K extends 'snooze' | 'resume'> = z.output<(typeof attentionContract)[K]['input']>;
type Named = Input<'resume'>;

export const attentionAnswers: OfflineModule['answers'] = {
  'attention.list': ({ unitId, alert, snoozed, ...paging }: Asked<'list'>, replica, { today }) => {
    const records = recordsOf(unitId, replica);
    if (!records) return undefined;
    const [kinds, isAskedOff] = [severalOf(alert as string | readonly string[] | undefined), snoozed === 'true' || snoozed === '1'];
    const shown = inOrder(records).map((item) => asOf(item, today)).filter((item) => (item.snooze !== null) === isAskedOff && (!kinds || kinds.includes(item.alert)));
    return pageOfAll(shown, paging);
  },
  /** Of alerts only those that stand somewhere; units below are not told apart. */
  'attention.summary': ({ unitId }: Asked<'summary'>, replica, { today, toldOn }): Summary | undefined => {
    const records = recordsOf(unitId, replica);
    if (!records) return undefined;
    const items = records.flatMap((record) => record.items.map((item) => asOf(item, today)));
    const count = (alert: string, isOff: boolean) => items.filter((item) => item.alert === alert && (item.snooze !== null) === isOff).length;
    const words = [...new Map(records.flatMap(({ alerts }) => alerts).map((one) => [one.id, one])).values()].toSorted((one, other) => one.place - other.place);
    return { asOf: toldOn ?? today, alerts: words.map(({ place: _, ...alert }) => ({ ...alert, count: count(alert.id, false), snoozed: count(alert.id, true) })), units: [] };
  },
};

export const attentionActs: OfflineModule['acts'] = {
  'attention.snooze': ({ until, reason, ...named }: Input<'snooze'>, replica, { at }) => {
    const refusal = refusalOfSnooze(until, dayIn(new Date(at)));
    if (refusal) throw new Problem(refusal);
    if (!found(named, carried(named, replica))) throw new Problem({ code: 'attention.notThere', kind: 'conflict' });
    return kept(named, replica, { until, reason, by: null });
  },
  'attention.resume': (named: Named, replica) => {
    if (!found(named, carried(named, replica))?.snooze) throw new Problem({ code: 'attention.notSnoozed', kind: 'conflict' });
    return kept(named, replica, null);
  },
};

/** What was settled meanwhile needs no putting off, and what nobody puts off any more no bringing back. */
export const attentionStands: NonNullable<OfflineModule['stands']> = ({ procedure, input }, replica) => {
  // The inputs of these two procedures were taken by their shapes.
  const named = input as Named;
  const record = procedure in attentionActs ? replica.get<AttentionRecord>('attention', named.unitId) : undefined;
  if (!record) return false;
  const item = found(named, record);
  return procedure === 'attention.snooze' ? item === undefined : !item?.snooze;
};

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

/** On its day what was put off is back by itself, whether or not the server was asked since. */
function asOf(item: AttentionItem, today: Day): AttentionItem {
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
