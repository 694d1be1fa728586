/** People of one name in one list, told apart by their year of birth; where that tells nothing by the post they hold. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { exactKey } from '../../../platform/text/fold.ts';
import { postKinds } from '../post.kinds.ts';

interface Named {
  readonly id: Id<'person'>;
  readonly name: string;
}

interface Mark {
  readonly id: Id<'person'>;
  readonly born: number | null;
  readonly kind: string | null;
  readonly title: string | null;
}

/** By person. Whose name nobody else bears keeps it as it is. */
export async function namesApart(ctx: Ctx, people: readonly Named[], on: Day): Promise<ReadonlyMap<Id<'person'>, string>> {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  for (const ones of Map.groupBy(names, ([, name]) => exactKey(name)).values()) {
    if (ones.length < 2) continue;
    const marks = await marksOf(ctx, ones.map(([id]) => id), on);
    const years = new Set(marks.map(({ born }) => born));
    const isTold = years.size === marks.length && !years.has(null);
    for (const mark of marks) names.set(mark.id, `${names.get(mark.id)!}${isTold ? ` (${mark.born})` : besideOf(mark)}`);
  }
  return names;
}

interface Told {
  readonly person: { readonly id: string; readonly name: string };
}

/** The same of rows, as they are answered, that name one each. */
export async function toldApart<Row extends Told>(ctx: Ctx, items: readonly Row[], on: Day): Promise<Row[]> {
  const idOf = ({ person }: Told) => person.id as Id<'person'>; // the wire carries ids as text
  const names = await namesApart(ctx, items.map((item) => ({ id: idOf(item), name: item.person.name })), on);
  return items.map((item) => ({ ...item, person: { ...item.person, name: names.get(idOf(item))! } }));
}

function besideOf({ born, kind, title }: Mark): string {
  const post = title ?? postKinds.find(({ code }) => code === kind)?.vi ?? null;
  const said = [born === null ? null : String(born), post].filter((one) => one !== null);
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

async function marksOf(ctx: Ctx, ids: readonly Id<'person'>[], on: Day): Promise<Mark[]> {
  return rows(ctx.db, sql<Mark>`select p.id, extract(year from p.birth_on)::int as born, post.kind, post.title from people p
    left join lateral (select o.kind, o.title from tenures t join posts o on o.id = t.post_id where t.home_id = p.home_id and t.person_id = p.id and t.valid @> ${on}::date order by lower(t.valid), t.id limit 1) post on true
    where p.home_id = any(${[...new Set(ids.map(homeOf))]}::smallint[]) and p.id = any(${[...ids]}::uuid[])`);
}
