/**
 * Carries out a plan of distribution on the coordinator of a Citus cluster. Each table is moved in a transaction of its
 * own that counts its rows before and after and takes everything back where they differ; interrupted, it goes on where
 * it stopped. Without Citus it only says so.
 */
import pg from 'pg';
import { applicationRole, openDatabase } from './database.ts';
import type { Registry } from './distribution.ts';
import { countTable, type Count } from './distribution.count.ts';
import { planDistribution, statementsOf, type ForeignKey, type Standing, type Step } from './distribution.plan.ts';
import { findDistributionFaults, type DistributionFault } from './distribution.rules.ts';

/** Foreign keys taken out and not yet put back, so that another run can; in `settings`, which stays local. */
const rememberedKey = 'distribution.foreignKeys';
const lockKey = 7_262_003;

export interface Moved {
  readonly table: string;
  readonly rows: number;
}

export type Distribution =
  | { readonly outcome: 'noCitus' }
  | { readonly outcome: 'unfit'; readonly faults: readonly DistributionFault[] }
  | { readonly outcome: 'noCoordinator' }
  | { readonly outcome: 'done'; readonly moved: readonly Moved[]; readonly steps: number };

export class DistributionProblem extends Error {}

interface Order {
  readonly url: string;
  readonly registry: Registry;
  readonly shards: number;
  /** Told before each step. */
  readonly tell?: (step: Step, place: { index: number; count: number }) => void;
}

/** What `distribute` would do, here and now; nothing is touched. */
export async function previewDistribution({ url, registry, shards }: Order): Promise<{ hasCitus: boolean; steps: Step[] }> {
  return withClient(url, async (client) => ({ hasCitus: (await citusState(client)) === 'ready', steps: planDistribution(await situation(client, { registry, shards })) }));
}

export async function distribute(order: Order): Promise<Distribution> {
  return withClient(order.url, async (client) => {
    const state = await citusState(client);
    if (state === 'absent') return { outcome: 'noCitus' };
    const faults = await faultsOf(order);
    if (faults.length > 0) return { outcome: 'unfit', faults };
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    if (state === 'available') await client.query('create extension citus');
    if (!(await hasCoordinator(client))) return { outcome: 'noCoordinator' };
    // Nodes speak to each other as the role that asks; one that cannot log in reaches no other node.
    await client.query(`alter role ${applicationRole} login`);
    return { outcome: 'done', ...(await carryOut(client, order)) };
  });
}

async function carryOut(client: pg.Client, { registry, shards, tell }: Order): Promise<{ moved: Moved[]; steps: number }> {
  const steps = planDistribution(await situation(client, { registry, shards }));
  const moved: Moved[] = [];
  for (const [index, step] of steps.entries()) {
    tell?.(step, { index, count: steps.length });
    const count = await inOne(client, () => take(client, step));
    if (count && (step.act === 'reference' || step.act === 'distribute')) moved.push({ table: step.table, rows: count.rows });
  }
  await client.query('delete from settings where key = $1', [rememberedKey]);
  return { moved, steps: steps.length };
}

async function take(client: pg.Client, step: Step): Promise<Count | undefined> {
  // One node after the other: what was moved is read again within the same transaction.
  await client.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
  if (step.act === 'dropKeys') await remember(client, step.foreignKeys);
  if (step.act !== 'reference' && step.act !== 'distribute') return say(client, step);
  await client.query(`lock table public."${step.table}" in access exclusive mode`);
  const before = await countTable(client, step.table);
  await say(client, step);
  const after = await countTable(client, step.table);
  if (before.rows === after.rows && before.sum === after.sum) return after;
  throw new DistributionProblem(`${step.table}: ${before.rows} rows (${before.sum}) before, ${after.rows} rows (${after.sum}) after; the table was left as it was`);
}

async function say(client: pg.Client, step: Step): Promise<undefined> {
  for (const statement of statementsOf(step)) await client.query(statement);
}

async function remember(client: pg.Client, dropped: readonly ForeignKey[]): Promise<void> {
  const all = [...(await remembered(client)), ...dropped];
  await client.query('insert into settings (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [rememberedKey, JSON.stringify(all)]);
}

async function remembered(client: pg.Client): Promise<ForeignKey[]> {
  const { rows: found } = await client.query<{ value: ForeignKey[] }>('select value from settings where key = $1', [rememberedKey]);
  return found[0]?.value ?? [];
}

async function situation(client: pg.Client, { registry, shards }: Pick<Order, 'registry' | 'shards'>) {
  const foreignKeys = await foreignKeysOf(client);
  const present = new Set(foreignKeys.map(({ name }) => name));
  const missing = (await remembered(client)).filter(({ name }) => !present.has(name));
  return { registry, shards, standing: await standingOf(client), foreignKeys, missing };
}

async function foreignKeysOf(client: pg.Client): Promise<ForeignKey[]> {
  const { rows: found } = await client.query<ForeignKey>(`
    select k.conname as name, t.relname as table, r.relname as references, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and k.conparentid = 0 and not t.relispartition and t.relnamespace = 'public'::regnamespace order by t.relname, k.conname`);
  return found;
}

async function standingOf(client: pg.Client): Promise<Record<string, Standing>> {
  if ((await citusState(client)) !== 'ready') return {};
  const { rows: found } = await client.query<{ name: string; standing: Standing }>(`
    select c.relname as name, case when p.partmethod = 'h' then 'distributed' when p.repmodel = 't' then 'reference' else 'joined' end as standing
    from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid where c.relnamespace = 'public'::regnamespace and not c.relispartition`);
  return Object.fromEntries(found.map(({ name, standing }) => [name, standing]));
}

async function citusState(client: pg.Client): Promise<'ready' | 'available' | 'absent'> {
  const { rows: found } = await client.query<{ ready: boolean; available: boolean }>(`
    select exists (select from pg_proc where proname = 'create_distributed_table') as ready,
      exists (select from pg_available_extensions where name = 'citus') as available`);
  if (found[0]?.ready) return 'ready';
  return found[0]?.available ? 'available' : 'absent';
}

/** With other nodes there, they must know where the coordinator is: local tables that point at reference tables live there. */
async function hasCoordinator(client: pg.Client): Promise<boolean> {
  const { rows: found } = await client.query<{ fits: boolean }>('select count(*) = 0 or bool_or(groupid = 0) as fits from pg_dist_node');
  return found[0]?.fits === true;
}

async function faultsOf({ url, registry }: Order): Promise<DistributionFault[]> {
  const owner = openDatabase({ url, connections: 1 });
  return findDistributionFaults(owner.db, registry).finally(() => owner.close());
}

async function inOne<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'satcoso-distribute' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
