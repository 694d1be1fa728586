/** A database of one's own for a test file, and callers with the rights that a test gives them. */
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { inject } from 'vitest';
import type { Actor, Ctx, Grant } from '../../src/platform/context.ts';
import { noClient } from '../../src/platform/context.ts';
import { isRole, roles, type RoleCode } from '../../src/access/roles.ts';
import { day, dayIn } from '../../src/platform/day.ts';
import { applicationRole, openDatabase, type Database } from '../../src/platform/db/database.ts';
import { flushEvents } from '../../src/platform/events.ts';
import { newId, type Id } from '../../src/platform/ids.ts';
import { administer, buildOnCitus, databaseUrl } from './database.setup.ts';
import { testKeys } from './keys.ts';

export { testKeys };

export interface World extends Database {
  readonly url: string;
  /** Connection of the owner of the tables, for what the application may not do. */
  readonly owner: Database;
}

export async function openWorld(template = inject('emptyTemplate')): Promise<World> {
  const server = inject('databaseServer');
  const name = `satcoso_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await (inject('isCitus') ? buildOnCitus(server, name) : administer(server, `create database ${name} template ${template}`));
  const url = databaseUrl(server, name);
  const application = openDatabase({ url, role: applicationRole, connections: 4 });
  const owner = openDatabase({ url, connections: 2 });
  const close = async () => {
    await application.close();
    await owner.close();
    await administer(server, `drop database ${name} with (force)`);
  };
  return { ...application, owner, url, close };
}

export interface GivenRole {
  readonly role: RoleCode;
  readonly unitId?: Id<'unit'>;
  readonly reach?: Grant['reach'];
}

export function actorWith(given: readonly GivenRole[], personId?: Id<'person'>): Actor {
  return {
    accountId: newId<'account'>(0),
    sessionId: undefined,
    name: 'test',
    displayName: 'Người thử',
    personId,
    grants: given.map(grantOf),
  };
}

function grantOf({ role, unitId, reach }: GivenRole): Grant {
  if (!isRole(role)) throw new Error(`no role ${String(role)}`);
  return { id: newId<'assignment'>(0), role, verbs: new Set(roles[role].verbs), unitId, reach: reach ?? (unitId ? 'subtree' : 'none') };
}

export function contextFor(world: Pick<Database, 'db'>, actor: Actor | undefined, now = new Date('2026-11-20T03:00:00Z')): Ctx {
  return {
    db: world.db,
    aside: world.db,
    now,
    today: dayIn(now),
    actor,
    keys: testKeys,
    requestId: 'test',
    log: pino({ level: 'silent' }),
    client: noClient,
    asked: new Set(),
  };
}

/** Runs an act as the kernel does: one transaction, events written last. */
export async function act<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    const inside = { ...ctx, db: tx, asked: new Set<string>() };
    const result = await work(inside);
    await flushEvents(inside);
    return result;
  });
}

export { day };
