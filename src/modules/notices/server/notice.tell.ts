/**
 * From events to notices: chain by chain in the order in which things happened, some hundred events in a transaction that also
 * keeps how far it came. Whatever process dies in the middle, the next begins where the last was done, and nobody is told twice.
 */
import { sql } from 'kysely';
import { accountsOfPeople } from '../../../access/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow, rows } from '../../../platform/db/database.ts';
import { isConnectionLoss } from '../../../platform/db/errors.ts';
import { inRepeatedTransaction } from '../../../platform/db/repeat.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { contextOfSystem, type NoticeJobCtx } from './notice.context.ts';
import { noticeSources } from './notice.declared.ts';
import type { Happened, Telling } from './notice.source.ts';
import { countTry, insertNotices, listChainsBehind, lockProgress, markDealt, saveProgress } from './notice.store.ts';
import { askWays } from './way.store.ts';

const batch = 200;

/** An event that fails so often is passed over: what came after it is not to wait for ever. */
const mostTries = 5;

export async function tellOfEvents(job: NoticeJobCtx): Promise<void> {
  const faults: unknown[] = [];
  for (const home of await listChainsBehind(job.db)) await tellOfChain(job, home).catch((error: unknown) => faults.push(error));
  // The others were told; the run is seen to fail, and the next comes later and later.
  if (faults.length > 0) throw faults[0];
}

async function tellOfChain(job: NoticeJobCtx, home: number): Promise<void> {
  while (!job.stopping.aborted && (await tellOfSome(job, home, batch)));
}

/** Answers whether there may be more. */
async function tellOfSome(job: NoticeJobCtx, home: number, most: number): Promise<boolean> {
  const at: { told: number; event?: Happened | undefined } = { told: 0 };
  try {
    return await inRepeatedTransaction({ db: job.db, isRepeatable: true }, async (tx) => {
      at.event = undefined;
      const ctx = contextOfSystem(job, tx);
      const before = await lockProgress(tx, home);
      const happened = await readEvents(ctx, home, { after: before, most });
      for (const [told, event] of happened.entries()) {
        Object.assign(at, { told, event });
        await tellOf(ctx, event);
      }
      at.event = undefined;
      const reached = happened.at(-1)?.seq ?? (await headOf(ctx, home));
      if (reached > before) await saveProgress(tx, home, reached);
      return happened.length === most;
    });
  } catch (error) {
    const { told, event } = at;
    if (!event || isOfDatabase(error)) throw error;
    // Those before it are told first, so that it alone is tried again.
    if (told > 0) return tellOfSome(job, home, told);
    if (!(await countTry(job.db, event, mostTries))) throw error;
    // Messages of the database may quote values of a row.
    job.log.error({ home, seq: event.seq, event: event.type, error: error instanceof Error ? error.name : typeof error, code: codeOf(error) }, 'event passed over, nobody told');
    return true;
  }
}

/** Lost, full, locked, read only: says nothing of the event. */
function isOfDatabase(error: unknown): boolean {
  return isConnectionLoss(error) || /^(25006|40|53|55|57P|58)/.test(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

async function tellOf(ctx: Ctx, happened: Happened): Promise<void> {
  for (const source of noticeSources.filter(({ events }) => events.includes(happened.type))) {
    const tellings = await source.tell(ctx, happened).catch((error: unknown) => {
      // What a rule refuses now it refuses always: the others are not to wait for it.
      if (!(error instanceof Problem)) throw error;
      ctx.log.warn({ event: happened.type, problem: error.code }, 'nobody told');
      return [];
    });
    for (const telling of tellings) await write(ctx, happened, telling);
    const dealt = await source.dealt?.(ctx, happened);
    if (dealt && happened.subjectId) await markDealt(ctx.db, { ...dealt, subjectId: happened.subjectId, at: happened.at });
  }
}

/** Who did it need not be told. */
async function write(ctx: Ctx, { home, seq, at, actorId }: Happened, { kind, unitId, subjectId, people = [], accounts = [], occasion, facts }: Telling): Promise<void> {
  const concerned = new Set([...(await accountsOfPeople(ctx, people)), ...accounts]);
  if (actorId) concerned.delete(actorId);
  const told = await insertNotices(ctx.db, { kind, unitId, subjectId, at, occasion: occasion ?? `${home}/${seq}`, facts }, [...concerned]);
  await askWays(ctx, told, { from: ctx.now });
}

interface EventRow {
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly actor_id: Id<'account'> | null;
  readonly subject_id: Id | null;
  readonly unit_id: Id<'unit'> | null;
  readonly person_id: Id<'person'> | null;
  readonly data: Readonly<Record<string, unknown>>;
}

async function readEvents({ db }: Ctx, home: number, { after, most }: { after: number; most: number }): Promise<Happened[]> {
  const found = await rows(db, sql<EventRow>`select seq, at, type, actor_id, subject_id, unit_id, person_id, data from events where home_id = ${home} and seq > ${after} order by seq limit ${most}`);
  return found.map((row) => ({ home, seq: row.seq, at: row.at, type: row.type, actorId: row.actor_id, subjectId: row.subject_id, unitId: row.unit_id, personId: row.person_id, data: row.data }));
}

async function headOf({ db }: Ctx, home: number): Promise<number> {
  return (await firstRow(db, sql<{ seq: number }>`select head_seq as seq from event_chains where home_id = ${home}`))?.seq ?? 0;
}
