/** The only writer of petitions. One lives in the home of the unit where it was raised; who asked is sealed beside it. */
import './petition.tables.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { markPetitions, type CountedPetition } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { seal, unseal, type Place } from '../../../platform/crypto/seal.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import type { Channel, Outcome, Source, State } from '../petition.kinds.ts';
import type { Petitioner } from '../petition.shapes.ts';
import type { Petition } from '../petition.ts';
import type { PetitionsTable } from './petition.tables.ts';

export type PetitionRow = Omit<Selectable<PetitionsTable>, 'sealed' | 'tracking'>;
type Content = Pick<Petition, 'text' | 'steps'>;

/** All but who asked and the code: nobody reads these by the way. */
export const petitionColumns = sql.raw(['home_id', 'id', 'unit_id', 'body_id', 'outside', 'sent_by_id', 'source', 'source_id', 'channel', 'topic', 'raised_on', 'people_behind', 'state', 'since_on', 'due_on', 'outcome', 'planned_on', 'answered_on', 'final_on', 'first_days', 'final_days', 'closed_on', 'moves', 'reopenings', 'lead_id', 'earlier_id', 'content', 'version', 'recorded_at', 'recorded_by'].map((column) => `p.${column}`).join(', '));

export async function lockPetition(ctx: Ctx, id: Id<'petition'>): Promise<Petition | undefined> {
  const row = await firstRow(ctx.db, sql<PetitionRow>`select ${petitionColumns} from petitions p where p.home_id = ${homeOf(id)} and p.id = ${id} for update`);
  return row && petitionOf(row);
}

/** Asks no access. */
export async function findPetition(ctx: Ctx, id: Id<'petition'>): Promise<Petition | undefined> {
  const row = await firstRow(ctx.db, sql<PetitionRow>`select ${petitionColumns} from petitions p where p.home_id = ${homeOf(id)} and p.id = ${id}`);
  return row && petitionOf(row);
}

/** In the order of their ids: two acts on the same ones never wait for each other in a circle. */
export async function lockGroup(ctx: Ctx, leadId: Id<'petition'>): Promise<Petition[]> {
  const grouped: Petition[] = [];
  // Each is locked in its own home; what has left the group meanwhile is left out.
  for (const { id } of await rows(ctx.db, sql<{ id: Id<'petition'> }>`select p.id from petitions p where p.lead_id = ${leadId} order by p.home_id, p.id`)) {
    const petition = await lockPetition(ctx, id);
    if (petition?.leadId === leadId) grouped.push(petition);
  }
  return grouped;
}

export async function insertPetition(ctx: Ctx, petition: Petition, petitioner: Petitioner | null): Promise<Petition> {
  const saved = { ...petition, version: 1 };
  const told = { recorded_at: ctx.now, recorded_by: ctx.actor?.accountId ?? null, sealed: petitioner && seal(ctx.keys, sealedPlace(saved.id), JSON.stringify(petitioner)), tracking: null };
  await ctx.db.insertInto('petitions').values({ ...rowOf(saved), ...told } as never).execute(); // the column `words` is written by an expression alone
  await markPetitions(ctx.db, [saved]);
  return saved;
}

/** What was corrected may have been raised in another month than was thought, what is passed on waited elsewhere. */
export async function savePetition(ctx: Ctx, petition: Petition): Promise<Petition> {
  const saved = { ...petition, version: petition.version + 1 };
  const { home_id: home, id, ...row } = rowOf(saved);
  const before = await ctx.db.selectFrom('petitions').select(['unit_id as unitId', 'body_id as bodyId', 'raised_on as raisedOn', 'answered_on as answeredOn']).where('home_id', '=', home).where('id', '=', id).executeTakeFirstOrThrow();
  await ctx.db.updateTable('petitions').set(row as never).where('home_id', '=', home).where('id', '=', id).execute();
  await markPetitions(ctx.db, [before as CountedPetition, saved]);
  return saved;
}

export function sealedPlace(id: string): Place {
  return { field: 'petitions.petitioner', id };
}

