/**
 * Two phones of one cell in random interleavings of acts, cuts, losses, doublings, kills and restarts of the server, each run from
 * its seed. At the end nothing is lost, nothing is doubled, nothing is written over unseen, all three hold the same, and every
 * refusal stands in an outbox.
 * `PHONE_RUNS=1000` runs more of them, `PHONE_SEED=7` begins elsewhere.
 */
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { LeaveReason, Mark } from '../../modules/meetings/meeting.kinds.ts';
import { mineAgain, type Theirs } from '../../modules/meetings/meeting.conflict.ts';
import type { MeetingRecord, WholeMeeting } from '../../modules/meetings/meeting.record.ts';
import { meetingOffline } from '../../modules/meetings/web/meeting.offline.module.ts';
import { day } from '../../platform/day.ts';
import { newId } from '../../platform/ids.ts';
import type { AwayRecord } from '../../modules/membership/away.record.ts';
import type { OutboxCommand } from '../outbox.ts';
import type { PhoneRecord } from '../record.ts';
import { carriedOf, layOver } from '../phone/replica.ts';
import { overwrittenIn } from './overwriting.ts';
import { rest } from './phone.world.ts';
import { chanceFrom, deviceOf, lineOf, modules, oneOf, serveCells, type Accepted, type Cell, type Chance, type ServedCells, type TestDevice } from './two.phones.world.ts';

const runs = Number(process.env['PHONE_RUNS'] ?? 20);
const firstSeed = Number(process.env['PHONE_SEED'] ?? 1);
/** A world of few cells: pulling asks about all units there are. */
const cellsOfWorld = 10;
const steps = 22;
const minute = 60_000;

/** What has happened in all runs: a run in which nothing goes wrong proves nothing. */
const happened: Record<string, number> = {};
const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index);

for (let from = 0; from < seeds.length; from += cellsOfWorld) {
  const some = seeds.slice(from, from + cellsOfWorld);
  test(`two phones come to the same, from seeds ${some[0]} to ${some.at(-1)}`, { timeout: 30 * minute }, async () => {
    const served = await serveCells(some.length);
    try {
      for (const [index, seed] of some.entries()) await runFrom(seed, served, served.cells[index]!);
    } finally {
      await served.close();
    }
  });
}

afterAll(() => {
  if (process.env['PHONE_RUNS']) console.log({ ...happened, cpu: process.cpuUsage().user / 1e6 });
  if (runs < 20) return;
  for (const kind of ['accepted', 'refused', 'meetings.changedMeanwhile', 'killed', 'server restarted']) expect(happened[kind] ?? 0, kind).toBeGreaterThan(0);
});

function count(kind: string): void {
  happened[kind] = (happened[kind] ?? 0) + 1;
}

