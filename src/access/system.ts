/**
 * Who acts on the command line: whoever may read the data folder and its keys already holds everything, so commands
 * run through the same acts and reads as requests, in the name of the installation. Never reachable from the network:
 * no session leads here, and `everything` is not a reach that an assignment can have.
 */
import { randomUUID } from 'node:crypto';
import type { Actor, Ctx } from '../platform/context.ts';
import { noClient } from '../platform/context.ts';
import { dayIn } from '../platform/day.ts';
import type { Id } from '../platform/ids.ts';
import { verbs } from './verbs.ts';

/** Stands in events for the installation itself. */
export const systemAccountId = '00000000-0000-0000-0000-000000000000' as Id<'account'>;

const everyVerb: ReadonlySet<string> = new Set(Object.keys(verbs));

const systemActor: Actor = {
  accountId: systemAccountId,
  sessionId: undefined,
  name: 'system',
  displayName: 'Hệ thống',
  personId: undefined,
  grants: [
    { id: systemAccountId as Id as Id<'assignment'>, role: 'system', verbs: everyVerb, unitId: undefined, reach: 'everything' },
    { id: systemAccountId as Id as Id<'assignment'>, role: 'system', verbs: everyVerb, unitId: undefined, reach: 'none' },
  ],
};

export function systemContext({ db, keys, log }: Pick<Ctx, 'db' | 'keys' | 'log'>): Ctx {
  const now = new Date();
  return { db, aside: db, keys, log, now, today: dayIn(now), actor: systemActor, requestId: randomUUID(), client: noClient, asked: new Set() };
}