/** Asks no access: the caller has, whether it is the handler who asks. */
export async function findPetitioner(ctx: Ctx, id: Id<'petition'>): Promise<Petitioner | null> {
  const row = await firstRow(ctx.db, sql<{ sealed: Buffer | null }>`select sealed from petitions where home_id = ${homeOf(id)} and id = ${id}`);
  return row?.sealed ? (JSON.parse(unseal(ctx.keys, sealedPlace(id), row.sealed)) as Petitioner) : null; // written by `insertPetition` alone
}

export async function hasName(ctx: Ctx, id: Id<'petition'>): Promise<boolean> {
  const row = await firstRow(ctx.db, sql<{ has: boolean }>`select sealed is not null as has from petitions where home_id = ${homeOf(id)} and id = ${id}`);
  return row?.has ?? false;
}

/** With the files: a letter bears the name of who signed it. */
export async function dropPetitioner(ctx: Ctx, id: Id<'petition'>): Promise<void> {
  await ctx.db.deleteFrom('petition_files').where('home_id', '=', homeOf(id)).where('petition_id', '=', id).execute();
  await ctx.db.updateTable('petitions').set({ sealed: null, tracking: null }).where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

export async function saveTracking(ctx: Ctx, id: Id<'petition'>, tracking: Buffer): Promise<void> {
  await ctx.db.updateTable('petitions').set({ tracking }).where('home_id', '=', homeOf(id)).where('id', '=', id).execute();
}

export function petitionOf(row: PetitionRow): Petition {
  return {
    ...(row.content as Content), // written by `rowOf` alone
    id: row.id as Id<'petition'>, unitId: row.unit_id as Id<'unit'>, bodyId: row.body_id as Id<'unit'>, outside: row.outside, sentById: row.sent_by_id as Id<'unit'> | null,
    source: row.source as Source, sourceId: row.source_id as Id | null, channel: row.channel as Channel | null, topic: row.topic, raisedOn: row.raised_on as Day, peopleBehind: row.people_behind,
    state: row.state as State, sinceOn: row.since_on as Day, dueOn: row.due_on as Day, outcome: row.outcome as Outcome | null, plannedOn: row.planned_on as Day | null, answeredOn: row.answered_on as Day | null,
    finalOn: row.final_on as Day | null, firstDays: row.first_days, finalDays: row.final_days, closedOn: row.closed_on as Day | null, moves: row.moves, reopenings: row.reopenings,
    leadId: row.lead_id as Id<'petition'> | null, earlierId: row.earlier_id as Id<'petition'> | null, version: row.version,
  };
}

function rowOf(petition: Petition) {
  const { id, unitId, bodyId, outside, sentById, source, sourceId, channel, topic, raisedOn, peopleBehind, state, sinceOn, dueOn, outcome, plannedOn, answeredOn, finalOn, firstDays, finalDays, closedOn, moves, reopenings, leadId, earlierId, version, text, steps } = petition;
  return {
    home_id: homeOf(id), id, unit_id: unitId, body_id: bodyId, outside, sent_by_id: sentById, source, source_id: sourceId, channel, topic, raised_on: raisedOn, people_behind: peopleBehind, state, since_on: sinceOn, due_on: dueOn,
    outcome, planned_on: plannedOn, answered_on: answeredOn, final_on: finalOn, first_days: firstDays, final_days: finalDays, closed_on: closedOn, moves, reopenings, lead_id: leadId, earlier_id: earlierId, version,
    content: JSON.stringify({ text, steps } satisfies Content), words: wordVector(text),
  };
}

function wordVector(text: string): RawBuilder<string> {
  return sql`to_tsvector('simple', ${wordsIn(text).join(' ')})`;
}

/** All words, the last of them perhaps not typed to its end. Undefined where nothing is left to look for. */
export function soughtWords(search: string): RawBuilder<unknown> | undefined {
  const words = wordsIn(search).slice(0, 12);
  // Letters and digits alone are left: nothing of the syntax of queries can be among them.
  return words.length === 0 ? undefined : sql`to_tsquery('simple', ${words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ')})`;
}

export function wordsIn(text: string): string[] {
  return foldVietnamese(text).split(/[^\p{L}\d]+/u).filter(Boolean);
}
