/** Numbers for Prometheus: requests by procedure, the pool, the event log, the process. No labels that name people or units. */
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { firstRow, type Database } from './db/database.ts';

export interface Metrics {
  readonly contentType: string;
  render(): Promise<string>;
  observe(sample: { procedure: string; status: number; seconds: number }): void;
}

export function openMetrics({ db, pool }: Database): Metrics {
  const registry = new Registry();
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
  new Gauge({
    name: 'satcoso_events_total',
    help: 'Events recorded since the installation began',
    registers: [registry],
    async collect() {
      const row = await firstRow(db, sql<{ count: number }>`select coalesce(sum(head_seq), 0)::bigint as count from event_chains`).catch(() => undefined);
      if (row) this.set(row.count);
    },
  });
  return {
    contentType: registry.contentType,
    render: () => registry.metrics(),
    observe: ({ procedure, status, seconds }) => requests.observe({ procedure, status: String(status) }, seconds),
  };
}
