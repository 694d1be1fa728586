/**
 * Meeting night: cells of a province record whole meetings at once, 25 people each or so, some of them sent twice as phones
 * do. First so many a second as the budget asks, then the same while somebody looks at the figures, then as fast as ten
 * clients can. What was recorded is counted against what was sent, and taken out again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { markMeetings } from '../../src/figures/server/index.ts';
import type { Day } from '../../src/platform/day.ts';
import { rows } from '../../src/platform/db/database.ts';
import { homeOf, newId, type Id } from '../../src/platform/ids.ts';
import type { Bench, Workload } from '../bench.ts';
import { ask } from '../load.ts';
import { replay } from '../limit.ts';
import { limitOf, percentiles, type Line } from '../measure.ts';
import { measureQuestions, questionsAboutMeetings, secondsUntilCounted, type Questions } from './meetings.figures.ts';

const perSecond = 50;
const clients = 10;
/** Every so many-th command is sent a second time beside the first. */
const doubledEvery = 10;
const attendances = 25;

interface Cell {
  readonly id: Id<'unit'>;
  readonly people: readonly string[];
}

export const meetings: Workload = {
  name: 'meetings',
  title: 'meeting night',
  // Marks of an evening are counted anew while it goes on.
  waitsForRollups: true,
  run: async (bench) => {
    const cells = await cellsOf(bench);
    const seconds = bench.bounds.seconds * bench.bounds.repeats;
    const commands = commandsFor(cells, bench);
    const questions = await questionsAboutMeetings(bench);
    // Each once before anything is timed: right after a start their pages lie on the disk.
    await measureQuestions(bench, questions, { by: 'warm-up', goesOn: () => true });
    const quiet = await measureQuestions(bench, questions, { by: '1 user, nobody meets', goesOn: () => true });
    const warming = await recordAll(bench, take(commands, clients), Infinity);
    const paced = await recordAll(bench, take(commands, perSecond * seconds), perSecond);
    const looked = await recordBeside(bench, { commands: take(commands, perSecond * 3 * seconds), questions });
    const counted = await secondsUntilCounted(bench);
    const rushed = await recordAll(bench, take(commands, perSecond * seconds), Infinity);
    const sent = [...warming.commands, ...paced.commands, ...looked.recorded.commands, ...rushed.commands];
    const limit = await replay(bench.installation, [[sameInserts(cells)]], { clients, seconds: bench.bounds.seconds });
    const recorded = await takeOut(bench, { sent, cells });
    const once = { text: 'each recorded once', met: recorded === sent.length };
    return [
      ...quiet, ...looked.lines,
      { ...lineOf(looked.recorded, `${perSecond} a second, figures asked beside them`, { text: 'all counted anew < 5 s after', met: counted !== undefined && counted < 5 }), note: noteOf(looked.recorded, counted === undefined ? 'not counted anew in two minutes' : `all counted anew ${counted.toFixed(1)} s after the last`) },
      lineOf(paced, `${perSecond} a second`, { text: `≥ ${perSecond}/s, p95 < 300 ms`, met: paced.errors === 0 && (percentiles(paced.times)?.p95 ?? Infinity) < 300 && paced.seconds < seconds * 1.1 }),
      {
        ...lineOf(rushed, `${clients} clients, as fast as they can`, once), note: noteOf(rushed, `${sent.length} commands, every ${doubledEvery}th of them sent twice, ${recorded} meetings recorded`),
        ...(limit === undefined ? {} : { limit: limitOf('same inserts by pgbench, without roll, rights and log', { ours: rushed.commands.length / rushed.seconds, limit }) }),
      },
    ];
  },
};

/** Of the size of the budget, all of one province. Their people are those expected at a meeting: nobody else can be marked away. */
async function cellsOf({ installation, places }: Bench): Promise<Cell[]> {
  const found = await rows(installation.owner, sql<Cell>`
    select pl.cell_id as id, (array_agg(pl.person_id order by pl.person_id))[1:3] as people from placements pl
    join unit_closure c on c.hierarchy = 'reach' and c.descendant_id = pl.cell_id and c.ancestor_id = ${places.province.id} and c.valid @> ${places.today}::date
    where pl.kind = 'official' and pl.valid @> ${places.today}::date
      and not exists (select from exemptions e where e.home_id = pl.home_id and e.person_id = pl.person_id and e.valid @> ${places.today}::date)
      and not exists (select from away_spells a where a.home_id = pl.home_id and a.person_id = pl.person_id and a.valid @> ${places.today}::date)
      and not exists (select from placements t where t.home_id = pl.home_id and t.person_id = pl.person_id and t.kind = 'temporary' and t.valid @> ${places.today}::date)
    group by pl.cell_id having count(*) between ${attendances - 7} and ${attendances + 7} order by pl.cell_id limit 4000`);
  if (found.length === 0) throw new Error(`no cell of about ${attendances} members`);
  return found;
}

interface Command {
  readonly id: string;
  readonly meeting: string;
  readonly post: object;
}

/** Never the same cell and moment twice; two people with leave, one without. */
function* commandsFor(cells: readonly Cell[], { places }: Bench): Generator<Command> {
  for (let count = 0; ; count += 1) {
    const { id, people } = cells[count % cells.length]!;
    const exceptions = people.map((personId, at) => (at < 2 ? { personId, mark: 'excused', reason: 'duty' } : { personId, mark: 'absent' }));
    const meeting = newId(homeOf(id));
    yield { id: newId(homeOf(id)), meeting, post: { id: meeting, unitId: id, kind: 'regular', on: places.today, starts: '19:30', ends: '21:00', exceptions } };
  }
}

