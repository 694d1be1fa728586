/** Own reports, those handed in, one of them. Nothing here writes. */
import './report.tables.ts';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { holds, mayDo, reach, takeAnywhere } from '../../../access/reach.ts';
import { heirOf } from '../../../figures/heirs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { pageOf, readCursor } from '../../../platform/db/paging.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { parentOf } from '../../meetings/server/index.ts';
import { toldApart } from '../../posts/server/index.ts';
import { standsOn, unitNameAt } from '../../units/server/index.ts';
import { ownRefusal } from '../evaluation.ts';
import type { reportContract } from '../report.contract.ts';
import { draftOf } from '../report.draft.ts';
import { isReportLate, type PlaceFacts, type ReportState } from '../report.ts';
import { dueDayOf, dueReports, type DueReport } from './report.due.ts';
import { placeFacts } from './report.facts.ts';
import { reportOf, type ReportRow } from './report.store.ts';

type Input<K extends keyof typeof reportContract> = z.output<(typeof reportContract)[K]['input']>;
type Answer<K extends keyof typeof reportContract> = z.input<(typeof reportContract)[K]['output']>;
type Item = Answer<'reports'>['items'][number];
export type WholeReport = Answer<'report'>;

type NamedReport = ReportRow & { readonly unit_name: string | null; readonly is_received: boolean; readonly person_name: string | null };

/** What is still being written will be handed in to whoever took the organisation over, where somebody did. */
function columns(ctx: Ctx): RawBuilder<unknown> {
  const today = sql`${ctx.today}::date`;
  const receiver = sql`(select case when r.state = 'writing' then ${heirOf(sql`r.unit_id`, today)} else r.unit_id end as id) h`;
  return sql`r.*, (select ${unitNameAt('h.id', today)} from ${receiver}) as unit_name, (select ${standsOn('h.id', ctx.today)} from ${receiver}) as is_received, (select p.full_name from people p where p.home_id = home_of(r.person_id) and p.id = r.person_id) as person_name`;
}

const mostOwn = 60;

export async function listOwnReports(ctx: Ctx): Promise<Answer<'ownReports'>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (!me) return { items: [] };
  const found = await rows(ctx.db, sql<NamedReport>`select ${columns(ctx)} from cadre_reports r where r.person_id = ${me} order by r.to_day desc, r.id desc limit ${mostOwn}`);
  const due = (await dueReports(ctx, [me])).filter(({ reportId }) => reportId === null).slice(0, mostOwn);
  const name = await nameOf(ctx, me);
  const items = [...found.map((row) => itemOf(ctx, row)), ...due.map((one) => dueItemOf(ctx, one, name))];
  return { items: items.toSorted((one, other) => other.to.localeCompare(one.to)) };
}

/** That of the period as it was written, where it was begun; else what the records say. */
export async function draftReport(ctx: Ctx, { unitId, from, to }: Input<'draft'>): Promise<Answer<'draft'>> {
  takeAnywhere(ctx, 'self.read');
  const me = ctx.actor?.personId;
  if (to < from) throw new Problem({ code: 'visits.periodBackwards', kind: 'invalid' });
  const begun = me && (await firstRow(ctx.db, sql<{ readonly id: Id<'cadreReport'> }>`select r.id from cadre_reports r where r.home_id = ${homeOf(unitId)} and r.unit_id = ${unitId} and r.person_id = ${me} and r.from_day = ${from}::date`));
  if (begun) return readReport(ctx, begun);
  const facts = me ? await placeFacts(ctx, { unitId, personId: me, from, to }) : [];
  if (!me || facts.length === 0) throw new Problem({ code: 'visits.noDuty', kind: 'invalid' });
  const owner = await firstRow(ctx.db, sql<{ name: string | null }>`select ${unitNameAt('h.id', sql`${ctx.today}::date`)} as name from (select ${heirOf(sql`${unitId}::uuid`, sql`${ctx.today}::date`)} as id) h`);
  const item = dueItemOf(ctx, { unitId, owner: { name: owner?.name ?? '' }, personId: me, from, to, dueOn: await dueDayOf(ctx, { unitId, to }) }, await nameOf(ctx, me));
  return { ...item, parent: null, texts: draftOf(facts), facts: shown(facts), readOn: null, readBy: null, comment: '', version: 0, may: ['write'] };
}