async function runFrom(seed: number, served: ServedCells, cell: Cell): Promise<void> {
  const chance = chanceFrom(seed);
  const accepted: Accepted = new Map();
  const devices: TestDevice[] = [];
  for (const account of cell.accounts) devices.push(await deviceOf({ account, line: lineOf({ served, account, chance, accepted }) }));
  const { id } = (await devices[0]!.phone().act('meetings.plan', { unitId: cell.id, on: '2026-11-20', kind: 'regular' })) as { id: string };
  if (chance() < 0.7) await devices[0]!.phone().act(...open(id));
  if (chance() < 0.5) await closed(devices[0]!, id);
  await devices[0]!.phone().act('membership.goAway', { personId: cell.people[0]!, period: { from: '2026-11-10', to: null }, place: 'Bình Dương', withLeave: true });
  await devices[0]!.phone().sync();
  await devices[1]!.phone().sync();
  const beginning = await carriedBy(served, devices[0]!);
  const before = new Set(accepted.keys());
  accepted.clear();
  for (let step = 0; step < steps; step += 1) await stepOf({ chance, served, cell, devices });
  await comeToRest(devices);
  try {
    await expectNothingLost(served, { devices, took: new Set([...before, ...accepted.keys()]) });
    expect(overwrittenIn(accepted.values())).toEqual([]);
    await expectTheSame(served, { cell, devices });
    await expectExactly(served, { device: devices[0]!, beginning, accepted });
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

/** Of an opened one; one that is not open stays as it is. */
async function closed(device: TestDevice, id: string): Promise<void> {
  const { state } = (await device.phone().answer('meetings.meeting', { id })) as WholeMeeting;
  if (state !== 'open') return;
  await device.phone().act('meetings.mark', { id, marks: [], rest: 'present' });
  await device.phone().act('meetings.close', { id, ends: '20:30' });
}

interface Run {
  readonly chance: Chance;
  readonly served: ServedCells;
  readonly cell: Cell;
  readonly devices: readonly TestDevice[];
}

async function stepOf(run: Run): Promise<void> {
  const { chance, served, devices } = run;
  const device = oneOf(chance, devices)!;
  const dice = chance();
  if (dice < 0.1) device.line.isCut = !device.line.isCut;
  else if (dice < 0.14) device.line.misfortunes = chance() < 0.5 ? 0 : 60;
  else if (dice < 0.2) await device.phone().sync().catch(() => undefined);
  else if (dice < 0.26) await device.at.passes(chance() * 5 * minute);
  else if (dice < 0.29) {
    count('server restarted');
    await served.restart();
  } else if (dice < 0.33) {
    // In the middle of whatever it is doing.
    count('killed');
    void actOn(run, device).catch(() => undefined);
    if (chance() < 0.5) await rest();
    await device.restart();
  } else if (dice < 0.33 + 0.1 * Number(device.entries().some(({ standing }) => standing.is === 'refused'))) await decide(device, chance);
  else await actOn(run, device);
}

/** As the page of what waits does it: against the other's, or given up. */
async function decide(device: TestDevice, chance: Chance): Promise<void> {
  const refused = device.entries().find(({ standing }) => standing.is === 'refused');
  if (refused?.standing.is !== 'refused') return;
  const { command, standing } = refused;
  const isConflict = standing.refusal.code.endsWith('.changedMeanwhile');
  const input = isConflict ? againstTheirs(command, standing.refusal.data ?? {}) : undefined;
  await device.phone().settle(command.id, input !== undefined && chance() < 0.6 ? { give: 'again', input } : { give: 'up' });
  device.settled.add(command.id);
  count('decided');
}

function againstTheirs({ procedure, input }: OutboxCommand, data: Readonly<Record<string, unknown>>): object | undefined {
  const given = input as Record<string, unknown>;
  return procedure === 'membership.keepContact' ? { ...given, seen: data['agreed'] } : mineAgain(procedure, given, data as Theirs);
}

async function actOn({ chance, cell }: Run, device: TestDevice): Promise<void> {
  const phone = device.phone();
  const { items } = (await phone.answer('meetings.list', { unitId: cell.id })) as { items: readonly { id: string }[] };
  const whole = (await phone.answer('meetings.meeting', { id: oneOf(chance, items)?.id })) as WholeMeeting | undefined;
  if (!whole) return;
  const { items: away } = (await phone.answer('membership.away', { unitId: cell.id })) as { items: readonly AwayRecord[] };
  const [procedure, input] = oneOf(chance, choicesOf(whole, { chance, cell, away }))!;
  await phone.act(procedure, input).catch((error: unknown) => {
    // What a rule refuses is told to the person; anything else is a fault of ours.
    if (!(error instanceof Error && error.name === 'ApiProblem')) throw error;
  });
}

type Choice = readonly [procedure: string, input: object];

function choicesOf(whole: WholeMeeting, { chance, cell, away }: Pick<Run, 'chance' | 'cell'> & { readonly away: readonly AwayRecord[] }): Choice[] {
  const { id } = whole;
  const person = oneOf(chance, cell.people)!;
  const around: Choice[] = [
    ['membership.goAway', { personId: person, period: { from: '2026-11-10', to: null }, place: 'Bình Dương', withLeave: true }],
    ...repeated(2, keepContact(away, chance)),
    ['membership.comeBack', { personId: person, on: '2026-11-18' }],
  ];
  const planned: Choice[] = [
    ['meetings.plan', { unitId: cell.id, on: '2026-12-03', kind: 'regular', seen: [] }],
    change(whole, chance),
    ['meetings.postpone', { id, on: oneOf(chance, ['2026-11-24', '2026-11-25', '2026-11-26']), reason: 'Mưa bão', seen: whole.on }],
    ...repeated(2, answer(whole, chance)),
    ...around,
  ];
  if (whole.state === 'planned' || whole.state === 'invited') return [...planned, ...repeated(3, open(id)), put(whole, chance, 'agenda'), put(whole, chance, 'guests')];
  if (whole.state === 'open') return [...repeated(8, mark(whole, chance)), ...(['agenda', 'guests', 'opinions', 'votes', 'conclusions', 'conclusions'] as const).map((part) => put(whole, chance, part)), remove(whole, chance), ...repeated(2, score(whole, chance)), ['meetings.close', { id, ends: '20:30' }], ['meetings.unopen', { id }]];
  const task = oneOf(chance, whole.conclusions);
  if (whole.state === 'closed') return [...around, ...repeated(3, writeMinutes(whole, chance)), ...repeated(2, score(whole, chance)), ['meetings.adopt', { id, on: '2026-11-20' }], ['meetings.reopen', { id }]];
  return [...planned, ['meetings.reopen', { id }], ...(task ? [['tasks.settle', { id: task.id, state: 'done', on: '2026-11-20' }] as const] : [])];
}

function repeated(times: number, choice: Choice): Choice[] {
  return Array.from({ length: times }, () => choice);
}

function open(id: string): Choice {
  return ['meetings.open', { id, starts: '19:30' }];
}

const reasons: readonly (readonly [Mark, LeaveReason | null])[] = [['present', null], ['online', null], ['excused', 'personal'], ['absent', null]];

function mark({ id, roll }: WholeMeeting, chance: Chance): Choice {
  // Of a few: two who mark the same member are what this is about.
  const entry = oneOf(chance, roll.filter(({ basis }) => basis === 'expected').slice(0, 2)) ?? roll[0]!;
  const [as, reason] = oneOf(chance, reasons)!;
  return ['meetings.mark', { id, marks: [{ personId: entry.person.id, mark: as, reason, seen: { mark: entry.mark, reason: entry.reason } }] }];
}

type PartName = 'agenda' | 'guests' | 'opinions' | 'votes' | 'conclusions';

function put(whole: WholeMeeting, chance: Chance, part: PartName): Choice {
  const there = chance() < 0.5 ? oneOf<{ id: string }>(chance, whole[part]) : undefined;
  const words = oneOf(chance, ['thứ nhất', 'thứ hai', 'thứ ba']);
  const fresh = {
    agenda: { title: `Việc ${words}`, isDone: chance() < 0.5 }, guests: { name: `Khách ${words}`, role: 'cadre', personId: null, isPresent: true },
    opinions: { itemId: null, personId: null, text: `Ý kiến ${words}` }, votes: { question: `Biểu quyết ${words}`, inFavour: 1, against: 0, abstained: 0 }, conclusions: { text: `Kết luận ${words}`, ownerId: null, dueOn: '2026-12-01' },
  }[part];
  const seen = there ? { part, item: pieceOf(part, there) } : null;
  return ['meetings.put', { id: whole.id, piece: { part, item: { id: there?.id ?? newId(0), ...fresh } }, seen }];
}

/** With what a screen that shows the meeting would have seen. */
function change({ id, kind, isExtended, starts, place, mode, topic, seriesId }: WholeMeeting, chance: Chance): Choice {
  const seen = { kind, isExtended, starts, place, mode, topic, seriesId };
  return ['meetings.change', { id, ...seen, ...(chance() < 0.5 ? { place: oneOf(chance, ['Nhà văn hóa', 'Nhà bí thư']) } : { starts: oneOf(chance, ['19:00', '19:30', '20:00']) }), seen }];
}

function answer({ id, roll }: WholeMeeting, chance: Chance): Choice {
  const entry = oneOf(chance, roll.filter(({ basis }) => basis === 'expected').slice(0, 2)) ?? roll[0]!;
  const given = chance() < 0.2 ? { answer: 'coming', reason: null, decision: null } : { answer: 'leave', reason: 'personal', decision: oneOf(chance, ['granted', 'refused']) };
  return ['meetings.answer', { id, personId: entry.person.id, ...given, seen: { answer: entry.answer, reason: entry.leave?.reason ?? null, decision: entry.leave?.decision ?? null } }];
}

function score({ id, frame, score: stands }: WholeMeeting, chance: Chance): Choice {
  return ['meetings.score', { id, points: { [frame.criteria[0]!.code]: oneOf(chance, [1, 2, 3]) }, seen: stands?.points ?? null }];
}

function writeMinutes({ id, text, isTextStale }: WholeMeeting, chance: Chance): Choice {
  return ['meetings.writeMinutes', { id, text: `Biên bản ${oneOf(chance, ['thứ nhất', 'thứ hai', 'thứ ba'])}`, seen: { text, isStale: isTextStale } }];
}

/** Of somebody who is not away it is refused before it is kept. */
function keepContact(away: readonly AwayRecord[], chance: Chance): Choice {
  const row = oneOf(chance, away);
  const seen = row && { contactedOn: row.contactedOn, contactDueOn: row.contactDueOn, assignedWork: row.assignedWork };
  return ['membership.keepContact', { personId: row?.personId ?? newId(0), on: '2026-11-19', dueOn: oneOf(chance, ['2026-12-10', '2026-12-19']), work: oneOf(chance, ['Gửi ý kiến', 'Vận động']), ...(seen ? { seen } : {}) }];
}

function remove(whole: WholeMeeting, chance: Chance): Choice {
  const part = oneOf(chance, ['guests', 'opinions', 'conclusions'] as const)!;
  const item = oneOf<{ id: string }>(chance, whole[part]);
  return ['meetings.remove', { id: whole.id, part, itemId: item?.id ?? newId(0), ...(item ? { seen: { part, item: pieceOf(part, item) } } : {}) }];
}

/** A conclusion is read with its owner's name and its state; a piece is sent without. */
function pieceOf(part: PartName, item: { readonly id: string }): object {
  if (part !== 'conclusions') return item;
  const { owner: _owner, state: _state, ...piece } = item as WholeMeeting['conclusions'][number];
  return piece;
}

/** The lines hold, everything is sent, and each phone fetches what the other has sent. */
async function comeToRest(devices: readonly TestDevice[]): Promise<void> {
  for (const { line } of devices) Object.assign(line, { isCut: false, misfortunes: 0 });
  for (let round = 0; round < 2; round += 1) {
    for (const device of devices) {
      await device.at.passes(6 * minute);
      await device.phone().sync();
    }
  }
}

interface Kept {
  readonly refusal: { readonly code: string } | null;
}

/** `took`: ids that were seen to be taken, on the line itself. */
async function expectNothingLost({ world }: ServedCells, { devices, took }: { devices: readonly TestDevice[]; took: ReadonlySet<string> }): Promise<void> {
  for (const { account, made, settled, entries } of devices) {
    const { rows } = await sql<Kept & { id: string }>`select id, refusal from commands where account_id = ${account.id}`.execute(world.db);
    const kept = new Map(rows.map((row) => [row.id, row]));
    expect(entries().map(({ standing }) => standing.is).filter((is) => is !== 'refused')).toEqual([]);
    const refused = new Set(entries().map(({ command }) => command.id));
    for (const id of made) {
      const row = kept.get(id);
      // Done on the server, or it stands before a person: never neither, never both.
      const isDone = row !== undefined && row.refusal === null;
      // The other device had done the same: the phone itself has let it go.
      const stood = !isDone && !refused.has(id) && !settled.has(id) && row?.refusal?.code.startsWith('meetings.is_') === true;
      if (stood) {
        count('stood');
        continue;
      }
      expect(isDone, `${id} was made, and is ${isDone ? 'done' : 'not done'}`).toBe(!refused.has(id) && !settled.has(id));
      expect(took.has(id), `${id} was ${isDone ? '' : 'not '}done`).toBe(isDone);
      count(isDone ? 'accepted' : 'refused');
      if (row?.refusal) count(row.refusal.code);
      const procedure = entries().find(({ command }) => command.id === id)?.command.procedure;
      if (row?.refusal?.code.endsWith('.changedMeanwhile') && procedure) count(`kept apart: ${procedure}`);
    }
  }
}

async function expectTheSame(served: ServedCells, { cell, devices }: { cell: Cell; devices: readonly TestDevice[] }): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from meetings where unit_id = ${cell.id} order by id`.execute(served.world.db);
  for (const { line, phone } of devices) {
    const held = (await phone().answer('meetings.list', { unitId: cell.id })) as { items: readonly { id: string }[] };
    expect(held.items.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id));
    for (const { id } of rows) expect(plain(await phone().answer('meetings.meeting', { id }))).toEqual(await (await line.reach(`/api/meetings/${id}`, {})).json());
    for (const [procedure, path] of [['tasks.list', '/api/tasks'], ['membership.away', '/api/membership/away']] as const) {
      expect(inOrder(plain(await phone().answer(procedure, { unitId: cell.id })))).toEqual(inOrder(await (await line.reach(`${path}?unitId=${cell.id}`, {})).json()));
    }
  }
}

/** Rows that are due on the same day stand in no order that a phone could know. */
function inOrder(answer: unknown): unknown[] {
  const { items } = answer as { items: readonly { readonly id?: string; readonly personId?: string }[] };
  return items.toSorted((one, other) => ((one.id ?? one.personId ?? '') < (other.id ?? other.personId ?? '') ? -1 : 1));
}

/** Done again in their order by the rules of the phone, the accepted commands come to what the server holds, version for version. */
async function expectExactly(served: ServedCells, { device, beginning, accepted }: { device: TestDevice; beginning: readonly PhoneRecord[]; accepted: Accepted }): Promise<void> {
  const laid = layOver({ carried: carriedOf(beginning), entries: [], modules });
  for (const command of accepted.values()) laid.lay(command);
  for (const { type, id, body } of await carriedBy(served, device)) {
    if (type === 'task') expect(plain(laid.get(type, id))).toEqual(body);
    // Who would be on the roll of a meeting that is still ahead is told when it is read.
    if (type === 'meeting') expect(plain(meetingOffline.answers['meetings.meeting']!({ id } as never, laid, { today: day('2026-11-20'), clock: '10:00' }))).toEqual((body as MeetingRecord).whole);
  }
}

async function carriedBy(_served: ServedCells, { line, phone }: TestDevice): Promise<readonly PhoneRecord[]> {
  const { deviceId } = JSON.parse(await (await phone().file()).text()) as { deviceId: string };
  const answer = await line.reach('/api/sync/pull', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ deviceId, held: {} }) });
  return ((await answer.json()) as { changed: readonly PhoneRecord[] }).changed;
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
