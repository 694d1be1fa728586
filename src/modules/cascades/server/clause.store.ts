/** The only writer of clauses and of their former wordings. They live in the home of their document. */
import { sql } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import type { ClauseKind, Toward } from '../cascade.kinds.ts';
import { wordingOf, type Clause, type Wording } from '../clause.ts';
import { markClauses } from './cascade.marks.ts';

export interface ClauseRow {
  readonly id: Id<'clause'>;
  readonly document_id: Id<'document'>;
  readonly unit_id: Id<'unit'>;
  readonly place: number;
  readonly added_on: Day | null;
  readonly label: string;
  readonly kind: ClauseKind;
  readonly wording: string;
  readonly target: number | null;
  readonly measure: string | null;
  readonly toward: Toward | null;
  readonly due_on: Day | null;
  readonly for_whom: string | null;
  readonly revision: number;
  readonly revised_on: Day | null;
  readonly version: number;
}

export const clauseColumns = sql`c.id, c.document_id, c.unit_id, c.place, c.added_on, c.label, c.kind, c.wording, c.target, c.measure, c.toward, c.due_on, c.for_whom, c.revision, c.revised_on, c.version`;

export async function clausesOf(ctx: Pick<Ctx, 'db'>, documentId: Id<'document'>): Promise<Clause[]> {
  const found = await rows(ctx.db, sql<ClauseRow>`select ${clauseColumns} from clauses c where c.home_id = ${homeOf(documentId)} and c.document_id = ${documentId} order by c.place, c.id`);
  return found.map(clauseOf);
}

/** Nobody changes them until the answers to them are written; in one order, as others hold them too. */
export async function holdClauses(ctx: Ctx, documentId: Id<'document'>, ids: readonly Id<'clause'>[]): Promise<Clause[]> {
  const found = await rows(ctx.db, sql<ClauseRow>`select ${clauseColumns} from clauses c where c.home_id = ${homeOf(documentId)} and c.document_id = ${documentId} and c.id = any(${[...ids]}::uuid[]) order by c.id for share`);
  return found.map(clauseOf);
}

export async function findClause(ctx: Ctx, id: Id<'clause'>): Promise<Clause | undefined> {
  const row = await firstRow(ctx.db, sql<ClauseRow>`select ${clauseColumns} from clauses c where c.home_id = ${homeOf(id)} and c.id = ${id}`);
  return row && clauseOf(row);
}

