/** Importing against a real database: what may be touched, updating, correcting, undoing, all or nothing. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { operatorOf } from '../../../../test/world/cases.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { findUnitFaults } from '../../units/server/index.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';
import { brokenWorkbook, faults, workbookFaults } from './broken.workbook.ts';

let world: World;
let officer: Ctx;
let commune: Id<'unit'>;
let other: Id<'unit'>;
let otherCell: Id<'unit'>;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world, 0);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  otherCell = await build.unit({ kind: 'cell', name: 'Chi bộ xã Hai', parent: other });
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
});

afterAll(() => world.close());

let source = 0;
beforeEach(() => {
  source += 1;
});

function files(sheets: Readonly<Record<string, string>>): ImportRequest {
  const from = { files: Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })) };
  return { source: `nguồn ${source}`, from, fileName: 'thử.csv' };
}

const units = (rows: string) => `ref,name,kind,type,party_parent,from,to\n${rows}`;
const people = (rows: string) => `ref,full_name,sex,birth,citizen_no\n${rows}`;
const memberships = (rows: string) => `person,record,cell,from,to,admitted_on,recognised_on,in_reason\n${rows}`;

function place(): Record<string, string> {
  return {
    units: units(`cb,Chi bộ thôn Đông,cell,residential,id:${commune},2015-01-01,\n`),
    people: people(`an,Nguyễn Văn An,nam,1970,0000000${10000 + source}\n`),
    memberships: memberships('an,placement,cb,2015-01-01,,2000-02-03,2001-02-03,initial\n'),
  };
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(world.owner.db);
  return rows[0]!.count;
}

const errorsOf = async (ctx: Ctx, request: ImportRequest) =>
  (await act(ctx, (inside) => checkImport(inside, request))).findings.filter(({ severity }) => severity === 'error').map(({ code, sheet, row, column }) => [code, sheet, row, column]);

const tables = ['units', 'unit_versions', 'people', 'person_keys', 'memberships', 'placements', 'import_runs', 'import_refs', 'events'];

describe('a broken workbook', () => {
  test('is told every fault with row and column against the real database, and changes nothing', async () => {
    const before = await Promise.all(tables.map(count));
    const request = { source: 'sai', from: { files: [{ name: 'sai.xlsx', bytes: await brokenWorkbook() }] }, fileName: 'sai.xlsx' };
    const checked = await act(operatorOf(world), (ctx) => checkImport(ctx, request));
    const told = new Set(checked.findings.map(({ code, sheet, row, column }) => [code, sheet, row, column].join()));
    expect([...faults, ...workbookFaults].map(String).filter((fault) => !told.has(fault))).toEqual([]);
    expect(checked.tables).toEqual([]);
    await expect(act(operatorOf(world), (ctx) => applyImport(ctx, request))).rejects.toMatchObject({ code: 'imports.hasErrors' });
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });
});

describe('a unit that is there already', () => {
  const cells = (parent: string, name = 'Chi bộ thôn Tây') => units(`tay-${source},${name},cell,residential,${parent},2015-01-01,\n`);
  const member = (cell: string) => ({ people: people(`be-${source},Trần Văn Bé,nam,1970,\n`), memberships: memberships(`be-${source},placement,${cell},2016-01-01,,2000-02-03,2001-02-03,initial\n`) });

  test('may be named by its full name, and the people of the file are told by theirs', async () => {
    await act(officer, (ctx) => applyImport(ctx, files({ units: cells('đảng bộ xã MỘT') })));
    const request = { ...files(member('Chi bộ thôn Tây')), source: `khác ${source}` };
    const checked = await act(officer, (ctx) => checkImport(ctx, request));
    expect(checked.findings).toEqual([]);
    expect(checked.touched).toEqual([{ sheet: 'people', isNew: true, count: 1, names: ['Trần Văn Bé'] }]);
    await act(officer, (ctx) => applyImport(ctx, request));
    const { rows } = await sql<{ name: string }>`select v.name from people p join placements s on s.person_id = p.id join unit_versions v on v.unit_id = s.cell_id where p.full_name = 'Trần Văn Bé'`.execute(world.owner.db);
    expect(rows).toEqual([{ name: 'Chi bộ thôn Tây' }]);
    expect((await act(officer, (ctx) => checkImport(ctx, request))).touched).toEqual([]);
  });

  test('must be named by its id where another within reach bears the same name', async () => {
    await act(officer, (ctx) => applyImport(ctx, files({ units: cells(`id:${commune}`, 'Chi bộ Trùng') })));
    await act(officer, (ctx) => applyImport(ctx, { ...files({ units: cells(`id:${commune}`, 'Chi bộ Trùng') }), source: `khác ${source}` }));
    const checked = await act(officer, (ctx) => checkImport(ctx, files(member('Chi bộ Trùng'))));
    expect(checked.findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'ref.several', sheet: 'memberships', row: 2, column: 'cell', data: { count: 2 } }]);
  });

  test('is not found by its name where it lies out of reach', async () => {
    expect(await errorsOf(officer, files(member('Chi bộ xã Hai')))).toContainEqual(['ref.unresolved', 'memberships', 2, 'cell']);
  });
});

test('more rows than the server takes are refused before anything is planned from them', async () => {
  const request = { ...files(place()), mostRows: 2 };
  for (const step of [checkImport, applyImport]) await expect(act(officer, async (ctx) => void (await step(ctx, request)))).rejects.toMatchObject({ code: 'imports.tooManyRows', data: { limit: 2 } });
  expect((await act(officer, (ctx) => checkImport(ctx, { ...request, mostRows: 3 }))).errors).toBe(0);
});

describe('an import', () => {
  test('adds; told again it changes nothing; told otherwise it updates and never duplicates', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    const again = await act(officer, (ctx) => checkImport(ctx, files(place())));
    expect(again.tables.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0)).toBe(0);
    const renamed = { ...place(), units: units(`cb,Chi bộ thôn Đông,cell,residential,id:${commune},2015-01-01,2019-12-31\ncb,Chi bộ thôn Đoài,cell,residential,id:${commune},2020-01-01,\n`) };
    const update = await act(officer, (ctx) => applyImport(ctx, files(renamed)));
    expect(update.tables.find(({ table }) => table === 'unit_versions')).toMatchObject({ added: 1, changed: 1, removed: 0 });
    expect(update.tables.find(({ table }) => table === 'units')).toMatchObject({ added: 0, same: 1 });
  });

  test('that gives a spell another first day replaces the mistaken one', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    const corrected = { ...place(), memberships: memberships('an,placement,cb,2016-01-01,,2000-02-03,2001-02-03,initial\n') };
    const update = await act(officer, (ctx) => applyImport(ctx, files(corrected)));
    expect(update.tables.find(({ table }) => table === 'placements')).toMatchObject({ added: 1, removed: 1 });
  });

  test('undone puts back what stood before it, and the source knows the old rows again', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    const corrected = { ...place(), people: people(`an,Nguyễn Văn Ân,nam,1971,0000000${10000 + source}\n`), memberships: memberships('an,placement,cb,2016-01-01,,2000-02-03,2001-02-03,initial\n') };
    const { runId } = await act(officer, (ctx) => applyImport(ctx, files(corrected)));
    await act(officer, (ctx) => undoImport(ctx, runId));
    const again = await act(officer, (ctx) => checkImport(ctx, files(place())));
    expect(again.tables.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0)).toBe(0);
  });

  test('undone is told in the log wherever the import was told, with its source', async () => {
    const { runId } = await act(officer, (ctx) => applyImport(ctx, files(place())));
    await act(officer, (ctx) => undoImport(ctx, runId));
    const { rows: told } = await sql`select type, unit_id, data ->> 'source' as source from events where subject_id = ${runId} order by type`.execute(world.owner.db);
    expect(told).toEqual(['import.applied', 'import.undone'].map((type) => ({ type, unit_id: commune, source: `nguồn ${source}` })));
  });

  test('is not undone once the units of before could not bear what was done since', async () => {
    const bodies = (parent: string) => files({ units: units(`tren-${source},Đảng bộ cơ sở ${source},grassroots_party,,id:${commune},2015-01-01,\nduoi-${source},Đảng bộ bộ phận ${source},division_party,,${parent},2015-01-01,\n`) });
    await act(officer, (ctx) => applyImport(ctx, bodies(`tren-${source}`)));
    const { runId } = await act(officer, (ctx) => applyImport(ctx, bodies(`id:${commune}`)));
    const named = async (name: string) => (await sql<{ id: Id<'unit'> }>`select unit_id as id from unit_versions where name = ${`${name} ${source}`}`.execute(world.owner.db)).rows[0]!.id;
    const build = buildIn(world, 0);
    await build.move(await named('Đảng bộ cơ sở'), { hierarchy: 'party', parent: await named('Đảng bộ bộ phận'), on: '2026-01-01' });
    await build.derive();
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.usedSince' });
    expect(await findUnitFaults(world.owner.db)).toEqual([]);
  });

  test('is not undone once a row of it was changed', async () => {
    const { runId } = await act(officer, (ctx) => applyImport(ctx, files(place())));
    await sql`update placements set decision = 'sửa tay' where person_id in (select entity_id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`} and r.sheet = 'people')`.execute(world.owner.db);
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.changedSince', data: { count: 1 } });
  });

  test('says nothing of columns that the file does not have, and "none" by an empty cell', async () => {
    const full = { ...place(), units: `ref,name,kind,type,party_parent,from,households,population\ncb,Chi bộ thôn Đông,cell,residential,id:${commune},2015-01-01,120,400\n` };
    await act(officer, (ctx) => applyImport(ctx, files(full)));
    const less = { units: `ref,name,kind,from,population\ncb,Chi bộ thôn Đông,cell,2015-01-01,\n` };
    const { tables } = await act(officer, (ctx) => applyImport(ctx, files(less)));
    expect(tables.find(({ table }) => table === 'unit_parents')).toMatchObject({ removed: 0 });
    const { rows } = await sql<{ type: string; properties: object }>`select v.type, v.properties from unit_versions v join import_refs r on r.entity_id = v.unit_id and r.sheet = 'units'
      join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`}`.execute(world.owner.db);
    expect(rows).toEqual([{ type: 'residential', properties: { households: 120 } }]);
  });

  test('asked for twice at once is applied once', async () => {
    const request = files(place());
    const results = await Promise.all([act(officer, (ctx) => applyImport(ctx, request)), act(officer, (ctx) => applyImport(ctx, request))]);
    const added = results.map(({ tables }) => tables.find(({ table }) => table === 'units')!.added).toSorted();
    expect(added).toEqual([0, 1]);
  });

  test('warns before it writes over what was changed on screen since', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    await sql`update placements set valid = '[2015-01-01,2020-01-01)', out_reason = 'transfer_out' where person_id in (select entity_id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`} and r.sheet = 'people')`.execute(world.owner.db);
    const { findings } = await act(officer, (ctx) => checkImport(ctx, files(place())));
    expect(findings).toContainEqual(expect.objectContaining({ severity: 'warning', code: 'row.changed_since', sheet: 'memberships', row: 2 }));
  });

  test('keeps numbers sealed: neither the table nor the log of changes holds one in clear', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    const number = `0000000${10000 + source}`;
    const { rows } = await sql<{ found: number }>`select
      (select count(*) from people p where p::text like ${`%${number}%`}) + (select count(*) from import_changes c where c::text like ${`%${number}%`}) as found`.execute(world.owner.db);
    expect(rows[0]!.found).toBe(0);
  });
});

describe('an importer', () => {
  test('cannot place anything in a unit out of reach', async () => {
    const request = files({ ...place(), units: units(`cb,Chi bộ,cell,residential,id:${other},2015-01-01,\n`) });
    expect(await errorsOf(officer, request)).toContainEqual(['unit.out_of_reach', 'units', 2, 'party_parent']);
  });

  test('cannot place a person in a cell out of reach', async () => {
    const request = files({ ...place(), memberships: memberships(`an,placement,id:${otherCell},2015-01-01,,2000-02-03,2001-02-03,initial\n`) });
    expect(await errorsOf(officer, request)).toContainEqual(['unit.out_of_reach', 'memberships', 2, 'cell']);
  });

  test('cannot give a post or a place to a person, or a person to a post, out of reach by naming their id', async () => {
    const build = buildIn(world, 0);
    const stranger = await build.person({ name: 'Lê Xa' });
    await build.member(stranger, otherCell, {});
    const post = await build.post(other, 'secretary');
    const request = files({
      ...place(),
      memberships: `${place()['memberships']}id:${stranger},placement,cb,2030-01-01,,2000-02-03,2001-02-03,transfer_in\n`,
      tenures: `person,post,from\nan,id:${post},2020-01-01\n`,
    });
    expect(await errorsOf(officer, request)).toEqual(expect.arrayContaining([
      ['person.out_of_reach', 'memberships', 3, 'person'],
      ['post.out_of_reach', 'tenures', 2, 'post'],
    ]));
  });

  test('is told that an id which is none names nothing', async () => {
    const request = files({ ...place(), units: units('cb,Chi bộ,cell,residential,id:khong-phai,2015-01-01,\n') });
    expect((await errorsOf(officer, request)).map(([code]) => code)).toContain('ref.unresolved');
  });

  test('cannot found a unit with nothing above it', async () => {
    expect(await errorsOf(officer, files({ units: units('tinh,Đảng bộ tỉnh khác,provincial_party,,,2015-01-01,\n') }))).toContainEqual(['unit.needs_parent', 'units', 2, 'party_parent']);
  });

  test('cannot bring in a person without a cell or a post', async () => {
    expect(await errorsOf(officer, files({ people: people('binh,Trần Bình,nam,1980,\n') }))).toContainEqual(['person.nowhere', 'people', 2, 'ref']);
  });

  test('is told that a number belongs to somebody else, not to whom', async () => {
    const request = files(place());
    await act(officer, (ctx) => applyImport(ctx, request));
    const twice = { ...files(place()), source: 'nguồn khác' };
    const findings = (await act(officer, (ctx) => checkImport(ctx, twice))).findings;
    expect(findings).toContainEqual({ severity: 'error', sheet: 'people', row: 2, column: 'citizen_no', cell: 'E2', code: 'person.number_taken' });
  });

  test('cannot change a person who has left the reach', async () => {
    const build = buildIn(world, 0);
    const gone = await build.person({ name: 'Vũ Đã Chuyển' });
    const cell = await build.unit({ kind: 'cell', name: 'Chi bộ cũ', parent: commune });
    await build.derive();
    const membership = await build.member(gone, cell, { from: '2010-01-01', to: '2020-12-31' });
    await sql`update memberships set valid = '[2010-01-01,)', end_reason = null where id = ${membership}`.execute(world.owner.db);
    await build.placement({ person: gone, membership, cell: otherCell, kind: 'official', from: '2021-01-01' });
    const request = files({ people: people(`id:${gone},Vũ Bị Đổi Tên,nam,1970,\n`) });
    expect(await errorsOf(officer, request)).toContainEqual(['person.out_of_reach', 'people', 2, 'ref']);
  });

  test('has sources of his own: the same name of somebody else is another source', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    const colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
    const request = files({ units: units(`cb,Chi bộ khác,cell,residential,id:${other},2015-01-01,\n`) });
    const checked = await act(colleague, (ctx) => checkImport(ctx, request));
    expect(checked.tables.find(({ table }) => table === 'units')).toMatchObject({ added: 1, changed: 0 });
  });

  test('cannot tie units into a circle by a sheet of relations alone', async () => {
    await act(officer, (ctx) => applyImport(ctx, files(place())));
    const { rows } = await sql<{ id: string }>`select entity_id as id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`} and r.sheet = 'units'`.execute(world.owner.db);
    const request = files({ unit_relations: `unit,relation,other,from\nid:${rows[0]!.id},leads,id:${commune},2020-01-01\n` });
    expect((await errorsOf(officer, request)).map(([code]) => code)).toContain('unit.cycle_found');
    await expect(act(officer, (ctx) => applyImport(ctx, request))).rejects.toMatchObject({ code: 'imports.hasErrors' });
  });

  test('cannot overfill a post that was there before', async () => {
    const build = buildIn(world, 0);
    const post = await build.post(commune, 'secretary', { from: '2010-01-01' });
    const cell = await build.unit({ kind: 'cell', name: 'Chi bộ bí thư', parent: commune });
    await build.derive();
    const holder = await build.person();
    await build.member(holder, cell);
    await build.tenure(holder, post, { from: '2015-01-01' });
    const request = files({ ...place(), tenures: `person,post,from\nan,id:${post},2020-01-01\n` });
    expect(await errorsOf(officer, request)).toContainEqual(['post.overfull', 'tenures', 2, 'post']);
  });

  test('cannot place a person in a cell beyond the days on which it stands', async () => {
    const request = files({ ...place(), units: units(`cb,Chi bộ thôn Đông,cell,residential,id:${commune},2015-01-01,2020-12-31\n`) });
    expect(await errorsOf(officer, request)).toContainEqual(['unit.life_exceeded', 'memberships', 2, null]);
  });

  test('cannot undo once the place was taken from him', async () => {
    const { runId } = await act(officer, (ctx) => applyImport(ctx, files(place())));
    const elsewhere = { ...officer, actor: { ...officer.actor!, grants: actorWith([{ role: 'office_officer', unitId: other }]).grants } };
    await expect(act(elsewhere, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.outOfReach' });
  });

  test('cannot undo the import of somebody else', async () => {
    const { runId } = await act(officer, (ctx) => applyImport(ctx, files(place())));
    const colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
    await expect(act(colleague, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'platform.notFound' });
  });
});