function take(commands: Generator<Command>, count: number): Command[] {
  return Array.from({ length: count }, () => commands.next().value as Command); // the generator never ends
}

interface Recorded {
  readonly commands: readonly Command[];
  readonly times: readonly number[];
  readonly errors: number;
  /** What the first of them answered. */
  readonly refusal: string | undefined;
  readonly seconds: number;
}

/** At that rate whatever the answers take, or each client one after the other. */
async function recordAll(bench: Bench, commands: readonly Command[], rate: number): Promise<Recorded> {
  const times: number[] = [];
  let errors = 0;
  let refusal: string | undefined;
  const started = performance.now();
  const send = async (command: Command, at: number): Promise<void> => {
    const twice = at % doubledEvery === 0 ? 2 : 1;
    const answers = await Promise.all(Array.from({ length: twice }, () => record(bench, command)));
    times.push(...answers.map(({ ms }) => ms));
    const refused = answers.filter(({ status }) => status !== 200);
    errors += refused.length;
    refusal ??= refused[0] && `${refused[0].status} ${refused[0].body.slice(0, 200)}`;
  };
  if (rate === Infinity) {
    let next = 0;
    await Promise.all(Array.from({ length: clients }, async () => {
      for (let at = next++; at < commands.length; at = next++) await send(commands[at]!, at);
    }));
  } else {
    await Promise.all(commands.map(async (command, at) => {
      await sleep(Math.max(0, started + (at * 1000) / rate - performance.now()));
      await send(command, at);
    }));
  }
  return { commands, times, errors, refusal, seconds: (performance.now() - started) / 1000 };
}

/** Figures are asked as long as the recording goes on. */
async function recordBeside(bench: Bench, { commands, questions }: { commands: readonly Command[]; questions: readonly Questions[] }): Promise<{ recorded: Recorded; lines: Line[] }> {
  let goesOn = true;
  const recording = recordAll(bench, commands, perSecond).finally(() => { goesOn = false; });
  const asked = measureQuestions(bench, questions, { by: `1 user, while ${perSecond} meetings a second are recorded`, goesOn: () => goesOn });
  const [recorded, lines] = await Promise.all([recording, asked]);
  return { recorded, lines };
}

function record({ server, callers: { province: caller } }: Bench, { id, post }: Command) {
  return ask(server.origin, '/api/meetings/record', { caller, post, headers: { 'x-command-id': id } });
}

function sameInserts(cells: readonly Cell[]) {
  const { id } = cells[0]!;
  return {
    text: `with m as (insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, is_late, expected, present, online, excused, absent, full_expected, full_present, guests, heads, version, recorded_at)
        values ($1::int, gen_random_uuid(), $2::uuid, 'regular', false, 'closed', '1990-01-01', 'in_person', false, ${attendances}, 22, 0, 2, 1, 24, 21, 0, 0, 1, now()) returning home_id, id, unit_id, held_on),
      b as (insert into meeting_books (home_id, meeting_id, content) select home_id, id, '{}' from m)
      insert into attendances (home_id, held_on, meeting_id, person_id, unit_id, basis, standing, mark) select m.home_id, m.held_on, m.id, gen_random_uuid(), m.unit_id, 'expected', 'full', 'present' from m, generate_series(1, ${attendances})`,
    values: [String(homeOf(id)), id],
  };
}

/** What the server recorded and what pgbench did, on a day on which nobody records: answers how many meetings of the first there were. */
async function takeOut({ installation: { owner } }: Bench, { sent, cells }: { sent: readonly Command[]; cells: readonly Cell[] }): Promise<number> {
  const ids = sent.map(({ meeting }) => meeting);
  const found = await rows(owner, sql<{ count: number }>`select count(*)::int as count from meetings where id = any(${ids}::uuid[])`);
  const mine = sql`select home_id, id from meetings where id = any(${ids}::uuid[]) or (unit_id = ${cells[0]!.id} and held_on = '1990-01-01')`;
  const held = await rows(owner, sql<{ unitId: Id<'unit'>; on: Day; absent: Id<'person'>[] }>`
    select m.unit_id as "unitId", m.held_on as on, array(select a.person_id from attendances a where a.home_id = m.home_id and a.held_on = m.held_on and a.meeting_id = m.id and a.mark = 'absent') as absent
    from meetings m where (m.home_id, m.id) in (${mine})`);
  await markMeetings(owner, held);
  for (const table of ['attendances', 'meeting_books']) await sql`delete from ${sql.table(table)} where (home_id, meeting_id) in (${mine})`.execute(owner);
  await sql`delete from meetings where (home_id, id) in (${mine})`.execute(owner);
  await sql`delete from commands where id = any(${sent.map(({ id }) => id)}::uuid[])`.execute(owner);
  return found[0]?.count ?? 0;
}

function lineOf({ commands, times, errors, refusal, seconds }: Recorded, by: string, budget: NonNullable<Line['budget']>): Line {
  const ms = percentiles(times);
  return { workload: 'meetings', what: `a whole meeting of about ${attendances} people`, by, requests: times.length, errors, perSecond: commands.length / seconds, unit: 'meetings', rows: attendances + 2, ...(ms ? { ms } : {}), budget, note: noteOf({ refusal }) };
}

function noteOf({ refusal }: Pick<Recorded, 'refusal'>, text = ''): string {
  return [text, refusal === undefined ? '' : `first refused: ${refusal}`].filter(Boolean).join('; ');
}
