/** What the things are called from which tasks come, for whom they may be read. A module that gives tasks adds how its things are read. */
import { sql, type RawBuilder } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { readableDocuments } from '../../documents/server/index.ts';
import { symbolIn } from '../../documents/document.figures.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { MeetingKind } from '../../meetings/meeting.kinds.ts';
import type { Origin, OriginKind } from '../task.origins.ts';

/** Of a meeting the code of its kind, of others their name. */
export interface ReadOrigin {
  readonly meetingKind: MeetingKind | null;
  readonly name: string | null;
  /** Of a document that may not be read: what its task may tell of it. */
  readonly symbol?: string;
}

interface Asked {
  readonly homes: readonly number[];
  readonly ids: readonly Id<OriginKind>[];
}

/** Rows: id, name; none of what the reader may not read. */
const sources: Readonly<Partial<Record<OriginKind, (ctx: Ctx, asked: Asked) => RawBuilder<unknown>>>> = {
  meeting: (ctx, { homes, ids }) => sql`select id, kind as name from meetings where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[]) and ${reach(ctx, 'meeting.read').at('unit_id')}`,
  document: (ctx, { homes, ids }) => sql`select d.id, ${symbolIn('d')} || ' · ' || d.summary as name from documents d where d.home_id = any(${homes}::smallint[]) and d.id = any(${ids}::uuid[]) and ${readableDocuments(ctx)}`,
  shortcoming: (ctx, { homes, ids }) => sql`select id, left(content ->> 'what', 200) as name from shortcomings where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[]) and person_id is null and ${reach(ctx, 'shortcoming.read').at('unit_id')}`,
  clause: (ctx, { homes, ids }) => sql`select a.id, ${symbolIn('d')} || ', ' || c.label || '. ' || c.wording as name from answers a join clauses c on c.home_id = a.home_id and c.id = a.clause_id join documents d on d.home_id = c.home_id and d.id = c.document_id
    where a.home_id = any(${homes}::smallint[]) and a.id = any(${ids}::uuid[]) and d.secrecy is null and ${reach(ctx, 'document.read').at('a.unit_id')}`,
  petition: (ctx, { homes, ids }) => sql`select id, left(content ->> 'text', 200) as name from petitions where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[]) and (${reach(ctx, 'petition.read').at('unit_id')} or ${reach(ctx, 'petition.read').at('body_id')})`,
  visit: (ctx, { homes, ids }) => sql`select id, to_char(visited_on, 'DD/MM/YYYY') as name from visits where home_id = any(${homes}::smallint[]) and id = any(${ids}::uuid[]) and ${reach(ctx, 'visit.read').at('unit_id')}`,
  unit: (ctx, { ids }) => sql`select id, ${unitNameAt('id', sql`${ctx.today}::date`)} as name from units where id = any(${ids}::uuid[]) and ${reach(ctx, 'unit.read').at('id')}`,
};

/** By id; those that are not to be read are not there, or by their symbol alone. */
export async function readOrigins(ctx: Ctx, origins: readonly Origin[]): Promise<ReadonlyMap<string, ReadOrigin>> {
  const read = new Map<string, ReadOrigin>();
  for (const [kind, those] of Map.groupBy(origins, (origin) => origin.kind)) {
    const ids = [...new Set(those.map(({ id }) => id))];
    const source = sources[kind]?.(ctx, { ids, homes: [...new Set(ids.map(homeOf))] });
    const found = source ? await rows(ctx.db, sql<{ id: string; name: string }>`${source}`) : [];
    for (const { id, symbol } of await symbolsOf(ctx, kind, ids)) read.set(id, { meetingKind: null, name: null, symbol });
    for (const { id, name } of found) read.set(id, kind === 'meeting' ? { meetingKind: name as MeetingKind, name: null } : { meetingKind: null, name });
  }
  return read;
}

/** Who has a task by a document, or by a clause of one, is told by which, though the document itself was not sent there. */
async function symbolsOf(ctx: Ctx, kind: OriginKind, ids: readonly Id<OriginKind>[]): Promise<{ id: string; symbol: string }[]> {
  if (kind !== 'document' && kind !== 'clause') return [];
  const homes = [...new Set(ids.map(homeOf))];
  const these = kind === 'document' ? sql`select d.id, d.home_id, d.id as document_id from documents d where d.home_id = any(${homes}::smallint[]) and d.id = any(${[...ids]}::uuid[])`
    : sql`select a.id, c.home_id, c.document_id from answers a join clauses c on c.home_id = a.home_id and c.id = a.clause_id where a.home_id = any(${homes}::smallint[]) and a.id = any(${[...ids]}::uuid[])`;
  return rows(ctx.db, sql<{ id: string; symbol: string }>`select o.id, ${symbolIn('d')} || ' · ' || d.issuer as symbol from (${these}) o join documents d on d.home_id = o.home_id and d.id = o.document_id where d.secrecy is null and d.void is null`);
}
