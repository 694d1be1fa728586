/** The sheet of ratings through the importer: former years of organisations and members, importing again, undoing, and whose they may be. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, day, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { correctRating } from '../../ratings/server/rating.decisions.ts';
import { enterEarlier } from '../../ratings/server/rating.commands.ts';
import { readRating } from '../../ratings/server/rating.reads.ts';
import { openSeason } from '../../ratings/server/rating.season.commands.ts';
import { ratingsOfPerson, ratingsOfUnit } from '../../ratings/server/rating.history.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

type Sheets = Readonly<Record<string, string>>;

let world: World;
let province: Id<'unit'>;
let commune: Id<'unit'>;
let member: Id<'person'>;
let board: Ctx;
let officer: Ctx;
let colleague: Ctx;
let secretary: Ctx;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  const cell = await build.unit({ kind: 'cell', name: 'Chi bộ thôn', parent: commune });
  await build.unit({ kind: 'cell', name: 'Chi bộ trường', parent: commune });
  await build.unit({ kind: 'commune', name: 'Xã Một' });
  member = await build.person({ name: 'Nguyễn Văn An' });
  await build.member(member, cell);
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'board_officer', unitId: province }]));
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
  secretary = contextFor(world, actorWith([{ role: 'cell_secretary', unitId: cell }]));
});
afterAll(() => world.close());
/** Every test is a source of its own, and begins without ratings. */
beforeEach(async () => {
  source += 1;
  for (const table of ['rating_acts', 'ratings', 'rating_seasons']) await sql`delete from ${sql.table(table)}`.execute(world.owner.db);
});

const sheet = (...rows: string[]): Sheets => ({ ratings: `unit,person,year,level,points,document,decided_on\n${rows.join('\n')}\n` });
const own = (year: number, level: string, on = `${year + 1}-01-05`) => `Đảng bộ xã Một,,${year},${level},,12-QĐ/HU,${on}`;
const files = (sheets: Sheets): ImportRequest => ({ source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })) }, fileName: 'xep-loai.csv' });
const apply = (sheets: Sheets, ctx = board) => act(ctx, (inside) => applyImport(inside, files(sheets)));
const told = async (sheets: Sheets, ctx = board) => (await act(ctx, (inside) => checkImport(inside, files(sheets)))).findings.map(({ severity, code, row, column }) => [...(severity === 'warning' ? ['warning'] : []), code, row, column]);
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const history = async () => (await ratingsOfUnit(officer, { unitId: commune, limit: 20 })).items;
const listed = async () => (await history()).map(({ year, level, points }) => [year, level, points]);

test('former years come in with the words of their time; again nothing changes; changed, they are updated', async () => {
  await apply(sheet(own(2022, 'Hoàn thành xuất sắc nhiệm vụ'), own(2013, 'TSVM tiêu biểu'), `Đảng bộ xã Một,,2025,Tốt,84.5,25-QĐ/TU,10/01/2026`));
  expect(await listed()).toEqual([[2025, 'good', 84.5], [2022, 'excellent', null], [2013, 'exemplary', null]]);
  expect((await apply(sheet(own(2022, 'excellent')))).tables.find(({ table }) => table === 'ratings')).toMatchObject({ added: 0, changed: 0, same: 1 });
  await apply(sheet(own(2022, 'good')));
  expect((await listed())[1]).toEqual([2022, 'good', null]);
});

test('what cannot be is told at its row', async () => {
  await act(board, (ctx) => enterEarlier(ctx, { unitId: commune, personId: null, year: 2020, level: 'good', points: null, document: '1-QĐ/HU', on: day('2021-01-05') }));
  expect(await told(sheet(own(2022, 'excellent'), own(2022, 'good')))).toEqual([['rating.twice', 3, 'year']]);
  expect(await told(sheet(own(2022, 'excellent', '2021-12-01')))).toEqual([['rating.decided_before_year', 2, 'decided_on']]);
  expect(await told(sheet(own(2020, 'excellent')))).toEqual([['rating.there', 2, 'year']]);
  expect(await told(sheet(own(2021, 'exemplary')))).toEqual([['rating.level_unknown', 2, 'level']]);
  expect(await told(sheet(own(2026, 'good', '2026-12-31')))).toEqual([['rating.in_future', 2, 'decided_on']]);
  expect(await told(sheet(own(2022, 'good')), colleague)).not.toEqual([]);
});

