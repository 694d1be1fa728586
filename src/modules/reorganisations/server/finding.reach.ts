/**
 * What a finding says goes no further than the reach of whoever is told: no unit beyond it, no person whom he may not read.
 * A unit that does not stand yet, or nowhere, is nobody's and may be named.
 */
import { sql } from 'kysely';
import { reach, reachesEverything } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { UnitId } from '../../units/unit.ts';
import type { ReorganisationFinding } from '../reorganisation.findings.ts';
import type { PersonId } from '../reorganisation.ts';
import { batches } from './reorganisation.store.ts';

export async function unitsBeyond(ctx: Ctx, verb: Verb, ids: Iterable<UnitId>): Promise<Set<UnitId>> {
  const beyond = new Set<UnitId>();
  const within = reach(ctx, verb);
  if (reachesEverything(ctx, verb)) return beyond;
  for (const batch of batches([...new Set(ids)])) {
    const found = await rows(ctx.db, sql<{ id: UnitId }>`select n.id from unnest(${batch}::uuid[]) n (id) join units u on u.id = n.id where not ${within.over('n.id')} order by n.id`);
    for (const { id } of found) beyond.add(id);
  }
  return beyond;
}

export async function peopleBeyond(ctx: Ctx, ids: Iterable<PersonId>): Promise<Set<PersonId>> {
  const beyond = new Set<PersonId>();
  if (reachesEverything(ctx, 'person.read')) return beyond;
  for (const batch of batches([...new Set(ids)])) {
    const found = await rows(ctx.db, sql<{ id: PersonId }>`select n.id from (select i.id, home_of(i.id) as home_id from unnest(${batch}::uuid[]) i (id)) n
      where not ${wherePersonWithin(ctx, 'person.read', { home: 'n.home_id', id: 'n.id' }, { when: 'ever' })}`);
    for (const { id } of found) beyond.add(id);
  }
  return beyond;
}

/** The findings about units within reach, without the people and other units that are not. */
export async function findingsWithin(ctx: Ctx, verb: Verb, findings: readonly ReorganisationFinding[]): Promise<ReorganisationFinding[]> {
  const units = await unitsBeyond(ctx, verb, findings.flatMap(({ unitId, otherId }) => [unitId ?? [], otherId ?? []].flat()));
  const people = await peopleBeyond(ctx, findings.flatMap(({ personId }) => personId ?? []));
  return findings
    .filter(({ unitId }) => unitId === undefined || !units.has(unitId))
    .map(({ otherId, personId, ...finding }) => ({ ...finding, ...(otherId && !units.has(otherId) ? { otherId } : {}), ...(personId && !people.has(personId) ? { personId } : {}) }));
}
