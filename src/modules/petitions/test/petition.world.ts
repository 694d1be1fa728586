/** Places, bodies and callers that tests of petitions share. */
import { sql } from 'kysely';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { petitionContract } from '../petition.contract.ts';
import { acceptPetitions, answerPetition, recordPetition, routePetition } from '../server/petition.commands.ts';
import { readPetition } from '../server/petition.page.ts';

export type PetitionId = Id<'petition'>;

export async function openPetitionWorld() {
  const world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  const board = await build.unit({ kind: 'party_board', name: 'Ban Tuyên giáo và Dân vận', parent: province });
  const land = await build.unit({ kind: 'province', name: 'Tỉnh' });
  const provincial = await build.unit({ kind: 'peoples_committee', name: 'UBND tỉnh' });
  const party = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã', parent: province });
  const commune = await build.unit({ kind: 'commune', name: 'Xã', parent: land });
  const government = await build.unit({ kind: 'peoples_committee', name: 'UBND xã', parent: provincial });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã khác', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ ấp 3', parent: party });
  const beside = await build.unit({ kind: 'cell', name: 'Chi bộ ấp 4', parent: party });
  await build.relation(province, 'leads', land);
  await build.relation(provincial, 'governs', land);
  await build.relation(party, 'leads', commune);
  await build.relation(government, 'governs', commune);
  await build.derive();
  const as = (role: 'board_officer' | 'office_officer' | 'cell_secretary', unitId: Id<'unit'>) => contextFor(world, actorWith([{ role, unitId }]));
  return {
    world, province, board, provincial, party, government, other, cell, beside,
    tinh: as('board_officer', province), sibling: as('office_officer', party), cadre: contextFor(world, actorWith([{ role: 'assigned_cadre', unitId: party }])), office: as('office_officer', party), stranger: as('office_officer', other), secretary: as('cell_secretary', cell), neighbour: as('cell_secretary', beside), member: contextFor(world, actorWith([{ role: 'member' }])),
  };
}

export type PetitionWorld = Awaited<ReturnType<typeof openPetitionWorld>>;

type Recording = Parameters<typeof recordPetition>[1];

export async function record(ctx: Ctx, given: Partial<Recording> & Pick<Recording, 'unitId'>): Promise<PetitionId> {
  const input = petitionContract.record.input.parse({ source: 'unit', topic: 'ruralRoads', text: 'Đường ấp 3 hư hỏng, xe không vào được', raisedOn: '2026-11-16', isDenunciation: false, ...given });
  return (await act(ctx, (inside) => recordPetition(inside, input))).id;
}

/** With the version that stands. */
export async function doing<I extends object, R>(ctx: Ctx, command: (inside: Ctx, input: I & { id: PetitionId; version: number }) => Promise<R>, id: PetitionId, input: Omit<I, 'id' | 'version'>): Promise<R> {
  const row = await ctx.db.selectFrom('petitions').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return act(ctx, (inside) => command(inside, { ...input, id, version: row.version } as I & { id: PetitionId; version: number }));
}

/** As far as the answer of the government of the commune. */
export async function answered(it: PetitionWorld, id: PetitionId, outcome: 'settled' | 'planned' | 'impossible' = 'settled') {
  await doing(it.office, routePetition, id, { bodyId: it.government, outside: null, words: '' });
  await act(it.office, (ctx) => acceptPetitions(ctx, { ids: [id] }));
  return doing(it.office, answerPetition, id, { outcome, text: 'Đã dặm vá 800 m', plannedOn: outcome === 'planned' ? day('2026-12-31') : null, group: true });
}

export async function meetingAt(it: PetitionWorld, unitId: Id<'unit'>): Promise<Id<'meeting'>> {
  const id = newId<'meeting'>(0);
  await sql`insert into meetings (home_id, id, unit_id, kind, is_extended, state, held_on, mode, is_late, expected, present, online, excused, absent, full_expected, full_present, guests, heads, version, recorded_at)
    values (0, ${id}, ${unitId}, 'working_session', false, 'closed', '2026-11-17', 'in_person', false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, now())`.execute(it.world.owner.db);
  return id;
}

export const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
export const whole = (ctx: Ctx, id: PetitionId) => readPetition(ctx, { id });
export type { World };
