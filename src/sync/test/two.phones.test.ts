/**
 * Two phones of one cell in random interleavings of acts, cuts, losses, doublings, kills and restarts of the server, each run from
 * its seed. At the end nothing is lost, nothing is doubled, nothing is written over unseen, all three hold the same, and every
 * refusal stands in an outbox; what the server keeps for a person stands there too, and nothing else of it anywhere.
 * `PHONE_RUNS=1000` runs more of them, `PHONE_SEED=7` begins elsewhere.
 */
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import type { WholeMeeting } from '../../modules/meetings/meeting.record.ts';
import { meetingOffline } from '../../modules/meetings/web/meeting.offline.module.ts';
import { day } from '../../platform/day.ts';
import type { PhoneRecord } from '../record.ts';
import { carriedOf, layOver } from '../phone/replica.ts';
import { overwrittenIn } from './overwriting.ts';
import { rest } from './phone.world.ts';
import { actOn, open } from './two.phones.acts.ts';
import { decideAtOffice, decideHere, isConflict } from './two.phones.office.ts';
import { chanceFrom, deviceOf, lineOf, modules, oneOf, serveCells, type Cell, type Chance, type Line, type ServedCells, type TestDevice, type Traffic } from './two.phones.world.ts';

const runs = Number(process.env['PHONE_RUNS'] ?? 20);
const firstSeed = Number(process.env['PHONE_SEED'] ?? 1);
/** A world of few cells: pulling asks about all units there are. */
const cellsOfWorld = 10;
const steps = 22;
/** Afterwards, when most has come to the server. */
const decidingSteps = 8;
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
  for (const kind of ['accepted', 'refused', 'meetings.changedMeanwhile', 'killed', 'server restarted', 'at the office: kept']) expect(happened[kind] ?? 0, kind).toBeGreaterThan(0);
});

function count(kind: string): void {
  happened[kind] = (happened[kind] ?? 0) + 1;
}

async function runFrom(seed: number, served: ServedCells, cell: Cell): Promise<void> {
  const chance = chanceFrom(seed);
  const traffic: Traffic = { came: new Map(), accepted: new Map() };
  const lineFor = (account: Cell['accounts'][number]) => lineOf({ served, account, chance, traffic });
  const devices: TestDevice[] = [];
  for (const account of cell.accounts) devices.push(await deviceOf({ account, line: lineFor(account) }));
  const offices = cell.accounts.map(lineFor);
  await begin({ chance, cell, device: devices[0]! });
  for (const device of devices) await device.phone().sync();
  const beginning = await carriedBy(served, devices[0]!);
  const before = new Set(traffic.accepted.keys());
  traffic.accepted.clear();
  const run: Run = { chance, served, cell, devices, offices };
  for (let step = 0; step < steps; step += 1) await stepOf(run);
  await comeToRest(devices);
  for (let step = 0; step < decidingSteps; step += 1) await (chance() < 0.8 ? decide(run) : stepOf(run));
  await comeToRest(devices);
  try {
    await expectNothingLost(served, { devices, took: new Set([...before, ...traffic.accepted.keys()]) });
    await expectEachBeforeSomebody(served, devices);
    expect(overwrittenIn(traffic.accepted.values())).toEqual([]);
    await expectTheSame(served, { cell, devices });
    await expectExactly(served, { device: devices[0]!, beginning, accepted: traffic.accepted });
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}

/** A meeting of today, perhaps one whose minutes are late, and a member away who is to be called. */
async function begin({ chance, cell, device }: { readonly chance: Chance; readonly cell: Cell; readonly device: TestDevice }): Promise<void> {
  const act = (procedure: string, input: object) => device.phone().act(procedure, input);
  const { id } = (await act('meetings.plan', { unitId: cell.id, on: '2026-11-20', kind: 'regular' })) as { id: string };
  if (chance() < 0.7) await act(...open(id));
  if (chance() < 0.5) await closed(device, id);
  if (chance() < 0.3) await act('meetings.record', { unitId: cell.id, on: '2026-10-05', kind: 'thematic', topic: 'Xây dựng nông thôn mới' });
  const personId = cell.people[0]!;
  await act('membership.goAway', { personId, period: { from: '2026-11-10', to: null }, place: 'Bình Dương', withLeave: true });
  await act('membership.keepContact', { personId, on: '2026-11-19', dueOn: '2026-11-20', work: 'Gửi ý kiến' });
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
  /** Computers of the accounts of the devices. */
  readonly offices: readonly Line[];
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
  } else if (dice < 0.43) await decide(run);
  else await actOn(run, device);
}

