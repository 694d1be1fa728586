/** The attention list through its procedures: each alert appears by its rule and day and goes when it is settled; putting off; reach. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { RoleCode } from '../../../access/roles.ts';
import type { Verb } from '../../../access/verbs.ts';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as meetings from '../../meetings/server/meeting.commands.ts';
import { lastWorkingDay } from '../../membership/member.alerts.ts';
import { membershipContract } from '../../membership/membership.contract.ts';
import * as membership from '../../membership/server/membership.commands.ts';
import { workingCalendar } from '../../rules/server/index.ts';
import { set } from '../../rules/server/rule.commands.ts';
import { addWorkingDays } from '../../rules/working.days.ts';
import { attentionContract } from '../attention.contract.ts';
import { resume, snooze } from '../server/attention.commands.ts';
import { listAttention, summarise } from '../server/attention.reads.ts';

let world: World;
let build: Build;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world);
});
afterAll(() => world.close());

interface Place { readonly commune: Id<'unit'>; readonly cell: Id<'unit'>; readonly members: readonly Id<'person'>[] }

/** A commune with one cell and three members, apart from those of other tests. */
async function place(): Promise<Place> {
  const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã' });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  const members = [];
  for (const name of ['An', 'Bình', 'Cường']) {
    const person = await build.person({ name });
    await build.member(person, cell);
    members.push(person);
  }
  await build.derive();
  return { commune, cell, members };
}

const as = (role: RoleCode, unitId: Id<'unit'>, on = '2026-11-20') => contextFor(world, actorWith([{ role, unitId }]), new Date(`${on}T03:00:00Z`));
const secretaryOf = ({ cell }: Place, on?: string) => as('cell_secretary', cell, on);
const officeOf = ({ commune }: Place, on?: string) => as('office_officer', commune, on);

const list = (ctx: Ctx, input: z.input<(typeof attentionContract)['list']['input']> = {}) => listAttention(ctx, attentionContract.list.input.parse(input));
/** "alert name" of each row; without those of an alert that the test is not about. */
async function told(ctx: Ctx, about = ''): Promise<string[]> {
  return (await list(ctx)).items.filter(({ alert }) => alert.startsWith(about)).map(({ alert, subject }) => `${alert} ${subject.name}`);
}
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

interface Held { readonly on: string; readonly kind?: 'regular' | 'thematic'; readonly absent?: readonly Id<'person'>[]; readonly seriesId?: Id<'meeting'> }

/** A whole meeting, entered afterwards; everybody came who is not said to be absent. */
async function hold(ctx: Ctx, unitId: Id<'unit'>, { on, kind = 'regular', absent = [], seriesId }: Held): Promise<Id<'meeting'>> {
  const input = meetingContract.record.input.parse({ unitId, on, kind, starts: '19:30', ends: '21:00', topic: 'Học và làm theo Bác', exceptions: absent.map((personId) => ({ personId, mark: 'absent' })), ...(seriesId ? { seriesId } : {}) });
  return (await act(ctx, (inside) => meetings.record(inside, input))).id as Id<'meeting'>;
}

const setRule = (ctx: Ctx, scopeUnitId: Id<'unit'>, { key, value, from }: { key: 'meeting.regular.dueDay' | 'meeting.thematic.perQuarter' | 'meeting.minutesDays' | 'removal.monthsAbsentOrUnpaid'; value: number; from: string }) =>
  act(ctx, (inside) => set(inside, { key, scopeUnitId, value, from: day(from), to: null, document: 'Quy chế 05-QC/ĐU', article: 'Điều 4', reason: null }));

