/** The page of one unit on a day, and what happened to it. */
import { sql, type RawBuilder } from 'kysely';
import { abilities, mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day, Period } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { z } from 'zod';
import type { unitContract, UnitPage } from '../unit.contract.ts';
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';
import { sameHistory, type RelationKind, type UnitHistory, type UnitId, type UnitProperties } from '../unit.ts';
import { briefOf, type BriefRow } from './unit.reads.ts';
import { findHistory, versionOf } from './unit.store.ts';

type HistoryAnswer = z.input<(typeof unitContract)['history']['output']>;

const verbsOnPage = ['unit.manage', 'unit.correct', 'person.record', 'member.record', 'post.record', 'import.run', 'record.export', 'assignment.grant', 'member.read', 'person.read', 'post.read', 'meeting.read', 'figure.read', 'figure.print'] as const;

export async function getUnitPage(ctx: Ctx, { id, asOf }: { id: UnitId; asOf?: Day | undefined }): Promise<UnitPage> {
  await requireReadable(ctx, id);
  const on = asOf ?? ctx.today;
  const [version, life] = await Promise.all([nearestVersion(ctx, id, on), lifeOfUnit(ctx, id)]);
  const [path, parents, childKinds, relations, predecessors, successors, may] = await Promise.all([
    pathOf(ctx, id, on), parentsOf(ctx, id, on), childKindsOf(ctx, id, on), relationsOf(ctx, id, on),
    lineageOf(ctx, id, 'predecessor'), lineageOf(ctx, id, 'successor'), abilities(ctx, id, verbsOnPage),
  ]);
  return {
    ...briefOf(version),
    state: on < life.from ? 'notYet' : life.to !== null && on > life.to ? 'dissolved' : 'stands',
    life,
    rank: version.rank,
    properties: version.properties,
    version: fromRange(version.valid),
    path, parents, childKinds, relations, predecessors, successors, may,
  };
}

export async function getUnitHistory(ctx: Ctx, { id }: { id: UnitId }): Promise<HistoryAnswer> {
  await requireReadable(ctx, id);
  const versions = await ctx.db.selectFrom('unit_versions').selectAll().where('unit_id', '=', id).orderBy(sql`lower(valid)`).execute();
  const acts = await rows(ctx.db, sql<ActRow>`
    select a.id, a.kind, a.nature, a.effective_on, a.decision, a.reason, a.recorded_at, a.after, c.display_name
    from unit_acts a left join accounts c on c.id = a.recorded_by
    where a.unit_id = ${id} order by a.effective_on desc, a.recorded_at desc, a.id desc limit 500`);
  const current = await findHistory(ctx, id);
  const latest = acts.reduce<ActRow | undefined>((last, row) => (last && last.recorded_at >= row.recorded_at ? last : row), undefined);
  return {
    versions: versions.map((row) => ({ ...versionOf(row), note: row.note })),
    acts: acts.map((row) => ({
      id: row.id,
      kind: row.kind,
      nature: row.nature,
      on: row.effective_on,
      decision: row.decision,
      reason: row.reason,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.display_name,
      undoable: row === latest && row.kind !== 'undo' && current !== undefined && row.after !== null && sameHistory(current, row.after),
    })),
  };
}

interface ActRow {
  id: Id<'unitAct'>;
  kind: string;
  nature: 'change' | 'correction';
  effective_on: Day;
  decision: string | null;
  reason: string | null;
  recorded_at: Date;
  after: UnitHistory | null;
  display_name: string | null;
}

