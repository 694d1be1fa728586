/** The sheets of oversight through the importer: what was changed on screen since, and the role that came with it, is left to the screen. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import { actorOf, giveAccount, giveRole, start, type GivenAccount } from '../../../access/test/access.world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { firstRow } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { reopenAssignment } from '../../oversight/server/assignment.commands.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

let world: World;
let board: Ctx;
let cadre: GivenAccount;
let personId: Id<'person'>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Thử' });
  await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hạ', parent: province });
  const agency = await build.unit({ kind: 'cell', name: 'Chi bộ cơ quan', parent: province });
  personId = await build.person({ name: 'Trần Văn Bám' });
  await build.member(personId, agency);
  await build.derive();
  cadre = await giveAccount(world, { personId });
  const officer = await giveAccount(world);
  await giveRole(world, officer, { role: 'board_officer', unitId: province });
  await giveRole(world, officer, { role: 'office_officer', unitId: province });
  board = contextFor(world, await actorOf(world, officer), start);
});
afterAll(() => world.close());

const regulations = 'unit,title,tier,follows,from,to,most_units\nĐảng bộ tỉnh Thử,Quy chế thử,committee,Đảng bộ xã,2026-01-01,,\n';
const assigned = () => `unit,regulation,followed,person,tier,decision,from,to,end_reason\nĐảng bộ tỉnh Thử,Quy chế thử,Đảng bộ xã Hạ,id:${personId},committee,12-QĐ/TU,2026-02-01,2026-10-31,transferred\n`;
const files = (): ImportRequest => ({
  source: 'nguồn', fileName: 'bam-co-so.csv', from: { files: Object.entries({ oversight_regulations: regulations, oversight: assigned() }).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })) },
});
const roles = async () => (await actorOf(world, cadre))?.grants.map(({ role }) => role);

test('an assignment that was opened again on screen is neither ended by the old file nor taken out with its run, and keeps its role', async () => {
  const { runId } = await act(board, (inside) => applyImport(inside, files()));
  const kept = await firstRow(world.db, sql<{ id: Id<'oversightAssignment'>; version: number }>`select id, version from oversight_assignments`);
  expect(await roles()).toEqual([]);
  await act(board, (inside) => reopenAssignment(inside, kept!));
  expect(await roles()).toEqual(['assigned_cadre']);
  expect((await act(board, (inside) => checkImport(inside, files()))).findings.map(({ code, sheet, row }) => [code, sheet, row])).toEqual([['oversight.worked_on', 'oversight', 2]]);
  await expect(act(board, (inside) => undoImport(inside, runId))).rejects.toMatchObject({ code: 'imports.changedSince' });
  expect(await roles()).toEqual(['assigned_cadre']);
});