export async function listReports(ctx: Ctx, input: Input<'reports'>): Promise<Answer<'reports'>> {
  const after = readCursor(input.cursor, z.tuple([z.iso.date(), z.guid()]));
  const conditions = [
    reach(ctx, 'visit.read').at('r.unit_id'), sql`r.state <> 'writing'`,
    ...(input.unitId ? [sql`r.unit_id = ${input.unitId}`] : []), ...(input.personId ? [sql`r.person_id = ${input.personId}`] : []), ...(input.state ? [sql`r.state = any(${[...input.state]}::text[])`] : []),
    ...(input.from ? [sql`r.to_day >= ${input.from}::date`] : []), ...(input.to ? [sql`r.to_day <= ${input.to}::date`] : []),
    ...(after ? [sql`(r.to_day, r.id) < (${after[0]}::date, ${after[1]}::uuid)`] : []),
  ];
  const found = await rows(ctx.db, sql<NamedReport>`select ${columns(ctx)} from cadre_reports r where ${sql.join(conditions, sql` and `)} order by r.to_day desc, r.id desc limit ${input.limit + 1}`);
  const page = pageOf(found, { limit: input.limit, key: (row) => [row.to_day, row.id], item: (row) => itemOf(ctx, row) });
  return { ...page, items: await toldApart(ctx, page.items, ctx.today) };
}

/** A report being written is its cadre's alone; one that is handed in is read where it was handed in to. */
export async function readReport(ctx: Ctx, { id }: { readonly id: Id<'cadreReport'> }): Promise<WholeReport> {
  const me = ctx.actor?.personId;
  const own = me && holds(ctx, 'self.read') ? sql`r.person_id = ${me}` : sql`false`;
  const row = await firstRow(ctx.db, sql<NamedReport>`select ${columns(ctx)} from cadre_reports r where r.home_id = ${homeOf(id)} and r.id = ${id} and (${own} or (r.state <> 'writing' and ${reach(ctx, 'visit.read').at('r.unit_id')}))`);
  if (!row) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  const report = reportOf(row);
  const facts = report.facts ?? (await placeFacts(ctx, report));
  const mayRead = report.state !== 'writing' && ownRefusal(report, me) === undefined && (await mayDo(ctx, 'oversight.evaluate', report.unitId));
  const readBy = report.readBy && (await firstRow(ctx.db, sql<{ name: string }>`select display_name as name from accounts where id = ${report.readBy}`));
  return {
    ...itemOf(ctx, row), parent: await parentOf(ctx, { unitId: report.unitId, on: report.to }), texts: { ...report.texts }, facts: shown(facts), readOn: report.readOn, readBy: readBy ? readBy.name : null, comment: report.comment, version: report.version,
    may: [...(report.personId === me ? ['write' as const] : []), ...(mayRead ? ['read' as const] : [])],
  };
}

function shown(facts: readonly PlaceFacts[]): WholeReport['facts'] {
  return facts.map(({ heard, ...rest }) => ({ ...rest, heard: [...heard] }));
}

function itemOf(ctx: Ctx, row: NamedReport): Item {
  const { id, unitId, personId, from, to, dueOn, state, handedOn, comment } = reportOf(row);
  return {
    id, unit: { id: unitId, name: row.unit_name ?? '' }, person: { id: personId, name: row.person_name ?? '' }, from, to, dueOn, state: state satisfies ReportState, handedOn, isLate: (handedOn !== null || row.is_received) && isReportLate({ handedOn, dueOn }, ctx.today), hasComment: comment !== '',
  };
}

type Due = Omit<DueReport, 'owner' | 'reportId' | 'handedOn'> & { readonly owner: Pick<DueReport['owner'], 'name'> };

function dueItemOf(ctx: Ctx, { unitId, owner, personId, from, to, dueOn }: Due, person: string): Item {
  return { id: null, unit: { id: unitId, name: owner.name }, person: { id: personId, name: person }, from, to, dueOn, state: 'due', handedOn: null, isLate: (ctx.today satisfies Day) > dueOn, hasComment: false };
}

async function nameOf(ctx: Ctx, personId: Id<'person'>): Promise<string> {
  const person = await firstRow(ctx.db, sql<{ name: string }>`select full_name as name from people where home_id = ${homeOf(personId)} and id = ${personId}`);
  return person?.name ?? '';
}
