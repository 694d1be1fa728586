/** The acts on people: a new person enters with a unit, what is recorded is changed, somebody is looked up by number. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { holds, reach, take } from '../../../access/reach.ts';
import { wherePersonWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { record } from '../../../platform/events.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { admitNew, enterMember } from '../../membership/server/index.ts';
import { appointNew } from '../../posts/server/index.ts';
import { homeOfUnit, unitNameAt } from '../../units/server/index.ts';
import type { personContract } from '../person.contract.ts';
import type { BirthPrecision } from '../person.ts';
import type { Day } from '../../../platform/day.ts';
import { takePerson } from './person.access.ts';
import { birthOf } from './person.reads.ts';
import { numberHash } from './person.seal.ts';
import { insertPerson, updatePerson } from './person.store.ts';
import { requireNoTwin } from './person.twins.ts';

type Input<K extends keyof typeof personContract> = z.output<(typeof personContract)[K]['input']>;
type Answer<K extends keyof typeof personContract> = z.input<(typeof personContract)[K]['output']>;

export async function recordPerson(ctx: Ctx, input: Input<'record'>): Promise<{ id: Id<'person'>; version: number }> {
  const { unitId, contact, entry, isAnother, ...facts } = input;
  await take(ctx, 'person.record', unitId);
  if (contact) await take(ctx, 'person.contact', unitId);
  if (!isAnother) await requireNoTwin(ctx, { ...facts, unitId });
  const id = newId<'person'>(await homeOfUnit(ctx, unitId));
  await insertPerson(ctx, { id, facts, contact: contact ?? {}, generated: false });
  record(ctx, { type: 'person.recorded', subjectId: id, unitId, personId: id, data: { as: entry.as } });
  await enterWith(ctx, { id, unitId, entry });
  return { id, version: 1 };
}

/** Nobody is recorded without a unit: what brings the person in also says who may see the record. */
async function enterWith(ctx: Ctx, { id, unitId, entry }: { id: Id<'person'>; unitId: Id<'unit'>; entry: Input<'record'>['entry'] }): Promise<void> {
  if (entry.as === 'admitted') await admitNew(ctx, { personId: id, cellId: unitId, on: entry.on, decision: entry.decision });
  else if (entry.as === 'member') await enterMember(ctx, { ...entry, personId: id, cellId: unitId });
  else {
    await requirePostOf(ctx, entry.postId, unitId);
    await appointNew(ctx, { id: entry.postId, personId: id, period: { from: entry.from, to: null }, how: entry.how, decision: entry.decision });
  }
}

async function requirePostOf(ctx: Ctx, postId: Id<'post'>, unitId: Id<'unit'>): Promise<void> {
  const post = await firstRow(ctx.db, sql`select from posts where id = ${postId} and unit_id = ${unitId}`);
  if (!post) throw new Problem({ code: 'people.postElsewhere', kind: 'conflict' });
}

export async function changePerson(ctx: Ctx, { id, version, facts, contact }: Input<'change'>): Promise<{ id: Id<'person'>; version: number }> {
  await takePerson(ctx, 'person.record', id);
  if (contact) await takePerson(ctx, 'person.contact', id);
  const next = await updatePerson(ctx, { id, version, facts: facts ?? {}, contact: contact ?? {} });
  // Which fields were changed, never what they say.
  record(ctx, { type: 'person.changed', subjectId: id, personId: id, data: { fields: [...Object.keys(facts ?? {}), ...Object.keys(contact ?? {})] } });
  return { id, version: next };
}

interface NumberRow {
  id: Id<'person'>;
  full_name: string;
  birth_on: Day | null;
  birth_precision: BirthPrecision | null;
  generated: boolean;
  mine: boolean;
  on_the_road: boolean;
  unit: { id: Id<'unit'>; name: string } | null;
}

/**
 * Within reach; or, for whoever may receive members, somebody who has been transferred out and arrived nowhere yet:
 * the introduction letter bears the number, and no cell has that person in its reach.
 */
export async function findByNumber(ctx: Ctx, { kind, number }: Input<'findByNumber'>): Promise<Answer<'findByNumber'>> {
  const row = await firstRow(ctx.db, sql<NumberRow>`
    select f.id, f.full_name, f.birth_on, f.birth_precision, f.generated, ${wherePersonWithin(ctx, 'person.contact', { home: 'f.home_id', id: 'f.id' }, { when: 'today' })} as mine,
      exists (select from placements pl where pl.home_id = f.home_id and pl.person_id = f.id and pl.kind = 'official' and pl.out_reason = 'transfer_out')
        and not exists (select from placements pl where pl.home_id = f.home_id and pl.person_id = f.id and pl.kind = 'official' and (upper_inf(pl.valid) or upper(pl.valid) > ${ctx.today}::date))
        and exists (select from memberships m where m.home_id = f.home_id and m.person_id = f.id and (upper_inf(m.valid) or m.end_reason = 'transferred_out')) as on_the_road,
      (select jsonb_build_object('id', pl.cell_id, 'name', coalesce(${unitNameAt('pl.cell_id', sql`${ctx.today}::date`)}, '')) from placements pl
        where pl.home_id = f.home_id and pl.person_id = f.id and pl.kind = 'official' and pl.valid @> ${ctx.today}::date and ${reach(ctx, 'person.read').over('pl.cell_id')}) as unit
    from person_keys k join people f on f.id = k.person_id where k.kind = ${kind} and k.hash = ${numberHash(ctx.keys, kind, number)}`);
  const received = row !== undefined && row.on_the_road && holds(ctx, 'member.record');
  if (!row || !(row.mine || received)) return { person: null, notArrived: false };
  record(ctx, { type: 'person.found', subjectId: row.id, personId: row.id, data: { by: kind } });
  return { person: { id: row.id, fullName: row.full_name, birth: birthOf(row), generated: row.generated, unit: row.unit, post: null }, notArrived: row.on_the_road };
}
