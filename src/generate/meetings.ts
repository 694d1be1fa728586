/**
 * Meetings of all cells, written by COPY after the people, whose placements they are read from: many in a cell came from
 * others, or are its guests. Counters are those of the whole roll; the roll itself is written of the last months alone, as
 * that of a year is more rows than everything else together.
 */
import { sql } from 'kysely';
import { firstRow, rows, type Db } from '../platform/db/database.ts';
import type { Home, Id } from '../platform/ids.ts';
import type { UnitId } from '../modules/units/unit.ts';
import type { RowSink } from './copy.loader.ts';
import { dayText, type DayNumber } from './day.numbers.ts';
import { IdMint } from './id.mint.ts';
import { drawMeetings, monthsUpTo, type DrawnMeeting, type Frame, type Placed } from './meeting.draw.ts';
import { drawName } from './person.names.ts';
import { Random } from './random.ts';

export interface Meetings {
  readonly db: Db;
  readonly sink: RowSink;
  readonly seed: string;
  readonly until: DayNumber;
  /** So many months of meetings, the last of them with rolls. */
  readonly months: number;
  readonly rollMonths: number;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Cell {
  readonly id: UnitId;
  readonly home: Home;
}

const cellsAtOnce = 1000;

export async function writeMeetings(given: Meetings): Promise<void> {
  const { db, sink, seed, until, months, rollMonths, onProgress } = given;
  const cells = await rows(db, sql<Cell>`select u.id, u.home_id as home from units u where exists (select from unit_versions v where v.unit_id = u.id and v.kind = 'cell') order by u.id`);
  const drawn = { months: monthsUpTo(until, months), frame: await frameOn(db, until) };
  const rollsFrom = rollMonths === 0 ? Infinity : monthsUpTo(until, rollMonths).firsts[0]!;
  const mints = new Map<Home, IdMint>();
  for (let at = 0; at < cells.length; at += cellsAtOnce) {
    const some = cells.slice(at, at + cellsAtOnce);
    const placed = Map.groupBy(await placedIn(db, some), ({ cellId }) => cellId);
    for (const cell of some) {
      const mint = mints.get(cell.home) ?? new IdMint({ seed, stage: 'meetings', maker: cell.home });
      mints.set(cell.home, mint);
      const random = new Random(`${seed}/meetings/${cell.id}`);
      for (const meeting of drawMeetings(random, { placed: placed.get(cell.id) ?? [], ...drawn })) write(sink, { cell, mint, random, meeting, withRoll: meeting.on >= rollsFrom });
      await sink.breathe();
    }
    onProgress?.(Math.min(at + cellsAtOnce, cells.length), cells.length);
  }
}

/** By the country's frame and rules in force at the end. */
async function frameOn(db: Db, until: DayNumber): Promise<Frame> {
  const on = dayText(until);
  const found = await firstRow(db, sql<Frame>`
    select f.criteria, (select jsonb_object_agg(replace(r.key, 'meeting.score.', ''), r.value) from rules r where r.key like 'meeting.score.%' and r.scope_unit_id is null and r.valid @> ${on}::date) as bounds
    from score_frames f where f.scope_unit_id is null and f.valid @> ${on}::date`);
  if (!found) throw new Error(`no frame by which meetings are scored on ${on}`);
  return found;
}

/** In the order of people, so that the same rows give the same rolls. */
function placedIn(db: Db, cells: readonly Cell[]): Promise<(Placed & { cellId: UnitId })[]> {
  const number = (day: unknown) => sql`(${day} - date '1970-01-01')`;
  const bounds = (valid: string) => sql`${number(sql`lower(${sql.ref(valid)})`)}, coalesce(${number(sql`upper(${sql.ref(valid)})`)}, 99999)`;
  const spans = (table: string, also: unknown) => sql`coalesce((select array_agg(d order by lower(e.valid), d) from ${sql.table(table)} e cross join lateral unnest(array[${bounds('e.valid')}]) d
    where e.home_id = pl.home_id and e.person_id = pl.person_id and ${also}), '{}')`;
  return rows(db, sql<Placed & { cellId: UnitId }>`
    select pl.cell_id as "cellId", pl.person_id as "personId", ${number(sql`lower(pl.valid)`)} as "from", coalesce(${number(sql`upper(pl.valid)`)}, 99999) as "end", pl.kind = 'temporary' as "isGuest",
      ${number(sql`ms.recognised_on`)} as recognised, ${spans('exemptions', sql`true`)} as exempt, ${spans('away_spells', sql`e.with_leave`)} as away, ${spans('placements', sql`e.kind = 'temporary' and e.cell_id <> pl.cell_id`)} as elsewhere
    from placements pl join memberships ms on ms.home_id = pl.home_id and ms.id = pl.membership_id
    where pl.cell_id = any(${cells.map(({ id }) => id)}::uuid[]) order by pl.cell_id, pl.person_id, pl.kind = 'temporary' desc, lower(pl.valid)`);
}

interface Writing {
  readonly cell: Cell;
  readonly mint: IdMint;
  readonly random: Random;
  readonly meeting: DrawnMeeting;
  readonly withRoll: boolean;
}

function write(sink: RowSink, { cell: { id: unitId, home }, mint, random, meeting, withRoll }: Writing): void {
  const id: Id<'meeting'> = mint.id(home);
  const { counts, score, heads, adoptedOn } = meeting;
  const on = dayText(meeting.on);
  const enteredOn = dayText(meeting.enteredOn);
  sink.write('meetings', [
    home, id, unitId, meeting.kind, meeting.isExtended, adoptedOn === null ? 'closed' : 'adopted', on, meeting.starts, meeting.ends, counts.online > 0 ? 'mixed' : 'in_person', meeting.topic,
    adoptedOn === null ? null : dayText(adoptedOn), enteredOn, enteredOn > on, meeting.minutes, counts.expected, counts.present, counts.online, counts.excused, counts.absent, counts.fullExpected, counts.fullPresent,
    heads, heads, score?.total ?? null, score?.level ?? null, 1, `${enteredOn}T14:30:00Z`,
  ]);
  const content = { agenda: [], opinions: [], votes: [], conclusions: [], additions: [], points: score?.points ?? null, text: adoptedOn === null ? null : 'Biên bản giả định.', isTextStale: false };
  sink.write('meeting_books', [home, id, JSON.stringify(content)]);
  for (let guest = 0; guest < heads; guest += 1) sink.write('meeting_guests', [home, mint.id(home), id, drawName(random, 'male', 1970), 'head', true]);
  if (withRoll) for (const { personId, basis, standing, mark, reason } of meeting.roll) sink.write('attendances', [home, on, id, personId, unitId, basis, standing, mark, reason]);
}