describe('the regular meeting of the month', () => {
  test('is missed from the day of the rule on, until one is held; a commune may set another day', async () => {
    const at = await place();
    expect(await told(secretaryOf(at, '2026-11-24'))).toEqual([]);
    const [item] = (await list(secretaryOf(at, '2026-11-25'))).items;
    expect(item).toMatchObject({ alert: 'meeting.regularMissing', unit: { id: at.cell }, subject: { kind: 'unit', id: at.cell }, since: '2026-11-25', dueOn: '2026-11-30', href: `/sinh-hoat?donVi=${at.cell}` });
    expect(item!.citations.map(({ key, value }) => [key, value])).toEqual([['meeting.regular.dueDay', 25], ['meeting.regular.perMonth', 1]]);

    await setRule(officeOf(at), at.commune, { key: 'meeting.regular.dueDay', value: 15, from: '2026-11-01' });
    expect(await told(secretaryOf(at, '2026-11-14'))).toEqual([]);
    const [earlier] = (await list(secretaryOf(at, '2026-11-15'))).items;
    expect(earlier).toMatchObject({ since: '2026-11-15', citations: [{ value: 15, document: 'Quy chế 05-QC/ĐU', article: 'Điều 4', confidence: 'read' }, { value: 1 }] });

    await hold(secretaryOf(at), at.cell, { on: '2026-11-10' });
    expect(await told(secretaryOf(at, '2026-11-16'))).toEqual([]);
  });

  test('is not missed by a cell without members, nor by one founded this month; a short month ends the wait on its last day', async () => {
    const commune = await build.unit({ kind: 'commune_party' });
    await build.unit({ kind: 'cell', parent: commune });
    const young = await build.unit({ kind: 'cell', parent: commune, from: '2026-11-02' });
    const own = await build.unit({ kind: 'cell', name: 'Chi bộ lâu năm', parent: commune });
    for (const cell of [young, own]) await build.member(await build.person(), cell, { from: '2026-11-02' });
    await build.derive();
    expect(await told(as('office_officer', commune, '2026-11-28'))).toEqual(['meeting.regularMissing Chi bộ lâu năm']);
    await setRule(as('office_officer', commune), commune, { key: 'meeting.regular.dueDay', value: 31, from: '2026-01-01' });
    expect(await told(as('office_officer', commune, '2026-11-29'))).toEqual([]);
    expect(await told(as('office_officer', commune, '2026-11-30'))).toHaveLength(1);
  });
});

test('the thematic meeting of the quarter is missed in its last month, until one is held in the quarter', async () => {
  const at = await place();
  expect(await told(secretaryOf(at, '2026-08-31'), 'meeting.thematic')).toEqual([]);
  expect((await list(secretaryOf(at, '2026-09-01'))).items).toMatchObject([{ alert: 'meeting.thematicMissing', since: '2026-09-01', dueOn: '2026-09-30' }]);
  await hold(secretaryOf(at), at.cell, { on: '2026-06-30', kind: 'thematic' });
  expect(await told(secretaryOf(at, '2026-09-01'), 'meeting.thematic')).toHaveLength(1);
  const first = await hold(secretaryOf(at), at.cell, { on: '2026-07-03', kind: 'thematic' });
  expect(await told(secretaryOf(at, '2026-09-01'), 'meeting.thematic')).toEqual([]);
  // Several sittings on one topic are one.
  await setRule(officeOf(at), at.commune, { key: 'meeting.thematic.perQuarter', value: 2, from: '2026-07-01' });
  await hold(secretaryOf(at), at.cell, { on: '2026-08-03', kind: 'thematic', seriesId: first });
  expect(await told(secretaryOf(at, '2026-09-01'), 'meeting.thematic')).toHaveLength(1);
  await hold(secretaryOf(at), at.cell, { on: '2026-08-10', kind: 'thematic' });
  expect(await told(secretaryOf(at, '2026-09-01'), 'meeting.thematic')).toEqual([]);
});

test('minutes are judged by the rule that held on the day of the meeting, whatever holds since', async () => {
  const at = await place();
  await hold(secretaryOf(at), at.cell, { on: '2026-11-03' });
  await setRule(officeOf(at), at.commune, { key: 'meeting.minutesDays', value: 14, from: '2026-11-05' });
  expect((await list(secretaryOf(at, '2026-11-11'))).items).toMatchObject([{ alert: 'meeting.minutesLate', dueOn: '2026-11-10' }]);
});

