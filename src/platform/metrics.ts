/**
 * Numbers for Prometheus: requests by procedure, the pool and the process, of each process that serves; and of the
 * database, which all share, the event log and the jobs. No labels that name people or units.
 */
import { sql } from 'kysely';
import { AggregatorRegistry, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { firstRow, type Database, type Db } from './db/database.ts';
import { listJobs, type JobRow } from './jobs/job.store.ts';

export interface Metrics {
  readonly contentType: string;
  render(): Promise<string>;
  observe(sample: { procedure: string; status: number; seconds: number }): void;
}

/** What a process that is one of several has of its own. */
export interface Share {
  /** Stands at its numbers, so that those of a process started anew are not taken for a step back of all. */
  readonly label: string;
  /** The own numbers of all processes, whichever was asked. */
  gather(): Promise<string>;
}

/** A number that the database holds, told by whichever process is asked; one of each combination of labels. */
export interface CommonNumber {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
  read(db: Db): Promise<readonly (Readonly<Record<string, string | number>> & { readonly value: number })[]>;
}

export function openMetrics(database: Database, { share, numbers = [] }: { readonly share?: Share | undefined; readonly numbers?: readonly CommonNumber[] } = {}): Metrics {
  const own = new Registry();
  const common = new Registry();
  const observe = addOwn(own, database);
  addCommon(common, database.db);
  for (const number of numbers) addNumber(common, database.db, number);
  if (share) {
    own.setDefaultLabels({ process: share.label });
    AggregatorRegistry.setRegistries(own);
    // Answers when the supervisor asks for the numbers of this process.
    new AggregatorRegistry();
  }
  return {
    contentType: own.contentType,
    // While another process is just starting it does not answer yet: then this one tells its own.
    render: async () => `${(await (share ? share.gather().catch(() => own.metrics()) : own.metrics())).trimEnd()}\n\n${await common.metrics()}`,
    observe,
  };
}

function addOwn(registry: Registry, { pool }: Database): Metrics['observe'] {
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'satcoso_request_seconds',
    help: 'Time to answer a procedure',
    labelNames: ['procedure', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'satcoso_database_connections',
    help: 'Connections of the pool by state',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'open' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
  return ({ procedure, status, seconds }) => requests.observe({ procedure, status: String(status) }, seconds);
}

/** A database that does not answer leaves these out. */
function addCommon(registry: Registry, db: Db): void {
  new Gauge({
    name: 'satcoso_events_total',
    help: 'Events recorded since the installation began',
    registers: [registry],
    async collect() {
      const row = await firstRow(db, sql<{ count: number }>`select coalesce(sum(head_seq), 0)::bigint as count from event_chains`).catch(() => undefined);
      if (row) this.set(row.count);
    },
  });
  for (const { name, help, value } of numbersOfJobs) {
    new Gauge({
      name,
      help,
      labelNames: ['job'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const job of await listJobs(db).catch(() => [])) {
          const number = value(job);
          if (number !== undefined) this.set({ job: job.name }, number);
        }
      },
    });
  }
}

function addNumber(registry: Registry, db: Db, { name, help, labels, read }: CommonNumber): void {
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    async collect() {
      this.reset();
      for (const row of await read(db).catch(() => [])) this.set(Object.fromEntries(labels.map((label) => [label, String(row[label])])), row.value);
    },
  });
}

const numbersOfJobs: readonly { name: string; help: string; value: (job: JobRow) => number | undefined }[] = [
  { name: 'satcoso_job_succeeded_seconds', help: 'When the job last succeeded, seconds since 1970', value: ({ succeeded_at: at }) => (at ? at.getTime() / 1000 : undefined) },
  { name: 'satcoso_job_duration_seconds', help: 'How long the last run of the job took', value: ({ seconds }) => seconds ?? undefined },
  { name: 'satcoso_job_failures', help: 'Runs of the job that failed since it last succeeded', value: ({ failures }) => failures },
];
