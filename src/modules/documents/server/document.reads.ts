/** The register and one document of it. Nothing here writes. */
import './document.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { mayDo, reach, take } from '../../../access/reach.ts';
import { bodiesOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt, unitsUnder } from '../../units/server/index.ts';
import type { documentContract } from '../document.contract.ts';
import type { Direction, DocumentType, LinkKind, RegulationSubject, Secrecy } from '../document.kinds.ts';
import { standingOn, type Document, type Signer } from '../document.ts';
import { symbolOf } from '../document.symbol.ts';
import { filesOf } from './document.files.ts';
import { listedWithin, within } from './document.reach.ts';
import { isToConfirm, recipientsOf } from './document.recipients.ts';
import { queryOf } from './document.words.ts';

type Input<K extends keyof typeof documentContract> = z.output<(typeof documentContract)[K]['input']>;
type Answer<K extends keyof typeof documentContract> = z.input<(typeof documentContract)[K]['output']>;
type DocumentId = Id<'document'>;

interface Row {
  readonly id: DocumentId;
  readonly unit_id: Id<'unit'>;
  readonly unit_name: string | null;
  readonly direction: Direction;
  readonly type: DocumentType;
  readonly number: number | null;
  readonly issuer_code: string;
  readonly issuer: string;
  readonly summary: string;
  readonly issued_on: Day;
  readonly received_on: Day | null;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
  readonly replaced_on: Day | null;
  readonly void: Document['void'];
  readonly secrecy: Secrecy | null;
  readonly has_files: boolean;
  readonly is_to_confirm: boolean;
}

/** From when on the earliest one that replaces it holds; whoever may read it or not. */
const replacedOn = sql`(select min(n.valid_from) from document_links l join documents n on n.home_id = l.home_id and n.id = l.document_id and n.void is null where l.other_id = d.id and l.kind = 'replaces')`;

function columns(ctx: Ctx): RawBuilder<unknown> {
  return sql`d.id, d.unit_id, ${unitNameAt('d.unit_id', sql`${ctx.today}::date`)} as unit_name, d.direction, d.type, d.number, d.issuer_code, d.issuer, d.summary, d.issued_on, d.received_on,
    d.valid_from, d.valid_to, d.void, d.secrecy, ${replacedOn} as replaced_on, ${isToConfirm(ctx)} as is_to_confirm, exists (select from document_files f where f.home_id = d.home_id and f.document_id = d.id) as has_files`;
}

