/** The only writer of shortcomings. One lives in the home of its unit; what is said of a person is sealed as a whole. */
import './shortcoming.tables.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { FoundIn, State, Topic } from '../shortcoming.kinds.ts';
import type { Shortcoming } from '../shortcoming.ts';
import type { ShortcomingsTable } from './shortcoming.tables.ts';

export type ShortcomingRow = Selectable<ShortcomingsTable>;
type Content = Pick<Shortcoming, 'what' | 'cause' | 'source' | 'measure' | 'result' | 'proofs' | 'steps'>;

export async function lockShortcoming(ctx: Ctx, id: Id<'shortcoming'>): Promise<Shortcoming | undefined> {
  const row = await firstRow(ctx.db, sql<ShortcomingRow>`select d.* from shortcomings d where d.home_id = ${homeOf(id)} and d.id = ${id} for update`);
  return row && shortcomingOf(ctx.keys, row);
}

export async function insertShortcoming(ctx: Ctx, shortcoming: Shortcoming): Promise<Shortcoming> {
  const saved = { ...shortcoming, version: 1 };
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null };
  await ctx.db.insertInto('shortcomings').values({ home_id: homeOf(saved.id), ...rowOf(ctx.keys, saved), ...told } as never).execute(); // the column `words` is written by an expression alone
  return saved;
}

export async function saveShortcoming(ctx: Ctx, shortcoming: Shortcoming): Promise<Shortcoming> {
  const saved = { ...shortcoming, version: shortcoming.version + 1 };
  await ctx.db.updateTable('shortcomings').set(rowOf(ctx.keys, saved) as never).where('home_id', '=', homeOf(saved.id)).where('id', '=', saved.id).execute();
  return saved;
}

export function sealedPlace(id: string): Place {
  return { field: 'shortcomings.content', id };
}

export function contentOf(keys: Keys, { id, content, sealed }: Pick<ShortcomingRow, 'id' | 'content' | 'sealed'>): Content {
  return (sealed ? JSON.parse(unseal(keys, sealedPlace(id), sealed)) : content) as Content; // written by `rowOf` alone
}

export function shortcomingOf(keys: Keys, row: ShortcomingRow): Shortcoming {
  return {
    ...contentOf(keys, row), id: row.id as Id<'shortcoming'>, unitId: row.unit_id as Id<'unit'>, personId: row.person_id as Id<'person'> | null, raisedById: row.raised_by_id as Id<'unit'>,
    foundIn: row.found_in as FoundIn, foundOn: row.found_on as Day, topic: row.topic as Topic, earlierId: row.earlier_id as Id<'shortcoming'> | null, ownerId: row.owner_id as Id<'person'> | null, dueOn: row.due_on as Day | null,
    state: row.state as State, reportedOn: row.reported_on as Day | null, closedOn: row.closed_on as Day | null, version: row.version,
  };
}

function rowOf(keys: Keys, shortcoming: Shortcoming) {
  const { id, unitId, personId, raisedById, foundIn, foundOn, topic, earlierId, ownerId, dueOn, state, reportedOn, closedOn, version } = shortcoming;
  const { what, cause, source, measure, result, proofs, steps } = shortcoming;
  const content = JSON.stringify({ what, cause, source, measure, result, proofs, steps } satisfies Content);
  return {
    id, unit_id: unitId, person_id: personId, raised_by_id: raisedById, found_in: foundIn, found_on: foundOn, topic, earlier_id: earlierId, owner_id: ownerId, due_on: dueOn, state,
    reported_on: reportedOn, closed_on: closedOn, version,
    content: personId === null ? content : null, sealed: personId === null ? null : seal(keys, sealedPlace(id), content), words: personId === null ? wordsOf(shortcoming) : null,
  };
}

function wordsOf({ what, cause, measure }: Shortcoming): RawBuilder<string> {
  return sql`to_tsvector('simple', ${wordsIn([what, cause, measure].join(' ')).join(' ')})`;
}

/** All words, the last of them perhaps not typed to its end. Undefined where nothing is left to look for. */
export function soughtWords(search: string): RawBuilder<unknown> | undefined {
  const words = wordsIn(search).slice(0, 12);
  // Letters and digits alone are left: nothing of the syntax of queries can be among them.
  return words.length === 0 ? undefined : sql`to_tsquery('simple', ${words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ')})`;
}

function wordsIn(text: string): string[] {
  return foldVietnamese(text).split(/[^\p{L}\d]+/u).filter(Boolean);
}