async function requireReadable(ctx: Ctx, id: UnitId): Promise<void> {
  if (!(await mayDo(ctx, 'unit.read', id))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
}

async function nearestVersion(ctx: Ctx, id: UnitId, on: Day) {
  const row = await firstRow(ctx.db, sql<BriefRow & { rank: string | null; properties: UnitProperties; valid: string }>`
    select unit_id as id, name, short_name, kind, type, code, rank, properties, valid from unit_versions where unit_id = ${id}
    order by ${distance('valid', on)} limit 1`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return row;
}

/** Days between the period and the day; 0 when it holds. */
function distance(column: string, on: Day): RawBuilder<unknown> {
  const range = sql.ref(column);
  return sql`case when ${range} @> ${on}::date then 0 when lower(${range}) > ${on}::date then lower(${range}) - ${on}::date else ${on}::date - upper(${range}) + 1 end`;
}

async function lifeOfUnit(ctx: Ctx, id: UnitId): Promise<Period> {
  const row = await firstRow(ctx.db, sql<{ life: string }>`select range_merge(range_agg(valid)) as life from unit_versions where unit_id = ${id}`);
  return fromRange(row!.life);
}

async function pathOf(ctx: Ctx, id: UnitId, on: Day): Promise<UnitPage['path']> {
  const found = await rows(ctx.db, sql<LinkedRow>`
    select a.unit_id as id, a.name, a.short_name, a.kind, a.type, a.code, ${reach(ctx, 'unit.read').at('a.unit_id')} as readable
    from unit_closure c join unit_versions a on a.unit_id = c.ancestor_id and a.valid @> ${on}::date
    where c.descendant_id = ${id} and c.depth > 0 and c.valid @> ${on}::date
      and c.hierarchy = (select p.hierarchy from unit_parents p where p.unit_id = ${id}
        order by array_position(array['party', 'territory', 'government', 'front'], p.hierarchy) limit 1)
    order by c.depth desc`);
  return found.map(linkedOf);
}

interface LinkedRow extends BriefRow {
  readable: boolean;
}

function linkedOf(row: LinkedRow): UnitPage['path'][number] {
  return { ...briefOf(row), readable: row.readable };
}

async function parentsOf(ctx: Ctx, id: UnitId, on: Day): Promise<UnitPage['parents']> {
  const found = await rows(ctx.db, sql<LinkedRow & { hierarchy: Hierarchy; spell: string; decision: string | null }>`
    select p.hierarchy, p.valid as spell, p.decision, a.unit_id as id, a.name, a.short_name, a.kind, a.type, a.code, ${reach(ctx, 'unit.read').at('a.unit_id')} as readable
    from unit_parents p join lateral (select * from unit_versions v where v.unit_id = p.parent_id and v.valid && p.valid order by ${distance('v.valid', on)} limit 1) a on true
    where p.unit_id = ${id} order by p.hierarchy, lower(p.valid)`);
  return found.map((row) => ({ ...fromRange(row.spell), decision: row.decision, hierarchy: row.hierarchy, parent: linkedOf(row) }));
}

async function childKindsOf(ctx: Ctx, id: UnitId, on: Day): Promise<UnitPage['childKinds']> {
  return rows(ctx.db, sql<{ hierarchy: Hierarchy; kind: UnitKind; count: number }>`
    select p.hierarchy, v.kind, count(*) as count from unit_parents p join unit_versions v on v.unit_id = p.unit_id and v.valid @> ${on}::date
    where p.parent_id = ${id} and p.valid @> ${on}::date and ${reach(ctx, 'unit.read').at('p.unit_id')}
    group by p.hierarchy, v.kind order by count(*) desc`);
}

async function relationsOf(ctx: Ctx, id: UnitId, on: Day): Promise<UnitPage['relations']> {
  const found = await rows(ctx.db, sql<BriefRow & { relation: RelationKind; direction: 'out' | 'in'; spell: string; decision: string | null }>`
    select r.kind as relation, r.direction, r.valid as spell, r.decision, a.unit_id as id, a.name, a.short_name, a.kind, a.type, a.code
    from (
      select kind, 'out' as direction, valid, decision, other_id as across from unit_relations where unit_id = ${id}
      union all
      select kind, 'in', valid, decision, unit_id from unit_relations where other_id = ${id}
    ) r join lateral (select * from unit_versions v where v.unit_id = r.across and v.valid && r.valid order by ${distance('v.valid', on)} limit 1) a on true
    where ${reach(ctx, 'unit.read').at('a.unit_id')}
    order by upper_inf(r.valid) desc, r.kind, a.name collate vietnamese`);
  return found.map((row) => ({ ...fromRange(row.spell), decision: row.decision, kind: row.relation, direction: row.direction, other: briefOf(row) }));
}

async function lineageOf(ctx: Ctx, id: UnitId, side: 'predecessor' | 'successor'): Promise<UnitPage['predecessors']> {
  const own = side === 'predecessor' ? sql.ref('l.successor_id') : sql.ref('l.predecessor_id');
  const across = side === 'predecessor' ? sql.ref('l.predecessor_id') : sql.ref('l.successor_id');
  const found = await rows(ctx.db, sql<LinkedRow & { effective_on: Day; share: 'whole' | 'part'; decision: string | null }>`
    select l.effective_on, l.share, l.decision, a.unit_id as id, a.name, a.short_name, a.kind, a.type, a.code, ${reach(ctx, 'unit.read').at('a.unit_id')} as readable
    from unit_lineage l join lateral (select * from unit_versions v where v.unit_id = ${across} order by ${side === 'predecessor' ? sql`lower(v.valid) desc` : sql`lower(v.valid)`} limit 1) a on true
    where ${own} = ${id} order by l.effective_on, a.name collate vietnamese`);
  return found.map((row) => ({ unit: linkedOf(row), on: row.effective_on, share: row.share, decision: row.decision }));
}
