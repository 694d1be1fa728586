/** The values of rules at units over a time: what would be found day by day, in one statement. Asks no access. Nothing here writes. */
import './rule.tables.ts';
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { intersection, type Period } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { fromRange, toRange } from '../../../platform/db/period.columns.ts';
import type { Id } from '../../../platform/ids.ts';
import { paperOf } from '../rule.ts';
import type { RuleKey } from '../rule.keys.ts';
import { spellsOf, type Candidate, type Spell } from '../rule.spells.ts';

interface ValueRow {
  readonly unit_id: Id<'unit'>;
  readonly key: RuleKey;
  readonly value: number;
  readonly document: string;
  readonly article: string | null;
  readonly valid: string;
  readonly within: string | null;
  readonly depth: number | null;
}

export interface RuleValue {
  readonly value: number;
  readonly paper: string;
}

export type RuleSpells = Readonly<Partial<Record<RuleKey, readonly Spell<RuleValue>[]>>>;

/** By unit; of days outside the period nothing is told, as what held nearer on them was not looked for. */
export async function findRulesThrough(ctx: Ctx, { keys, units, period }: { keys: readonly RuleKey[]; units: readonly Id<'unit'>[]; period: Period }): Promise<Map<Id<'unit'>, RuleSpells>> {
  const found = await rows(ctx.db, sql<ValueRow>`select q.unit_id, r.key, (r.value #>> '{}')::float8 as value, r.document, r.article, r.valid, c.valid as within, c.depth
    from unnest(${units}::uuid[]) q (unit_id) join rules r on r.key = any(${[...keys]}::text[]) and r.valid && ${toRange(period)}::daterange
    left join unit_closure c on c.hierarchy = 'reach' and c.ancestor_id = r.scope_unit_id and c.descendant_id = q.unit_id
    where r.scope_unit_id is null or c.ancestor_id is not null order by q.unit_id, r.key, r.id, c.valid`);
  const byUnit = Map.groupBy(found, (row) => row.unit_id);
  return new Map(units.map((id) => [id, spellsByKey(byUnit.get(id) ?? [], period)]));
}

function spellsByKey(found: readonly ValueRow[], asked: Period): RuleSpells {
  const byKey = [...Map.groupBy(found, (row) => row.key)];
  return Object.fromEntries(byKey.map(([key, values]) => [key, spellsOf(values.flatMap((value) => candidateOf(value, asked)))]));
}

function candidateOf({ value, document, article, valid, within, depth }: ValueRow, asked: Period): Candidate<RuleValue>[] {
  const period = placedWithin({ valid, within, asked });
  return period ? [{ period, depth, value: { value, paper: paperOf({ document, article }) } }] : [];
}

/** What is set holds as long as the unit lies in its scope. */
export function placedWithin({ valid, within, asked }: { valid: string; within: string | null; asked: Period }): Period | undefined {
  const set = intersection(fromRange(valid), asked);
  return within === null ? set : set && intersection(set, fromRange(within));
}