/** Whether somebody may have acted on the wording of the document's clauses. */
export async function isAnybodyAsked(ctx: Pick<Ctx, 'db'>, documentId: Id<'document'>): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from cascade_units where home_id = ${homeOf(documentId)} and document_id = ${documentId} limit 1`)) !== undefined;
}

export async function insertClauses(ctx: Ctx, clauses: readonly Clause[]): Promise<void> {
  const list = clauses.map(({ id, documentId, unitId, place, addedOn, version, revision, ...rest }) => ({ id, document_id: documentId, unit_id: unitId, place, added_on: addedOn, version, revision, ...rowOf(rest) }));
  await sql`insert into clauses (home_id, id, document_id, unit_id, place, added_on, label, kind, wording, target, measure, toward, due_on, for_whom, revision, version, recorded_at, recorded_by)
    select home_of(n.id), n.id, n.document_id, n.unit_id, n.place, n.added_on, n.label, n.kind, n.wording, n.target, n.measure, n.toward, n.due_on, n.for_whom, n.revision, n.version, ${ctx.now}, ${ctx.actor?.accountId ?? null}
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) n (id uuid, document_id uuid, unit_id uuid, place int, added_on date, label text, kind text, wording text, target numeric, measure text, toward text, due_on date, for_whom text, revision int, version int)`.execute(ctx.db);
  await markClauses(ctx.db, clauses.map(({ id }) => id));
}

/** A new version keeps what the one before said, up to the day before. */
export async function saveClause(ctx: Ctx, clause: Clause, { before, reason }: { readonly before: Clause; readonly reason: string | null }): Promise<number> {
  const { id, revision, revisedOn } = clause;
  const row = rowOf(clause);
  if (revision > before.revision) {
    await sql`insert into clause_revisions (home_id, id, clause_id, revision, wording, held_to, reason, recorded_at, recorded_by)
      values (${homeOf(id)}, ${newId(homeOf(id))}, ${id}, ${before.revision}, ${JSON.stringify(wordingOf(before))}, ${revisedOn}::date - 1, ${reason}, ${ctx.now}, ${ctx.actor?.accountId ?? null})`.execute(ctx.db);
  }
  const version = before.version + 1;
  await sql`update clauses set label = ${row.label}, kind = ${row.kind}, wording = ${row.wording}, target = ${row.target}, measure = ${row.measure}, toward = ${row.toward}, due_on = ${row.due_on}, for_whom = ${row.for_whom},
    revision = ${revision}, revised_on = ${revisedOn}, version = ${version} where home_id = ${homeOf(id)} and id = ${id}`.execute(ctx.db);
  await markClauses(ctx.db, [id]);
  return version;
}

export async function placeClauses(ctx: Ctx, documentId: Id<'document'>, clauses: readonly Clause[]): Promise<void> {
  await sql`update clauses c set place = n.place from unnest(${clauses.map(({ id }) => id)}::uuid[], ${clauses.map(({ place }) => place)}::int[]) n (id, place)
    where c.home_id = ${homeOf(documentId)} and c.document_id = ${documentId} and c.id = n.id`.execute(ctx.db);
}

/** Units may have read them. */
export async function keepRemoved(ctx: Ctx, documentId: Id<'document'>, { ids, reason }: { readonly ids: readonly Id<'clause'>[]; readonly reason: string }): Promise<void> {
  const gone = (await clausesOf(ctx, documentId)).filter(({ id }) => ids.includes(id)).map((clause) => ({ id: clause.id, wording: wordingOf(clause) }));
  await sql`insert into removed_clauses (home_id, id, document_id, wording, removed_on, reason, recorded_at, recorded_by)
    select ${homeOf(documentId)}::smallint, n.id, ${documentId}::uuid, n.wording, ${ctx.today}::date, ${reason}, ${ctx.now}::timestamptz, ${ctx.actor?.accountId ?? null}::uuid from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) n (id uuid, wording jsonb)`.execute(ctx.db);
}

/** Of those that nobody has answered. An answer to a superior that named one of them names it no more: links are read with the clause. */
export async function deleteClauses(ctx: Ctx, documentId: Id<'document'>, ids: readonly Id<'clause'>[]): Promise<void> {
  await markClauses(ctx.db, ids);
  await sql`delete from clause_revisions where home_id = ${homeOf(documentId)} and clause_id = any(${[...ids]}::uuid[])`.execute(ctx.db);
  await sql`delete from clauses where home_id = ${homeOf(documentId)} and document_id = ${documentId} and id = any(${[...ids]}::uuid[])`.execute(ctx.db);
}

export async function areAnswered(ctx: Ctx, documentId: Id<'document'>, ids: readonly Id<'clause'>[]): Promise<boolean> {
  return (await firstRow(ctx.db, sql`select from answers where home_id = ${homeOf(documentId)} and clause_id = any(${[...ids]}::uuid[]) limit 1`)) !== undefined;
}

export function clauseOf(row: ClauseRow): Clause {
  return {
    id: row.id, documentId: row.document_id, unitId: row.unit_id, place: row.place, addedOn: row.added_on, label: row.label, kind: row.kind, wording: row.wording, target: row.target, measure: row.measure, toward: row.toward, dueOn: row.due_on,
    forWhom: row.for_whom, revision: row.revision, revisedOn: row.revised_on, version: row.version,
  };
}

function rowOf({ label, kind, wording, target, measure, toward, dueOn, forWhom }: Wording) {
  return { label, kind, wording, target, measure, toward, due_on: dueOn, for_whom: forWhom };
}