test('of members stand where they were, and are seen by those alone', async () => {
  await apply(sheet(`Chi bộ thôn,id:${member},2024,good,,5-QĐ/ĐU,2025-01-05`), officer);
  expect((await ratingsOfPerson(secretary, { personId: member, limit: 10 })).items).toMatchObject([{ year: 2024, level: 'good' }]);
  expect(await told(sheet(`Chi bộ trường,id:${member},2023,good,,5-QĐ/ĐU,2024-01-05`), officer)).toEqual([['rating.not_placed', 2, 'unit']]);
  expect(await code(ratingsOfPerson(colleague, { personId: member, limit: 10 }))).toBe('platform.notFound');
});

test('a run is undone whole, unless one of its ratings was corrected since', async () => {
  const { runId } = await apply(sheet(own(2022, 'excellent'), own(2021, 'good')));
  expect(await code(act(officer, (ctx) => undoImport(ctx, runId)))).not.toBe('done');
  await act(board, (ctx) => undoImport(ctx, runId));
  expect(await history()).toEqual([]);
  const again = await apply(sheet(own(2022, 'excellent')));
  const [first] = await history();
  expect((await act(board, (ctx) => checkImport(ctx, files(sheet(own(2022, 'good')))))).findings).toEqual([]);
  await act(board, (ctx) => correctRating(ctx, { id: first!.id as Id<'rating'>, version: 1, level: 'good', points: null, document: '13-QĐ/HU', on: day('2023-02-01'), why: 'Ghi nhầm', reason: null }));
  expect(await code(act(board, (ctx) => undoImport(ctx, again.runId)))).toBe('imports.changedSince');
  expect(await listed()).toEqual([[2022, 'good', null]]);
});

test('are the business of whoever decided: not the unit’s own, not this year’s, not one of which a season decides', async () => {
  expect(await told(sheet(own(2022, 'excellent')), officer)).toEqual([['rating.may_not_record', 2, 'unit']]);
  expect(await told(sheet(`Chi bộ thôn,id:${member},2024,good,,5-QĐ/ĐU,2025-01-05`), board)).toEqual([['rating.may_not_record', 2, 'unit']]);
  expect(await told(sheet(`Chi bộ thôn,id:${member},2024,good,,5-QĐ/ĐU,2025-01-05`), contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }], member)))).toEqual([['rating.may_not_record', 2, 'unit']]);
  expect(await told(sheet(own(2026, 'good', '2026-11-01')))).toEqual([['rating.year_not_over', 2, 'year']]);
  await act(board, (ctx) => openSeason(ctx, { unitId: province, year: 2025, about: 'units', selfDueOn: day('2025-12-05'), appraisalDueOn: day('2025-12-15'), decisionDueOn: day('2025-12-31') }));
  await sql`delete from ratings`.execute(world.owner.db);
  expect(await told(sheet(own(2025, 'good')))).toEqual([['rating.season_there', 2, 'year']]);
});

test('one corrected on screen since is never written over; what is entered and changed leaves its trace', async () => {
  await apply(sheet(own(2022, 'excellent')));
  await apply(sheet(own(2022, 'good')));
  const [rating] = await history();
  const id = rating!.id as Id<'rating'>;
  expect((await readRating(board, { id })).trace.map(({ kind, before, after }) => [kind, before?.level, after?.level])).toEqual([['corrected', 'excellent', 'good'], ['entered', undefined, 'excellent']]);
  await act(board, (ctx) => correctRating(ctx, { id, version: 2, level: 'fulfilled', points: null, document: '13-QĐ/HU', on: day('2023-02-01'), why: 'Ghi nhầm', reason: null }));
  expect(await told(sheet(own(2022, 'good')))).toEqual([['rating.corrected_since', 2, null]]);
  expect(await listed()).toEqual([[2022, 'fulfilled', null]]);
});