test('a meeting that stays open is told from the next day on, until it is closed', async () => {
  const at = await place();
  const evening = secretaryOf(at, '2026-11-20');
  const { id } = await act(evening, (ctx) => meetings.plan(ctx, meetingContract.plan.input.parse({ unitId: at.cell, kind: 'regular', on: '2026-11-20', starts: '19:30' })));
  await act(evening, (ctx) => meetings.open(ctx, meetingContract.open.input.parse({ id })));
  expect(await told(evening)).toEqual([]);
  const next = secretaryOf(at, '2026-11-21');
  expect((await list(next)).items).toMatchObject([{ alert: 'meeting.leftOpen', subject: { kind: 'meeting', id, name: 'regular' }, since: '2026-11-20', href: `/sinh-hoat/${id}`, citations: [] }]);
  await act(next, (ctx) => meetings.mark(ctx, meetingContract.mark.input.parse({ id, marks: [], rest: 'present' })));
  await act(next, (ctx) => meetings.close(ctx, meetingContract.close.input.parse({ id, ends: '21:00' })));
  expect(await told(next)).toEqual([]);
});

test('minutes are late after the days of the rule, until they are adopted', async () => {
  const at = await place();
  const id = await hold(secretaryOf(at), at.cell, { on: '2026-11-03' });
  expect(await told(secretaryOf(at, '2026-11-10'))).toEqual([]);
  const late = secretaryOf(at, '2026-11-11');
  expect((await list(late)).items).toMatchObject([{ alert: 'meeting.minutesLate', since: '2026-11-03', dueOn: '2026-11-10', citations: [{ key: 'meeting.minutesDays', value: 7 }] }]);
  await setRule(officeOf(at), at.commune, { key: 'meeting.minutesDays', value: 14, from: '2026-11-01' });
  expect(await told(late)).toEqual([]);
  expect(await told(secretaryOf(at, '2026-11-18'))).toEqual(['meeting.minutesLate regular']);
  await act(secretaryOf(at, '2026-11-18'), (ctx) => meetings.writeMinutes(ctx, meetingContract.writeMinutes.input.parse({ id, text: 'Biên bản' })));
  await act(secretaryOf(at, '2026-11-18'), (ctx) => meetings.adopt(ctx, { id, on: day('2026-11-18') }));
  expect(await told(secretaryOf(at, '2026-11-18'))).toEqual([]);
});

describe('somebody absent without leave', () => {
  const absences = (at: Place, on: string) => told(secretaryOf(at, on), 'member.');

  test('is told by months of the year: one, two, as many as the rule names; the next year begins anew', async () => {
    const at = await place();
    const [an, binh] = at.members as [Id<'person'>, Id<'person'>];
    await hold(secretaryOf(at), at.cell, { on: '2026-08-03', absent: [an] });
    expect(await absences(at, '2026-11-20')).toEqual(['member.absentOnce An']);
    await hold(secretaryOf(at), at.cell, { on: '2026-09-03', absent: [an, binh] });
    expect(await absences(at, '2026-11-20')).toEqual(['member.absentOften An', 'member.absentOnce Bình']);
    await hold(secretaryOf(at), at.cell, { on: '2026-10-03', absent: [an] });
    const { items } = await list(secretaryOf(at), { alert: ['member.absentAtLimit'] });
    expect(items).toMatchObject([{ unit: { id: at.cell }, subject: { kind: 'person', id: an }, since: '2026-10-03', dueOn: null, amount: 3, citations: [{ key: 'removal.monthsAbsentOrUnpaid', value: 3, confidence: 'replaced', replacedBy: 'Quy định 294-QĐ/TW ngày 26/5/2025' }] }]);
    expect(items[0]!.meetings.map(({ kind, on }) => [kind, on])).toEqual([['regular', '2026-08-03'], ['regular', '2026-09-03'], ['regular', '2026-10-03']]);
    expect(await absences(at, '2027-01-01')).toEqual([]);
  });

  test('has the meetings listed to whoever reads meetings there, and to nobody else', async () => {
    const at = await place();
    await hold(secretaryOf(at), at.cell, { on: '2026-09-03', absent: [at.members[0]!] });
    const ctx = secretaryOf(at);
    const actor = ctx.actor!;
    const withoutMeetings = { ...ctx, actor: { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'meeting.read')) })) } };
    expect((await list(ctx, { alert: ['member.absentOnce'] })).items[0]!.meetings).toHaveLength(1);
    expect((await list(withoutMeetings, { alert: ['member.absentOnce'] })).items[0]!.meetings).toEqual([]);
  });

  test('is looked at by the number of the whole country: no commune sets another', async () => {
    const at = await place();
    await expect(setRule(officeOf(at), at.commune, { key: 'removal.monthsAbsentOrUnpaid', value: 2, from: '2026-01-01' })).rejects.toMatchObject({ code: 'rules.countryOnly' });
  });

  test('is not told of a month in which the member came to another regular meeting, nor of thematic ones, nor after moving away', async () => {
    const at = await place();
    const [an, binh] = at.members as [Id<'person'>, Id<'person'>];
    await hold(secretaryOf(at), at.cell, { on: '2026-09-03', absent: [an, binh] });
    await hold(secretaryOf(at), at.cell, { on: '2026-10-03', kind: 'thematic', absent: [an] });
    await hold(secretaryOf(at), at.cell, { on: '2026-09-20', absent: [binh] });
    expect(await absences(at, '2026-11-20')).toEqual(['member.absentOnce Bình']);
    const other = await build.unit({ kind: 'cell', parent: at.commune });
    await build.derive();
    await act(officeOf(at), (ctx) => membership.transfer(ctx, membershipContract.transfer.input.parse({ personId: binh, toCellId: other, on: '2026-11-10' })));
    expect(await told(officeOf(at), 'member.')).toEqual([]);
  });
});

