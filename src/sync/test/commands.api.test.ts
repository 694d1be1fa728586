/** Commands of phones over HTTP: doubled, at the same moment, refused, reused, of somebody else, after a restart. */
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { buildIn } from '../../../test/world/build.ts';
import { testKeys } from '../../../test/world/keys.ts';
import { actorWith, openWorld, type World } from '../../../test/world/world.ts';
import { giveAccount } from '../../access/test/access.world.ts';
import { meetingContract } from '../../modules/meetings/meeting.contract.ts';
import type { Actor } from '../../platform/context.ts';
import { firstRow } from '../../platform/db/database.ts';
import { flushEvents } from '../../platform/events.ts';
import { commandHeader } from '../../platform/http/commands.ts';
import { buildKernel } from '../../platform/http/kernel.ts';
import { newId, type Id } from '../../platform/ids.ts';
import { allConflicts } from '../../records.ts';
import { allRefusals, allRoutes } from '../../routes.ts';
import { commandLogWith } from '../server/index.ts';

let world: World;
let app: FastifyInstance;
let cell: Id<'unit'>;
let caller: Actor;
let other: Actor;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  cell = await build.unit({ kind: 'cell', name: 'Chi bộ' });
  for (const name of ['Nguyễn Văn An', 'Trần Thị Bình']) await build.member(await build.person({ name }), cell);
  await build.derive();
  caller = { ...actorWith([{ role: 'cell_secretary', unitId: cell }]), accountId: (await giveAccount(world)).id as Id<'account'> };
  other = { ...caller, accountId: (await giveAccount(world)).id as Id<'account'> };
  app = await serve(() => caller);
});
afterAll(async () => {
  await app.close();
  await world.close();
});

function serve(actor: () => Actor): Promise<FastifyInstance> {
  return buildKernel({ db: world.db, keys: testKeys, log: pino({ level: 'silent' }), routes: allRoutes, refusals: allRefusals, findActor: async () => actor(), flushEvents, commands: commandLogWith(allConflicts), clock: () => new Date('2026-11-20T03:00:00Z') });
}

async function send(command: string, path: string, payload: object, to = app): Promise<{ status: number; body: unknown }> {
  const reply = await to.inject({ method: 'POST', url: path, payload, headers: { [commandHeader]: command } });
  const body = reply.json<Record<string, unknown>>();
  return { status: reply.statusCode, body: body['problem'] ?? body };
}

const planned = (day = '2026-11-20') => ({ unitId: cell, kind: 'regular', on: day });
const meetings = async () => (await firstRow(world.db, sql<{ count: number }>`select count(*)::int as count from meetings`))!.count;

test('sent again, a command is answered the same and not done again, also by another process', async () => {
  const command = newId(0);
  const before = await meetings();
  const first = await send(command, meetingContract.plan.path, planned());
  expect(first.status).toBe(200);
  expect(await send(command, meetingContract.plan.path, planned())).toEqual(first);
  const restarted = await serve(() => caller);
  expect(await send(command, meetingContract.plan.path, planned(), restarted)).toEqual(first);
  await restarted.close();
  expect(await meetings()).toBe(before + 1);
  const { count } = (await firstRow(world.db, sql<{ count: number }>`select count(*)::int as count from events where subject_id = ${(first.body as { id: string }).id}`))!;
  expect(count).toBe(1);
});

test('of ten at the same moment one is done, and all are answered alike', async () => {
  const command = newId(0);
  const before = await meetings();
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(command, meetingContract.plan.path, planned('2026-11-19'))));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]!.status).toBe(200);
  expect(await meetings()).toBe(before + 1);
});

test('a refusal stands, even once the reason for it is gone; a new command is another matter', async () => {
  const { body } = await send(newId(0), meetingContract.plan.path, planned('2026-11-18'));
  const { id } = body as { id: string };
  const closing = newId(0);
  const path = meetingContract.close.path.replace(':id', id);
  const refused = await send(closing, path, {});
  expect(refused).toMatchObject({ status: 409, body: { code: 'meetings.is_planned' } });
  await send(newId(0), meetingContract.open.path.replace(':id', id), {});
  await send(newId(0), meetingContract.mark.path.replace(':id', id), { marks: [], rest: 'present' });
  expect(await send(closing, path, {})).toEqual(refused);
  expect(await send(newId(0), path, {})).toMatchObject({ status: 200 });
});

test('an id stands for one thing, and for one account', async () => {
  const command = newId(0);
  await send(command, meetingContract.plan.path, planned('2026-11-17'));
  expect(await send(command, meetingContract.plan.path, planned('2026-11-16'))).toMatchObject({ status: 409, body: { code: 'sync.commandReused' } });
  const before = await meetings();
  const others = await serve(() => other);
  expect((await send(command, meetingContract.plan.path, planned('2026-11-17'), others)).status).toBe(200);
  await others.close();
  expect(await meetings()).toBe(before + 1);
  expect(await send('no id', meetingContract.plan.path, planned())).toMatchObject({ status: 400, body: { code: 'sync.noCommandId' } });
});

test('an act whose answer may be a secret takes no command id', async () => {
  const command = newId(0);
  expect(await send(command, '/api/people/find-by-number', { kind: 'citizen_no', number: '012345678901' })).toMatchObject({ status: 400, body: { code: 'sync.notACommand' } });
  expect(await firstRow(world.db, sql`select from commands where id = ${command}`)).toBeUndefined();
  const answers = allRoutes.filter(({ procedure }) => procedure.isCommand).map(({ procedure }) => procedure);
  const kept = new Set(answers.flatMap(({ output }) => Object.keys((z.toJSONSchema(output, { unrepresentable: 'any' }) as { properties?: object }).properties ?? {})));
  expect([...kept].toSorted()).toEqual(['actId', 'entryId', 'id', 'personId', 'planned', 'skipped', 'version']);
});

test('what never reached the act leaves nothing behind', async () => {
  const command = newId(0);
  expect((await send(command, meetingContract.plan.path, { unitId: cell })).status).toBe(400);
  expect(await firstRow(world.db, sql`select from commands where id = ${command}`)).toBeUndefined();
  expect((await send(command, meetingContract.plan.path, planned('2026-11-15'))).status).toBe(200);
});
