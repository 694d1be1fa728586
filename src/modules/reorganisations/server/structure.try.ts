/**
 * Trying a change set out for a dry run: it is written, looked at and taken back, so that what only the database can refuse
 * is found too. Where hundreds of thousands of units follow, writing them twice would take minutes: then it is written to
 * copies of the tables without their indexes, and only the lists tell what becomes of members and posts.
 */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { problemOf } from '../../../platform/db/errors.ts';
import { findSettlingFaults, unitRefusals } from '../../units/server/index.ts';
import { unitsBeyond } from './finding.reach.ts';
import { handovers } from './handover.ts';
import type { Planned } from './reorganisation.plan.ts';
import { writeStructure, type Written } from './structure.write.ts';

/** So many moves are written to copies. */
const copiesFrom = 20_000;

export interface TrialOptions {
  readonly copiesFrom?: number | undefined;
}

export async function tryOut(ctx: Ctx, planned: Planned, options: TrialOptions = {}): Promise<void> {
  await sql`savepoint reorganisation_check`.execute(ctx.db);
  try {
    if (planned.structure.moves.length < (options.copiesFrom ?? copiesFrom)) await tryOnTables(ctx, planned);
    else await tryOnCopies(ctx, planned);
  } catch (error) {
    const problem = problemOf(error, unitRefusals);
    if (!problem || problem.kind === 'stale') throw error;
    planned.findings.report({ severity: 'error', code: 'structure.refused', item: null, data: { problem: problem.code } });
  } finally {
    await sql`rollback to savepoint reorganisation_check`.execute(ctx.db);
  }
}

async function tryOnTables(ctx: Ctx, planned: Planned): Promise<void> {
  const written = await writeStructure(ctx, planned);
  for (const handover of handovers) await handover.carryOut(ctx, planned.reform);
  await reportFaults(ctx, planned, { ...written, holding: written.reshaped });
}

/** The tables of the structure, and by what they are looked up when it is checked. */
const lookedUpBy = [['unit_versions', 'unit_id'], ['unit_parents', 'unit_id'], ['unit_parents', 'parent_id'], ['unit_relations', 'unit_id'], ['unit_relations', 'other_id'], ['unit_lineage', 'predecessor_id']] as const;

/** The planner is told of a new way to find tables: statements that it prepared before would go to the real ones. */
async function tryOnCopies(ctx: Ctx, planned: Planned): Promise<void> {
  await sql`set local search_path = pg_temp, public`.execute(ctx.db);
  for (const table of new Set(lookedUpBy.map(([name]) => name))) {
    await sql`create temporary table ${sql.id(table)} on commit drop as select * from ${sql.id('public', table)}`.execute(ctx.db);
    await sql`analyze ${sql.id('pg_temp', table)}`.execute(ctx.db);
  }
  const written = await writeStructure(ctx, planned);
  for (const [table, column] of lookedUpBy) await sql`create index on ${sql.id('pg_temp', table)} (${sql.id(column)})`.execute(ctx.db);
  const { endings } = planned.reform.set;
  // What ended units held is in the lists of the handovers, or was reported there.
  await reportFaults(ctx, planned, { ...written, holding: written.reshaped.filter((id) => !endings.has(id)) });
}

async function reportFaults(ctx: Ctx, { findings: { report } }: Planned, written: Written & { holding: Written['reshaped'] }): Promise<void> {
  const faults = await findSettlingFaults(ctx, written);
  const beyond = await unitsBeyond(ctx, 'reorganisation.draft', faults.map(({ unitId }) => unitId));
  for (const { rule, unitId } of faults) report({ severity: 'error', code: `structure.${rule}`, item: null, ...(beyond.has(unitId) ? {} : { unitId }) });
}
