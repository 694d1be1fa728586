/** Proposals for units that nobody follows. Nothing here assigns. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { take } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { mostGaps, type boardContract } from '../board.contract.ts';
import { propose } from '../proposal.ts';
import { quotaOf } from './assignment.requires.ts';
import { boardRows, cadreRows, postOf, tierOf, type CadreRow } from './board.reads.ts';
import { areasOf } from './coverage.sql.ts';
import { readRegulation } from './oversight.reach.ts';

type Input = z.output<typeof boardContract.proposals.input>;
type Answer = z.input<typeof boardContract.proposals.output>;
type UnitId = Id<'unit'>;

export async function readProposals(ctx: Ctx, { regulationId, on = ctx.today }: Input): Promise<Answer> {
  const regulation = await readRegulation(ctx, regulationId);
  await take(ctx, 'oversight.assign', regulation.unitId);
  const gaps = (await boardRows(ctx, { regulationId, on, gapsAlone: true, limit: mostGaps })).slice(0, mostGaps);
  // Who has left the post that made him eligible is asked for nothing more.
  const cadres = (await cadreRows(ctx, regulation, on)).filter(({ leftPostOn }) => leftPostOn === null);
  const [ofGaps, ofCadres] = [await areasOfUnits(ctx, gaps.map(({ id }) => id)), await areasOfCadres(ctx, cadres)];
  const proposed = propose(
    gaps.map(({ id }) => ({ unitId: id, areas: ofGaps.get(id) ?? [] })), cadres.map(({ personId, units }) => ({ personId, load: units?.length ?? 0, areas: ofCadres.get(personId) ?? [] })), await quotaOf(ctx, regulation, on));
  const [byId, names] = [new Map(cadres.map((cadre) => [cadre.personId, cadre])), await namesOf(ctx, proposed.flatMap(({ candidates }) => candidates.flatMap(({ areaId }) => areaId ?? [])))];
  return {
    items: proposed.map(({ candidates }, at) => {
      const { id, name, area, since } = gaps[at]!;
      return { unit: { id, name }, area, uncoveredSince: since, candidates: candidates.map(({ personId, load, areaId }) => shown(byId.get(personId)!, { load, near: areaId && { id: areaId, name: names.get(areaId) ?? '' } })) };
    }),
  };

  function shown(cadre: CadreRow, { load, near }: { readonly load: number; readonly near: { readonly id: UnitId; readonly name: string } | null }) {
    return { person: { id: cadre.personId, name: cadre.name }, tier: cadre.tier ?? tierOf(regulation, cadre.postKind), post: postOf(cadre), load, near };
  }
}

async function areasOfUnits(ctx: Ctx, units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, UnitId[]>> {
  const found = await rows(ctx.db, sql<{ id: UnitId; areas: UnitId[] }>`select u.id, array(select area.id from ${areasOf(sql`u.id`)} area order by area.latest desc, area.id) as areas from unnest(${[...units]}::uuid[]) u (id)`);
  return new Map(found.map(({ id, areas }) => [id, areas]));
}

/** Of the units that each follows or has followed, and of where he takes part or holds a post. */
async function areasOfCadres(ctx: Ctx, cadres: readonly CadreRow[]): Promise<ReadonlyMap<Id<'person'>, UnitId[]>> {
  const ids = cadres.map(({ personId }) => personId);
  const found = await rows(ctx.db, sql<{ id: Id<'person'>; areas: UnitId[] }>`
    select p.id, array(select distinct area.id from (
        select a.unit_id from oversight_assignments a where a.person_id = p.id
        union select x.cell_id from placements x where x.home_id = p.home_id and x.person_id = p.id
        union select o.unit_id from tenures t join posts o on o.id = t.post_id where t.home_id = p.home_id and t.person_id = p.id) at (unit_id)
      cross join lateral ${areasOf(sql`at.unit_id`)} area) as areas
    from unnest(${ids.map(homeOf)}::smallint[], ${ids}::uuid[]) p (home_id, id)`);
  return new Map(found.map(({ id, areas }) => [id, areas]));
}

async function namesOf(ctx: Ctx, ids: readonly UnitId[]): Promise<ReadonlyMap<UnitId, string>> {
  const found = await rows(ctx.db, sql<{ id: UnitId; name: string | null }>`select u.id, ${unitNameAt('u.id', sql`${ctx.today}::date`)} as name from unnest(${[...new Set(ids)]}::uuid[]) u (id)`);
  return new Map(found.map(({ id, name }) => [id, name ?? '']));
}
