/** A phone without signal comes to what the server comes to: visits recorded, corrected, withdrawn, photographed, by the same rules. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act, day } from '../../../../test/world/world.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import type { OutboxCommand } from '../../../sync/outbox.ts';
import type { OfflineOutcome, Replica } from '../../../sync/phone/phone.ts';
import type { RecordType } from '../../../sync/record.ts';
import type { PlaceRecord } from '../place.shapes.ts';
import { placeSource, visitSource } from '../server/index.ts';
import { correctVisit, putVisitBack, recordVisit, withdrawVisit } from '../server/visit.commands.ts';
import { attachToVisit } from '../server/visit.files.ts';
import { visitContract } from '../visit.contract.ts';
import type { VisitRecord } from '../visit.record.ts';
import { visitOffline } from '../web/visit.offline.module.ts';
import { openVisitWorld, type VisitWorld } from './visit.world.ts';

let it: VisitWorld;
let records: Map<string, unknown>;
beforeAll(async () => { it = await openVisitWorld(); });
afterAll(() => it.close());

const replica: Replica = {
  get: <Body>(type: RecordType, id: string) => records.get(`${type} ${id}`) as Body | undefined,
  all: <Body>(type: RecordType) => [...records].filter(([key]) => key.startsWith(`${type} `)).map(([, body]) => body as Body),
};

async function pulled(): Promise<Map<string, unknown>> {
  const found = await Promise.all([placeSource, visitSource].map(async ({ type, records: of }) => (await of(it.follower, [])).map(({ id, body }) => [`${type} ${id}`, body] as const)));
  return new Map(found.flat());
}

/** On the phone: by its rules, laid over what is carried. */
function onPhone(procedure: string, input: object): { readonly input: object; readonly answer: unknown } {
  const whole = visitOffline.complete!(procedure, input as never) as { readonly id: string };
  const command: OutboxCommand = { id: newId(0), procedure, input: whole, at: '2026-11-20T09:00:00+07:00', about: visitOffline.about(procedure, whole as never)! };
  const outcome: OfflineOutcome = visitOffline.acts[procedure]!(whole as never, replica, command);
  for (const { type, id, body } of outcome.records) {
    if (body === undefined) records.delete(`${type} ${id}`);
    else records.set(`${type} ${id}`, body);
  }
  return { input: whole, answer: outcome.answer };
}

/** What the server alone knows: names, the day's meeting, the bytes. */
function comparable(visit: VisitRecord | undefined): unknown {
  if (!visit) return undefined;
  const { agreement: _agreement, meeting: _meeting, person, files, steps, promised, writer: _writer, ...rest } = visit;
  return { ...rest, person: person.id, files: files.map(({ base64: _base64, ...file }) => file), steps: steps.map(({ by: _by, former, ...step }) => ({ ...step, former: former.toSorted() })), promised };
}

const codeOf = (work: () => unknown) => { try { work(); return 'done'; } catch (error) { return (error as { code?: string }).code; } };