/** On the phone, or at a computer of the same account. */
async function decide({ chance, devices, offices }: Run): Promise<void> {
  const device = oneOf(chance, devices)!;
  const isAtOffice = chance() < 0.5;
  const outcome = isAtOffice ? await decideAtOffice(device, { office: offices[devices.indexOf(device)]!, chance }) : await decideHere(device, chance);
  if (outcome) count(isAtOffice ? `at the office: ${outcome}` : 'decided');
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

/** Acts that come to the same whoever does them (`OfflineModule.stands`). */
const mayStand = /^(meetings\.(open|unopen|close|reopen|adopt)|attention\.(snooze|resume))$/;

interface Kept {
  readonly procedure: string;
  readonly refusal: { readonly code: string } | null;
}

/** `took`: ids that were seen to be taken, on the line itself. */
async function expectNothingLost({ world }: ServedCells, { devices, took }: { devices: readonly TestDevice[]; took: ReadonlySet<string> }): Promise<void> {
  for (const { account, made, settled, entries } of devices) {
    const { rows } = await sql<Kept & { id: string }>`select id, procedure, refusal from commands where account_id = ${account.id}`.execute(world.db);
    const kept = new Map(rows.map((row) => [row.id, row]));
    expect(entries().map(({ standing }) => standing.is).filter((is) => is !== 'refused')).toEqual([]);
    const refused = new Set(entries().map(({ command }) => command.id));
    for (const id of made) {
      const row = kept.get(id);
      // Done on the server, or it stands before a person: never neither, never both.
      const isDone = row !== undefined && row.refusal === null;
      // The other device had done the same: the phone itself has let it go.
      const stood = row !== undefined && !isDone && !refused.has(id) && !settled.has(id) && mayStand.test(row.procedure);
      if (stood) {
        count('stood');
        continue;
      }
      expect(isDone, `${id} was made, and is ${isDone ? 'done' : `not done: ${row?.refusal?.code}`}`).toBe(!refused.has(id) && !settled.has(id));
      expect(took.has(id), `${id} was ${isDone ? '' : 'not '}done`).toBe(isDone);
      count(isDone ? 'accepted' : 'refused');
      if (row?.refusal) count(row.refusal.code);
      const procedure = entries().find(({ command }) => command.id === id)?.command.procedure;
      if (row?.refusal && isConflict(row.refusal.code) && procedure) count(`kept apart: ${procedure}`);
    }
  }
}

/** What the server keeps for a person stands in the outbox that sent it, or was done again at a computer: nothing else stands anywhere. */
async function expectEachBeforeSomebody({ world }: ServedCells, devices: readonly TestDevice[]): Promise<void> {
  for (const { account, anew, settled, entries } of devices) {
    const { rows } = await sql<{ id: string }>`select id from commands where account_id = ${account.id} and input is not null order by id`.execute(world.db);
    const own = entries().flatMap(({ command, standing }) => (standing.is === 'refused' && isConflict(standing.refusal.code) ? [command.id] : []));
    const ofOffice = [...anew].filter((id) => !settled.has(id));
    expect(rows.map(({ id }) => id)).toEqual([...own, ...ofOffice].toSorted());
  }
}

async function expectTheSame(served: ServedCells, { cell, devices }: { cell: Cell; devices: readonly TestDevice[] }): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from meetings where unit_id = ${cell.id} order by id`.execute(served.world.db);
  for (const { line, phone } of devices) {
    const held = (await phone().answer('meetings.list', { unitId: cell.id })) as { items: readonly { id: string }[] };
    expect(held.items.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id));
    for (const { id } of rows) expect(plain(await phone().answer('meetings.meeting', { id }))).toEqual(await (await line.reach(`/api/meetings/${id}`, {})).json());
    const lists = [['tasks.list', '/api/tasks', {}], ['membership.away', '/api/membership/away', {}], ['attention.list', '/api/attention', {}], ['attention.list', '/api/attention', { snoozed: 'true' }]] as const;
    for (const [procedure, path, asked] of lists) {
      const input = { unitId: cell.id, ...asked };
      expect(inOrder(plain(await phone().answer(procedure, input)))).toEqual(inOrder(await (await line.reach(`${path}?${new URLSearchParams(input)}`, {})).json()));
    }
  }
}

/** Rows that are due on the same day stand in no order that a phone could know. */
function inOrder(answer: unknown): unknown[] {
  const { items } = answer as { items: readonly { readonly id?: string; readonly personId?: string; readonly alert?: string; readonly subject?: { readonly id: string } }[] };
  const key = ({ id, personId, alert, subject }: (typeof items)[number]) => id ?? personId ?? `${alert} ${subject?.id}`;
  return items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Done again in their order by the rules of the phone, the accepted commands come to what the server holds, version for version. */
async function expectExactly(served: ServedCells, { device, beginning, accepted }: { device: TestDevice; beginning: readonly PhoneRecord[]; accepted: Traffic['accepted'] }): Promise<void> {
  const laid = layOver({ carried: carriedOf(beginning), entries: [], modules });
  // What needs attention is worked out by the server alone.
  for (const command of accepted.values()) if (!command.procedure.startsWith('attention.')) laid.lay(command);
  const records = await carriedBy(served, device);
  const fetched = layOver({ carried: carriedOf(records), entries: [], modules });
  // Who would be on the roll of a meeting that is still ahead, and who works away, is told when it is read.
  const meetingIn = (store: typeof laid, id: string) => plain(meetingOffline.answers['meetings.meeting']!({ id } as never, store, { today: day('2026-11-20'), clock: '10:00' }));
  for (const { type, id, body } of records) {
    // From which day a task is very late follows from working days and holidays, which the server alone knows.
    if (type === 'task') expect({ ...(plain(laid.get(type, id)) as object), veryLateFrom: null }).toEqual({ ...(body as object), veryLateFrom: null });
    if (type === 'meeting') expect(meetingIn(laid, id)).toEqual(meetingIn(fetched, id));
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
