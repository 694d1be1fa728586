/**
 * Roll-ups are counted before anything is measured, as they are on an installation in use, and held still during the
 * measurements: a first filling that goes on beside them would be measured too. Where the time given is over first, the
 * days that are missing are told, and figures of these days are asked apart.
 */
import { sql } from 'kysely';
import type { Subject } from '../src/figures/figure.ts';
import { refreshRollups } from '../src/figures/server/index.ts';
import { countFigures } from '../src/figures/server/rollups/rows.ts';
import type { Day } from '../src/platform/day.ts';
import { firstRow, rows, type Db } from '../src/platform/db/database.ts';
import type { Installation } from './installation.ts';

export interface Filling {
  /** Kept, newest first. */
  readonly days: readonly Day[];
  readonly seconds: number;
  readonly isWhole: boolean;
  readonly pieces: number;
}

export interface FillOptions {
  readonly today: Day;
  readonly minutes: number;
}

export async function fillRollups(installation: Installation, { today, minutes }: FillOptions): Promise<Filling> {
  const { db } = installation.context();
  const started = performance.now();
  const spent = (): number => (performance.now() - started) / 1000;
  let isWhole = false;
  let pieces = 0;
  while (!isWhole && spent() < minutes * 60) {
    const { did, more } = await refreshRollups(db, { today });
    if (did !== 'nothing') pieces += 1;
    isWhole = !more;
  }
  return { days: await keptDays(installation.owner), seconds: spent(), isWhole, pieces };
}

async function keptDays(db: Db): Promise<Day[]> {
  return (await rows(db, sql<{ day: Day }>`select day from figure_days order by day desc`)).map(({ day }) => day);
}

/** What a workload writes is written otherwise than by acts: figures of such subjects are counted anew, of today and later, and their flows. */
export async function countAnew(installation: Installation, { today, isCounted }: { readonly today: Day; readonly isCounted: (subject: Subject) => boolean }): Promise<void> {
  await installation.owner.transaction().execute(async (tx) => {
    const state = await firstRow(tx, sql<{ from: Day; until: Day | null }>`select first_day as "from", flows_until as until from figure_state`);
    const days = (await keptDays(tx)).filter((day) => day >= today);
    await countFigures(tx, { isCounted, days, flows: state?.until ? { from: state.from, until: state.until } : undefined });
  });
  await sql`select refresh_rollup_statistics()`.execute(installation.owner);
}

/** No process refreshes roll-ups until it is let go, once or several times over: the lock is the one that they take. */
export async function holdRollups({ ownerPool }: Installation): Promise<() => Promise<void>> {
  const client = await ownerPool.connect();
  await client.query('begin');
  await client.query('lock table figure_state in share row exclusive mode');
  let isHeld = true;
  return async () => {
    if (!isHeld) return;
    isHeld = false;
    await client.query('rollback');
    client.release();
  };
}