test('an exemption is told in its last thirty days, until it ends', async () => {
  const at = await place();
  await build.exemption(at.members[0]!, { from: '2026-01-01', to: '2026-12-20' });
  await build.exemption(at.members[1]!, { from: '2026-01-01' });
  expect(await told(secretaryOf(at, '2026-11-19'))).toEqual([]);
  expect((await list(secretaryOf(at, '2026-11-20'))).items).toMatchObject([{ alert: 'member.exemptionEnding', subject: { name: 'An' }, since: '2026-01-01', dueOn: '2026-12-20' }]);
  expect(await told(secretaryOf(at, '2026-12-20'), 'member.')).toHaveLength(1);
  expect(await told(secretaryOf(at, '2026-12-21'), 'member.')).toEqual([]);
  await act(secretaryOf(at), (ctx) => membership.endExemption(ctx, membershipContract.endExemption.input.parse({ personId: at.members[0], on: '2026-11-20' })));
  expect(await told(secretaryOf(at, '2026-11-20'))).toEqual([]);
});

test('a member away is to be called from the day that was agreed', async () => {
  const at = await place();
  await build.away(at.members[0]!, { from: '2026-06-01', withLeave: true });
  await sql`update away_spells set contact_due_on = '2026-11-15' where person_id = ${at.members[0]!}`.execute(world.owner.db);
  expect(await told(secretaryOf(at, '2026-11-14'))).toEqual([]);
  expect((await list(secretaryOf(at, '2026-11-15'))).items).toMatchObject([{ alert: 'member.contactDue', subject: { name: 'An' }, dueOn: '2026-11-15' }]);
  await act(secretaryOf(at, '2026-11-16'), (ctx) => membership.comeBack(ctx, membershipContract.comeBack.input.parse({ personId: at.members[0], on: '2026-11-16' })));
  expect(await told(secretaryOf(at, '2026-11-16'))).toEqual([]);
});