describe('a phone', () => {
  test('records, corrects, photographs, withdraws and puts back as the server does', async () => {
    records = await pulled();
    const promise = newId<'task'>(0);
    const made = onPhone('visits.record', { unitId: it.cell, on: '2026-11-19', kind: 'cellMeeting', met: ['secretary'], heard: [{ topic: 'roads', text: 'Cầu hỏng' }], promises: [{ id: promise, text: 'Hỏi huyện về cầu', dueOn: '2026-12-10' }] });
    const { id } = made.answer as { id: Id<'visit'> };
    const corrected = onPhone('visits.correct', { id, version: 1, on: '2026-11-18', kind: 'cellMeeting', met: ['secretary', 'members'], heard: [{ topic: 'roads', text: 'Cầu hỏng' }], advice: 'Cắm biển báo' });
    const base64 = Buffer.from([0xff, 0xd8, 0xff, 0xd9]).toString('base64');
    const attached = onPhone('visits.attach', { id, name: 'cau.jpg', base64, hasNoSecrecyStamp: true });
    expect(records.get(`task ${promise}`)).toMatchObject({ title: 'Hỏi huyện về cầu', state: 'open', origin: { kind: 'visit', id } });
    const onThePhone = comparable(replica.get<VisitRecord>('visit', id));
    await act(it.follower, (ctx) => recordVisit(ctx, made.input as never));
    await act(it.follower, (ctx) => correctVisit(ctx, corrected.input as never));
    await act(it.follower, (ctx) => attachToVisit(ctx, attached.input as never));
    records = await pulled();
    expect(onThePhone).toEqual(comparable(replica.get<VisitRecord>('visit', id)));
    onPhone('visits.withdraw', { id, reason: 'Ghi nhầm' });
    expect(records.has(`task ${promise}`)).toBe(false);
    const withdrawn = comparable(replica.get<VisitRecord>('visit', id)) as { isWithdrawn: boolean; version: number };
    await act(it.follower, (ctx) => withdrawVisit(ctx, { id, reason: 'Ghi nhầm' }));
    records = await pulled();
    expect(replica.get<VisitRecord>('visit', id)).toMatchObject({ isWithdrawn: withdrawn.isWithdrawn, version: withdrawn.version });
    onPhone('visits.putBack', { id });
    await act(it.follower, (ctx) => putVisitBack(ctx, { id }));
    expect(replica.get<VisitRecord>('visit', id)).toMatchObject({ isWithdrawn: false, version: withdrawn.version + 1 });
  });

  test('done twice, of what waits sent again, is done once on both sides', async () => {
    records = await pulled();
    const id = newId<'visit'>(0);
    const input = { id, unitId: it.commune, on: '2026-11-17', kind: 'committeeMeeting' };
    expect(onPhone('visits.record', input).answer).toEqual(onPhone('visits.record', input).answer);
    const whole = visitContract.record.input.parse(input);
    expect(await act(it.follower, (ctx) => recordVisit(ctx, whole))).toEqual(await act(it.follower, (ctx) => recordVisit(ctx, whole)));
  });

  test('refuses what the server refuses, and what it does not carry it leaves to the server', async () => {
    records = await pulled();
    expect(codeOf(() => onPhone('visits.record', { unitId: it.cell, on: '2026-11-21', kind: 'field' }))).toBe('visits.inFuture');
    expect(codeOf(() => onPhone('visits.record', { unitId: it.other, on: '2026-11-19', kind: 'field' }))).toBe('sync.notCarried');
    expect(codeOf(() => onPhone('visits.record', { unitId: it.cell, personId: it.cadre, on: '2026-11-19', kind: 'field' }))).toBe('sync.notCarried');
    const [visit] = replica.all<VisitRecord>('visit');
    expect(codeOf(() => onPhone('visits.correct', { id: visit!.id, version: 99, on: visit!.on, kind: visit!.kind }))).toBe('platform.stale');
  });

  test('answers the own visits, the places with what is owed, and their briefs; nothing of others', async () => {
    records = await pulled();
    const now = { today: day('2026-11-20'), clock: '09:00' };
    const ask = (procedure: string, input: object) => visitOffline.answers[procedure]!(input as never, replica, now) as { items: unknown[] } | undefined;
    expect(ask('visits.list', { mine: 'yes' })!.items.length).toBeGreaterThan(0);
    expect(ask('visits.list', {})).toBeUndefined();
    const { items } = ask('visits.places', {}) as unknown as { items: PlaceRecord['place'][] };
    expect(items).toMatchObject([{ unit: { id: it.commune }, quarter: { visits: { owed: 1 } } }]);
    expect(ask('visits.brief', { unitId: it.commune })).toMatchObject({ unit: { name: 'Đảng bộ xã Hạ' } });
    expect(ask('visits.brief', { unitId: it.other })).toBeUndefined();
  });

  test('that was recorded for a place counts in its quarter at once', async () => {
    records = await pulled();
    const before = replica.get<PlaceRecord>('place', it.commune)!.place.quarter.visits.done;
    onPhone('visits.record', { unitId: it.cell, on: '2026-11-16', kind: 'field' });
    expect(replica.get<PlaceRecord>('place', it.commune)!.place.quarter.visits.done).toBe(before + 1);
  });
});
