/**
 * Which units a question is about: Party organisations under the unit, or within reach, of which somebody may read what needs
 * attention. Alerts are worked out when asked; above so many units that would take longer than anybody waits.
 */
import { sql, type RawBuilder } from 'kysely';
import { mayDo, reach, spreadOf } from '../../../access/reach.ts';
import { heldOn } from '../../../figures/held.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitKinds } from '../../units/unit.kinds.ts';

type Sql = RawBuilder<unknown>;

const mostUnits = 1000;
const partyKinds = unitKinds.filter(({ hierarchy }) => hierarchy === 'party').map(({ code }) => code);

/** A select of `unit_id`. @throws Problem attention.tooMuchAtOnce, naming what to ask instead. */
export async function unitsAsked(ctx: Ctx, unitId: Id<'unit'> | undefined): Promise<Sql> {
  if (unitId && !(await mayDo(ctx, 'attention.read', unitId))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const isCountry = !unitId && (await spreadOf(ctx, 'attention.read')).wide === 'country';
  if (isCountry) throw tooMuch();
  const units = unitId ? unitsBelow(ctx, unitId) : unitsWithin(ctx);
  const row = await firstRow(ctx.db, sql<{ units: number }>`select count(*)::int as units from (${units} limit ${sql.lit(mostUnits + 1)}) k`);
  if ((row?.units ?? 0) > mostUnits) throw tooMuch();
  return units;
}

/** Walked one by one, so that the count above ends early. */
function unitsBelow(ctx: Ctx, unitId: Id<'unit'>): Sql {
  return sql`select below.descendant_id as unit_id from unit_closure below
    where below.hierarchy = 'party' and below.ancestor_id = ${unitId} and ${heldOn('below.valid', sql`${ctx.today}::date`)} and ${reach(ctx, 'attention.read').at('below.descendant_id')}`;
}

function unitsWithin(ctx: Ctx): Sql {
  return sql`select w.unit_id from ${reach(ctx, 'attention.read').units()} w
    join unit_versions v on v.unit_id = any(array[w.unit_id]) and v.kind = any(${partyKinds}::text[]) and ${heldOn('v.valid', sql`${ctx.today}::date`)}`;
}

/** One unit alone. */
export function unitAlone(unitId: Id<'unit'>): Sql {
  return sql`select ${unitId}::uuid as unit_id`;
}

function tooMuch(): Problem {
  return new Problem({ code: 'attention.tooMuchAtOnce', kind: 'invalid', data: { most: mostUnits } });
}