describe('on the road after a transfer', () => {
  test('is told after the working days of the rule, until the arrival is recorded', async () => {
    const at = await place();
    const person = await build.person({ name: 'Dung' });
    await build.placement({ person, membership: await build.membership(person, { from: '2020-01-01' }), cell: at.cell, from: '2020-01-01', to: '2026-08-20', outReason: 'transfer_out' });
    const due = addWorkingDays(day('2026-08-21'), 30, await workingCalendar(secretaryOf(at), { from: day('2026-08-01'), to: day('2026-12-31') }));
    expect(due > addDays(day('2026-08-21'), 42)).toBe(true); // the days off of September are left out as well
    expect(await told(secretaryOf(at, due), 'member.')).toEqual([]);
    const { items } = await list(secretaryOf(at, addDays(due, 1)), { alert: ['member.notArrived'] });
    expect(items).toMatchObject([{ subject: { id: person, name: 'Dung' }, since: '2026-08-21', dueOn: due, citations: [{ key: 'transfer.presentWorkingDays', value: 30 }] }]);
    const other = await build.unit({ kind: 'cell', parent: at.commune });
    await build.derive();
    await act(officeOf(at), (ctx) => membership.arrive(ctx, membershipContract.arrive.input.parse({ personId: person, cellId: other, on: '2026-11-01' })));
    expect(await told(officeOf(at), 'member.')).toEqual([]);
  });

  test('the clock in the database is that of the working days everywhere', async () => {
    const calendar = await workingCalendar(contextFor(world, undefined), { from: day('2026-01-01'), to: day('2027-12-31') });
    for (const [start, count] of [['2026-01-30', 30], ['2026-02-13', 1], ['2026-04-29', 5], ['2026-08-28', 3], ['2026-11-20', 65], ['2026-11-21', 1]] as const) {
      const row = await firstRow(world.db, sql<{ on: Day }>`select ${lastWorkingDay(sql`${start}::date`, sql`${count}::int`)} as on`);
      expect([start, count, row?.on]).toEqual([start, count, addWorkingDays(day(start), count, calendar)]);
    }
  });
});

describe('putting off', () => {
  test('hides a row until its day; it is shown apart meanwhile and comes back by itself, or when taken back', async () => {
    const at = await place();
    const named = { alert: 'meeting.regularMissing', unitId: at.cell, subjectId: at.cell as Id as Id<'alertSubject'> };
    const today = secretaryOf(at, '2026-11-25');
    const put = (until: string, ctx = today) => act(ctx, (inside) => snooze(inside, { ...named, until: day(until), reason: 'Họp ngày 28 cùng xã' }));
    await put('2026-11-28');
    expect(await told(secretaryOf(at, '2026-11-27'))).toEqual([]);
    expect((await list(secretaryOf(at, '2026-11-27'), { snoozed: 'true' })).items).toMatchObject([{ alert: 'meeting.regularMissing', snooze: { until: '2026-11-28', reason: 'Họp ngày 28 cùng xã' } }]);
    expect((await summarise(today, {})).alerts.find(({ id }) => id === named.alert)).toMatchObject({ count: 0, snoozed: 1 });
    expect(await told(secretaryOf(at, '2026-11-28'))).toHaveLength(1);
    expect((await list(secretaryOf(at, '2026-11-28'), { snoozed: 'true' })).items).toEqual([]);

    await put('2026-11-30');
    expect(await told(secretaryOf(at, '2026-11-28'))).toEqual([]);
    await act(today, (ctx) => resume(ctx, named));
    expect(await told(today)).toHaveLength(1);
    expect(await code(act(today, (ctx) => resume(ctx, named)))).toBe('attention.notSnoozed');
    const events = await rows(world.owner.db, sql<{ type: string; data: object }>`select type, data from events where unit_id = ${at.cell} and type like 'attention.%' order by seq`);
    expect(events.map(({ type }) => type)).toEqual(['attention.snoozed', 'attention.snoozed', 'attention.resumed']);
  });

  test('is refused for a day that is not ahead, for what does not stand there, and to whoever may not', async () => {
    const at = await place();
    const beside = await place();
    const named = { alert: 'meeting.regularMissing', unitId: at.cell, subjectId: at.cell as Id as Id<'alertSubject'>, until: day('2026-11-28'), reason: 'bận' };
    const put = (changes: Partial<typeof named>, ctx = secretaryOf(at, '2026-11-25')) => code(act(ctx, (inside) => snooze(inside, { ...named, ...changes })));
    expect(await put({ until: day('2026-11-25') })).toBe('attention.notAhead');
    expect(await put({ until: day('2027-11-25') })).toBe('attention.tooFarAhead');
    expect(await put({ alert: 'meeting.other' })).toBe('attention.unknown');
    expect(await put({ subjectId: newId<'alertSubject'>(0) })).toBe('attention.notThere');
    expect(await put({ alert: 'meeting.thematicMissing' })).toBe('attention.notThere');
    expect(await put({}, secretaryOf(beside, '2026-11-25'))).toBe('platform.notFound');
    expect(await put({}, withVerbs(at.cell, ['unit.read', 'attention.read', 'meeting.read'], '2026-11-25'))).toBe('platform.forbidden');
    // Whoever may not see the subject learns nothing by trying to put it off.
    expect(await put({}, withVerbs(at.cell, ['attention.read', 'attention.snooze'], '2026-11-25'))).toBe('attention.notThere');
    expect(await put({})).toBe('done');
  });
});

