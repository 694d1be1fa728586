/** Petitions alike: of one topic, at one place or beside it, told in words that are the same without diacritics. */
import './petition.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { addDays, type Day } from '../../../platform/day.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { findReceiver } from './petition.bodies.ts';
import { wordsIn } from './petition.store.ts';

/** Raised so long ago it is no longer the same. */
const likeWithin = 3 * 365;
/** Of its words so many must be found in the other. */
const leastShare = 0.5;
const shortest = 3;
const mostWords = 40;

interface Sought {
  readonly unitId: Id<'unit'>;
  readonly topic: string;
  readonly text: string;
}

/** Ids, the likest first: at the place, and anywhere under the office that receives its petitions. Asks no access. */
export async function findAlike(ctx: Ctx, { unitId, topic, text, except, most }: Sought & { readonly except?: Id<'petition'> | undefined; readonly most: number }): Promise<Id<'petition'>[]> {
  const words = tellingWords(text);
  const office = await findReceiver(ctx, unitId);
  if (words.length === 0 || !office) return [];
  const found = await rows(ctx.db, sql<{ id: Id<'petition'> }>`
    select p.id from unit_closure k join petitions p on p.unit_id = k.descendant_id and p.topic = ${topic} and p.raised_on >= ${addDays(ctx.today, -likeWithin)}::date and p.state <> 'withdrawn' and p.id is distinct from ${except ?? null}::uuid
    where k.hierarchy = 'reach' and k.ancestor_id = ${office} and k.valid @> ${ctx.today}::date and ${likeness(words)} >= ${leastShare}
    group by p.home_id, p.id order by max(${likeness(words)}) desc, (p.unit_id = ${unitId}) desc, p.raised_on desc, p.id limit ${most}`);
  return found.map(({ id }) => id);
}

/** The same matter raised at this very place before, and over by then: it came back. */
export async function findEarlier(ctx: Ctx, { unitId, topic, text, before }: Sought & { readonly before: Day }): Promise<Id<'petition'> | null> {
  const words = tellingWords(text);
  if (words.length === 0) return null;
  const row = await firstRow(ctx.db, sql<{ id: Id<'petition'> }>`
    select p.id from petitions p where p.unit_id in (select id from ${bodiesOf(sql`${unitId}::uuid`, sql`${ctx.today}::date`)} body) and p.topic = ${topic} and p.raised_on < ${before}::date and p.raised_on >= ${addDays(before, -likeWithin)}::date
      and p.state in ('answered', 'confirmed') and ${likeness(words)} >= ${leastShare} order by p.raised_on desc, p.id limit 1`);
  return row?.id ?? null;
}

/** The share of the words that are in the other as well. */
function likeness(words: readonly string[]): RawBuilder<number> {
  return sql<number>`(select count(*) from unnest(${[...words]}::text[]) w (word) where p.words @@ to_tsquery('simple', w.word))::float8 / ${words.length}::int`;
}

function tellingWords(text: string): string[] {
  return [...new Set(wordsIn(text))].filter((word) => word.length >= shortest).slice(0, mostWords);
}
