/**
 * Who may be the same person as somebody about to be recorded: the same name, and the same birth as far as both are known;
 * where one of the two is not, the same unit today. Only people within reach are told of.
 */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import { unitsOfPerson, wherePersonWithin } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import { nameKeys, type Birth, type BirthPrecision } from '../person.ts';
import { birthOf } from './person.reads.ts';
import { likeText } from './person.search.ts';

interface NewPerson {
  readonly fullName: string;
  readonly birth: Birth | null;
  readonly unitId: Id<'unit'>;
}

interface TwinRow {
  id: Id<'person'>;
  full_name: string;
  birth_on: Day | null;
  birth_precision: BirthPrecision | null;
  unit: string | null;
}

const mostTold = 5;

/** @throws Problem people.recordedAlready with the people who may be meant. */
export async function requireNoTwin(ctx: Ctx, person: NewPerson): Promise<void> {
  const twins = await listTwins(ctx, person);
  if (twins.length === 0) return;
  const people = twins.map((row) => ({ id: row.id, fullName: row.full_name, birth: birthOf(row), unit: row.unit }));
  throw new Problem({ code: 'people.recordedAlready', kind: 'conflict', data: { people } });
}

function listTwins(ctx: Ctx, { fullName, birth, unitId }: NewPerson): Promise<TwinRow[]> {
  const { nameKey, exactKey } = nameKeys(fullName);
  const whom = { home: 'p.home_id', id: 'p.id' };
  // Whoever types without diacritics means any name that reads so.
  const spelt = exactKey === nameKey ? sql`true` : sql`p.exact_key in (${exactKey}, ${nameKey})`;
  const sameUnit = sql`exists (select from ${unitsOfPerson(whom, ctx.today)} here where here.unit_id = ${unitId})`;
  const born = birth === null ? sameUnit : sql`case when p.birth_on is null then ${sameUnit} else ${sameBirth(birth)} end`;
  return rows(ctx.db, sql<TwinRow>`
    select p.id, p.full_name, p.birth_on, p.birth_precision,
      (select ${unitNameAt('stay.unit_id', sql`${ctx.today}::date`)} from ${unitsOfPerson(whom, ctx.today)} stay where ${reach(ctx, 'person.read').at('stay.unit_id')} limit 1) as unit
    from people p
    where (' ' || p.name_key || ' ') like ${`% ${likeText(nameKey)} %`} and p.name_key = ${nameKey} and ${spelt} and ${born} and ${wherePersonWithin(ctx, 'person.read', whom, { when: 'ever' })}
    order by p.id limit ${mostTold}`);
}

/** Compared as far as both are known: `1956-03` may be `1956-03-25`. */
function sameBirth({ on, precision }: Birth): RawBuilder<unknown> {
  const known = sql`least(case p.birth_precision when 'day' then 10 when 'month' then 7 else 4 end, ${{ day: 10, month: 7, year: 4 }[precision]}::int)`;
  return sql`left(p.birth_on::text, ${known}) = left(${on}::text, ${known})`;
}