function withVerbs(unitId: Id<'unit'>, verbs: readonly Verb[], on: string): Ctx {
  const actor = actorWith([{ role: 'cell_secretary', unitId }]);
  return contextFor(world, { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set(verbs) })) }, new Date(`${on}T03:00:00Z`));
}

describe('reach', () => {
  test('what lies beyond it is not told, counted or named', async () => {
    const at = await place();
    const beside = await place();
    expect((await list(secretaryOf(at, '2026-11-25'))).items.map(({ unit }) => unit.id)).toEqual([at.cell]);
    expect(await code(list(secretaryOf(at, '2026-11-25'), { unitId: beside.cell }))).toBe('platform.notFound');
    expect(await code(summarise(secretaryOf(at, '2026-11-25'), { unitId: at.commune }))).toBe('platform.notFound');
    expect((await list(contextFor(world, undefined, new Date('2026-11-25T03:00:00Z')))).items).toEqual([]);
  });

  test('a reach to the unit alone, or to it and one below, tells nothing of the others below', async () => {
    const at = await place();
    const beside = await build.unit({ kind: 'cell', name: 'Chi bộ bên', parent: at.commune });
    await build.member(await build.person(), beside);
    await build.derive();
    const grants = (...given: Parameters<typeof actorWith>[0]) => contextFor(world, actorWith(given), new Date('2026-11-25T03:00:00Z'));
    const alone = grants({ role: 'cell_secretary', unitId: at.commune, reach: 'unit' });
    expect((await list(alone, { unitId: at.commune })).items).toEqual([]);
    expect(await summarise(alone, { unitId: at.commune })).toMatchObject({ units: [] });
    const both = grants({ role: 'cell_secretary', unitId: at.commune, reach: 'unit' }, { role: 'cell_secretary', unitId: beside, reach: 'unit' });
    for (const unitId of [at.commune, undefined]) expect((await list(both, unitId ? { unitId } : {})).items.map(({ unit }) => unit.name)).toEqual(['Chi bộ bên']);
    expect((await summarise(both, { unitId: at.commune })).units).toEqual([{ id: beside, name: 'Chi bộ bên', count: 1 }]);
  });

  test('each alert asks for the verb of its subject', async () => {
    const at = await place();
    await build.exemption(at.members[0]!, { from: '2026-01-01', to: '2026-12-20' });
    const alertsFor = async (verb: Verb) => (await list(withVerbs(at.cell, ['attention.read', verb], '2026-11-25'))).items.map(({ alert }) => alert);
    expect(await alertsFor('meeting.read')).toEqual(['meeting.regularMissing']);
    expect(await alertsFor('member.read')).toEqual(['member.exemptionEnding']);
    expect((await summarise(withVerbs(at.cell, ['attention.read'], '2026-11-25'), {})).alerts.every(({ count }) => count === 0)).toBe(true);
  });
});