export async function listDocuments(ctx: Ctx, input: Input<'list'>): Promise<Answer<'list'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const sought = input.search === undefined ? undefined : queryOf(input.search);
  const conditions = [
    await listedWithin(ctx),
    ...(input.unitId ? [ofUnit(ctx, input.unitId, input.below === 'yes')] : []),
    ...(input.direction ? [sql`d.direction = ${input.direction}`] : []),
    ...(input.type ? [sql`d.type = any(${[...input.type]}::text[])`] : []),
    ...(input.term ? [sql`d.term = ${input.term}`] : []),
    ...(input.toConfirm ? [isToConfirm(ctx)] : []),
    ...(input.regulations ? [sql`d.regulates is not null`] : []),
    ...(input.from ? [sql`d.issued_on >= ${input.from}::date`] : []),
    ...(input.to ? [sql`d.issued_on <= ${input.to}::date`] : []),
    ...(sought ? [sql`d.words @@ ${sought}`] : []),
    ...(after ? [sql`(d.issued_on, d.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<Row>`select ${columns(ctx)} from documents d where ${sql.join(conditions, sql` and `)} order by d.issued_on desc, d.id desc limit ${input.limit + 1}`);
  return pageOf(found, { limit: input.limit, key: (row) => [row.issued_on, row.id], item: (row) => itemOf(row, ctx.today) });
}

/** Its own register and what was sent to it, and the same of units it took over whole. Whether a unit beyond reach got something is told to nobody. */
function ofUnit(ctx: Ctx, unitId: Id<'unit'>, below: boolean): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`;
  const own = sql`(select b.id from ${bodiesOf(sql`${unitId}::uuid`, today)} b)`;
  const units = below ? sql`(select b.id from (select ${unitId}::uuid as id union ${unitsUnder(unitId, ctx.today)}) under cross join lateral ${bodiesOf(sql`under.id`, today)} b)` : own;
  return sql`(d.home_id, d.id) in (select e.home_id, e.id from documents e where e.unit_id in ${units} union select r.home_id, r.document_id from document_recipients r where r.unit_id in ${own} and ${reach(ctx, 'document.read').at('r.unit_id')})`;
}

export async function readDocument(ctx: Ctx, { id }: Input<'document'>): Promise<Answer<'document'>> {
  const row = await firstRow(ctx.db, sql<Row & { term: string; signer: Signer | null; review_due_on: Day | null; regulates: RegulationSubject | null; version: number }>`
    select ${columns(ctx)}, d.term, d.signer, d.review_due_on, d.regulates, d.version from documents d where d.home_id = ${homeOf(id)} and d.id = ${id} and ${within(ctx)}`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const [links, linkedFrom, files, recipients, mayRecord] = [
    await listLinks(ctx, sql`l.home_id = ${homeOf(id)} and l.document_id = ${id}`, sql`l.other_id`), await listLinks(ctx, sql`l.other_id = ${id}`, sql`l.document_id`), await filesOf(ctx, id), await recipientsOf(ctx, id), await mayDo(ctx, 'document.record', row.unit_id),
  ];
  return {
    ...itemOf(row, ctx.today), number: row.number, issuerCode: row.issuer_code, term: row.term, signer: row.signer, validFrom: row.valid_from, validTo: row.valid_to, reviewDueOn: row.review_due_on,
    regulates: row.regulates, secrecy: row.secrecy, void: row.void, links, linkedFrom, files, recipients, version: row.version, may: mayRecord ? ['document.record'] : [],
  };
}

/** Many carry out a resolution of the province: the screen asks the list for all of them. */
const mostLinked = 50;

type LinkRow = Row & { readonly kind: LinkKind };

async function listLinks(ctx: Ctx, where: RawBuilder<unknown>, other: RawBuilder<unknown>): Promise<Answer<'document'>['links']> {
  const found = await rows(ctx.db, sql<LinkRow>`select l.kind, ${columns(ctx)} from document_links l join documents d on d.home_id = home_of(${other}) and d.id = ${other}
    where ${where} and d.void is null and ${within(ctx)} order by d.issued_on desc, d.id desc limit ${mostLinked}`);
  return found.map((row) => ({ kind: row.kind, id: row.id, symbol: symbol(row), summary: row.summary, unit: { id: row.unit_id, name: row.unit_name ?? '' }, issuedOn: row.issued_on }));
}

export async function nextNumber(ctx: Ctx, { unitId, type, term }: Input<'nextNumber'>): Promise<Answer<'nextNumber'>> {
  await take(ctx, 'document.record', unitId);
  const row = await firstRow(ctx.db, sql<{ most: number | null }>`select max(number) as most from documents where unit_id = ${unitId} and direction = 'issued' and type = ${type} and term = ${term} and void is null and ${reach(ctx, 'document.record').at('unit_id')}`);
  return { number: (row?.most ?? 0) + 1 };
}

function itemOf(row: Row, today: Day): Answer<'list'>['items'][number] {
  return {
    id: row.id, symbol: symbol(row), type: row.type, direction: row.direction, summary: row.summary, issuer: row.issuer, issuedOn: row.issued_on, receivedOn: row.received_on,
    unit: { id: row.unit_id, name: row.unit_name ?? '' }, standing: standingOn({ validFrom: row.valid_from, validTo: row.valid_to, void: row.void, replacedOn: row.replaced_on }, today),
    hasFiles: row.has_files, isSecret: row.secrecy !== null, isToConfirm: row.is_to_confirm,
  };
}

function symbol({ number, type, issuer_code: issuerCode }: Row): string {
  return symbolOf({ number, type, issuerCode });
}
