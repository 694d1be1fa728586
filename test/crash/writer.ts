/**
 * What a server does, without the server: starts the embedded PostgreSQL in the given folder, then records units and
 * imports until it is killed. Says `committed unit|run <id>` only after the commit, on standard output.
 */
import pino from 'pino';
import { systemContext } from '../../src/access/system.ts';
import { applyImport } from '../../src/modules/imports/server/index.ts';
import { change, found } from '../../src/modules/units/server/unit.commands.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { day } from '../../src/platform/day.ts';
import { applicationRole, openDatabase } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { flushEvents } from '../../src/platform/events.ts';
import type { Id } from '../../src/platform/ids.ts';
import { startPostgres } from '../../src/platform/postgres/supervisor.ts';
import { startOf, workbook } from './workload.ts';
import { testKeys } from '../world/keys.ts';

const folder = process.argv[2]!;
const round = Number(process.argv[3]);
const mostActs = 2000;

const postgres = await startPostgres({ dataDir: folder });
say(`postgres ${postgres.pid} ${postgres.url}`);
await migrate({ url: postgres.url });
const { db } = openDatabase({ url: postgres.url, role: applicationRole, connections: 2 });

async function act<T>(work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    const ctx = systemContext({ db: tx, keys: testKeys, log: pino({ level: 'silent' }) });
    const result = await work(ctx);
    await flushEvents(ctx);
    return result;
  });
}

const top = await startOf(db, act);
for (let count = 0; count < mostActs; count += 1) {
  const { unitId } = await act((ctx) => found(ctx, { facts: { name: `Chi bộ ${round}-${count}`, kind: 'cell' }, from: day('2020-01-01'), parents: [{ hierarchy: 'party', parentId: top }], decision: null }));
  say(`committed unit ${unitId}`);
  await act((ctx) => change(ctx, { id: unitId, on: day('2022-01-01'), decision: null, facts: { name: `Chi bộ đổi tên ${round}-${count}` } }));
  say(`committed change ${unitId}`);
  const { runId } = await act((ctx) => applyImport(ctx, workbook({ name: `${round}-${count}`, parent: top as Id<'unit'> })));
  say(`committed run ${runId}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