describe('many units', () => {
  test('are counted by alert and by child, and paged without a gap, the gravest first', async () => {
    const commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ lớn' });
    const division = await build.unit({ kind: 'grassroots_party', name: 'Đảng bộ cơ sở', parent: commune });
    for (const parent of [division, division, division, commune]) {
      const cell = await build.unit({ kind: 'cell', parent });
      const person = await build.person();
      await build.member(person, cell);
      await build.exemption(person, { from: '2026-01-01', to: '2026-12-20' });
    }
    await build.derive();
    const office = as('office_officer', commune, '2026-11-25');
    const summary = await summarise(office, { unitId: commune });
    expect(summary.alerts.filter(({ count }) => count > 0).map(({ id, count }) => [id, count])).toEqual([['meeting.regularMissing', 4], ['member.exemptionEnding', 4]]);
    expect(summary.units.map(({ count }) => count)).toEqual([6, 2]);
    expect(summary.units[0]).toMatchObject({ id: division, name: 'Đảng bộ cơ sở' });

    const whole = (await list(office, { unitId: commune })).items;
    expect(whole.map(({ alert }) => alert)).toEqual([...Array<string>(4).fill('meeting.regularMissing'), ...Array<string>(4).fill('member.exemptionEnding')]);
    const paged = [];
    for (let cursor: string | undefined, turns = 0; turns < 12; turns += 1) {
      const page: Awaited<ReturnType<typeof list>> = await list(office, { unitId: commune, limit: 3, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(paged).toEqual(whole);
    expect((await list(office, { unitId: division, alert: ['member.exemptionEnding'] })).items).toHaveLength(3);
  });

  test('are refused above a bound, naming what to ask instead; each below can be asked', async () => {
    const province = await build.unit({ kind: 'provincial_party' });
    const commune = await build.unit({ kind: 'commune_party', parent: province });
    await build.member(await build.person(), await build.unit({ kind: 'cell', parent: commune }));
    await build.derive();
    await sql`with made as (insert into units (id, home_id, created_at) select gen_random_uuid(), 0, now() from generate_series(1, 1000) returning id),
      named as (insert into unit_versions (id, unit_id, valid, name, name_key, exact_key, kind, properties) select gen_random_uuid(), id, '[2020-01-01,)', 'Chi bộ', 'chi bo', 'chi bộ', 'cell', '{}' from made)
      insert into unit_closure (hierarchy, ancestor_id, descendant_id, depth, valid) select h, ${province}::uuid, id, 1, '[2020-01-01,)' from made, unnest(array['party', 'reach']) h`.execute(world.owner.db);
    const board = as('board_officer', province, '2026-11-25');
    expect(await code(list(board))).toBe('attention.tooMuchAtOnce');
    expect(await code(summarise(board, { unitId: province }))).toBe('attention.tooMuchAtOnce');
    expect((await list(board, { unitId: commune })).items).toHaveLength(1);
  });
});

test('what was put off this month is told again next month', async () => {
  const at = await place();
  const today = secretaryOf(at, '2026-11-25');
  await act(today, (ctx) => snooze(ctx, { alert: 'meeting.regularMissing', unitId: at.cell, subjectId: at.cell as Id as Id<'alertSubject'>, until: day('2027-01-31'), reason: 'Chưa họp được' }));
  expect(await told(today, 'meeting.regular')).toEqual([]);
  expect(await told(secretaryOf(at, '2026-11-30'), 'meeting.regular')).toEqual([]);
  expect(await told(secretaryOf(at, '2026-12-25'), 'meeting.regular')).toEqual(['meeting.regularMissing Chi bộ thôn']);
});

test('a meeting of the past that is being entered just now was not left open', async () => {
  const at = await place();
  const today = officeOf(at, '2026-11-20');
  const { id } = await act(today, (ctx) => meetings.plan(ctx, meetingContract.plan.input.parse({ unitId: at.cell, kind: 'regular', on: '2026-11-03' })));
  await act(today, (ctx) => meetings.open(ctx, meetingContract.open.input.parse({ id })));
  expect(await told(today, 'meeting.left')).toEqual([]);
  expect(await told(officeOf(at, '2026-11-21'), 'meeting.left')).toEqual(['meeting.leftOpen regular']);
});

test('an exempt member who stayed away was not absent', async () => {
  const at = await place();
  await build.exemption(at.members[0]!, { from: '2026-01-01' });
  const id = await hold(secretaryOf(at), at.cell, { on: '2026-11-03', absent: [at.members[1]!] });
  await sql`update attendances set mark = 'absent' where meeting_id = ${id} and person_id = ${at.members[0]!}`.execute(world.owner.db);
  expect(await told(secretaryOf(at), 'member.absent')).toEqual(['member.absentOnce Bình']);
});
