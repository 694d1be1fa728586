/**
 * Petitions for phones: those of the units that are carried and those that the owner of the phone recorded, while they are open or
 * closed lately; and the topics to choose from. Never who asked. Nothing here writes.
 */
import './petition.tables.ts';
import { sql } from 'kysely';
import { holds, mayDo, reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addDays } from '../../../platform/day.ts';
import { rows } from '../../../platform/db/database.ts';
import type { SourceRecord, SyncSource } from '../../../sync/source.ts';
import type { Id } from '../../../platform/ids.ts';
import { listTopics } from './catalogue.reads.ts';
import { itemOf, shownColumns, type ShownRow } from './petition.items.ts';
import { toConfirm } from './petition.reads.ts';
import { petitionOf } from './petition.store.ts';
import { unitNameAt } from '../../units/server/index.ts';

const closedWithin = 60;
/** Of so many units and of one person there are fewer; it bounds what is carried. */
const mostCarried = 1000;

export const petitionSource: SyncSource = {
  type: 'petition',
  isPersonal: true,
  records: async (ctx, units) => {
    const found = await carriedRows(ctx, units);
    const names = await stepNames(ctx, found);
    return found.map((row) => ({ id: row.id, body: carriedOf(ctx, row, names) }));
  },
};

/** Of each unit those in force there; for a person who carries no unit, a cadre who visits them, those of the country. */
export const topicSource: SyncSource = {
  type: 'topic',
  isPersonal: true,
  records: async (ctx, units) => {
    const found: SourceRecord[] = [];
    for (const unitId of units) if (await mayDo(ctx, 'petition.record', unitId)) found.push({ id: unitId, body: await topicsAt(ctx, { unitId }) });
    const me = ctx.actor?.personId;
    return units.length === 0 && me && holds(ctx, 'petition.record') ? [{ id: me, body: await topicsAt(ctx, {}) }] : found;
  },
};

/** As `TopicsRecord` has them. */
async function topicsAt(ctx: Ctx, at: { readonly unitId?: Id<'unit'> }) {
  const { items } = await listTopics(ctx, at);
  return { items: items.map((topic) => ({ ...topic, maySet: false })) };
}

type CarriedRow = ShownRow & { readonly has_petitioner: boolean; readonly to_confirm: boolean };

async function carriedRows(ctx: Ctx, units: readonly Id<'unit'>[]): Promise<CarriedRow[]> {
  const since = sql`(p.closed_on is null or p.closed_on >= ${addDays(ctx.today, -closedWithin)}::date)`;
  const read = reach(ctx, 'petition.read');
  const own = ctx.actor && holds(ctx, 'petition.record') ? sql`union select p.home_id, p.id from petitions p where p.recorded_by = ${ctx.actor.accountId} and ${since} and ${read.at('p.unit_id')}` : sql``;
  return rows(ctx.db, sql<CarriedRow>`
    with u as materialized (select q.id from unnest(${[...units]}::uuid[]) q (id) where ${read.at('q.id')}),
      carried as (select p.home_id, p.id from u join petitions p on p.unit_id = u.id where ${since} ${own})
    select ${shownColumns(ctx)}, p.sealed is not null as has_petitioner, ${toConfirm(ctx)} as to_confirm from carried c join petitions p on p.home_id = c.home_id and p.id = c.id order by p.raised_on desc, p.id desc limit ${mostCarried}`);
}

/** Late or not is told on the day; what may be done with it is asked of the server. */
function carriedOf(ctx: Ctx, row: CarriedRow, names: ReadonlyMap<string, string>) {
  const petition = petitionOf(row);
  const named = (id: Id<'unit'>) => ({ id, name: names.get(id) ?? '' });
  const last = petition.answeredOn === null ? undefined : petition.steps.findLast(({ kind }) => kind === 'answered');
  return {
    ...itemOf(ctx, row), isLate: false, channel: petition.channel, sourceId: petition.sourceId, sinceOn: petition.sinceOn, answeredOn: petition.answeredOn, closedOn: petition.closedOn, firstDays: petition.firstDays, finalDays: petition.finalDays,
    answer: last?.answer ? { ...last.answer, on: last.on, by: named(last.unitId) } : null, lead: null, related: [], hiddenFiles: 0, files: [], hasPetitioner: row.has_petitioner, hasCode: false, may: [], isToConfirm: row.to_confirm,
    steps: petition.steps.map(({ kind, on, unitId, words, to, answer }) => ({ kind, on, by: null, unit: named(unitId), words, to: to ? { body: named(to.bodyId), outside: to.outside } : null, answer: answer ?? null, was: null })),
  };
}

async function stepNames(ctx: Ctx, found: readonly CarriedRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(found.flatMap((row) => petitionOf(row).steps.flatMap(({ unitId, to }) => [unitId, ...(to ? [to.bodyId] : [])])))];
  if (ids.length === 0) return new Map();
  const named = await rows(ctx.db, sql<{ id: string; name: string | null }>`select u.id, ${unitNameAt('u.id', sql`${ctx.today}::date`)} as name from unnest(${ids}::uuid[]) u (id)`);
  return new Map(named.map(({ id, name }) => [id, name ?? '']));
}
