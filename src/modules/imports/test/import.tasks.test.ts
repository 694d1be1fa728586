/** The sheet of tasks through the importer: what is given, what became of it, importing again, undoing, and whose it may be. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIn } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { taskContract } from '../../tasks/task.contract.ts';
import { listTasks } from '../../tasks/server/task.reads.ts';
import { workOn } from '../../tasks/server/task.work.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

type Sheets = Readonly<Record<string, string>>;

let world: World;
let commune: Id<'unit'>;
let province: Id<'unit'>;
let board: Ctx;
let officer: Ctx;
let colleague: Ctx;
let source = 0;

beforeAll(async () => {
  world = await openWorld();
  const build = buildIn(world);
  province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh Phú Thọ' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  const other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  board = contextFor(world, actorWith([{ role: 'office_officer', unitId: province }]));
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
});
afterAll(() => world.close());
/** Every test is a source of its own, and begins with nothing to do. */
beforeEach(async () => {
  source += 1;
  for (const table of ['task_entries', 'tasks', 'documents']) await sql`delete from ${sql.table(table)}`.execute(world.owner.db);
});

const head = 'unit,title,given_on,asked_by,due_on,owner,detail,progress,state,settled_on,note,document';
const sheet = (...rows: string[]): Sheets => ({ tasks: `${head}\n${rows.join('\n')}\n` });
const files = (sheets: Sheets): ImportRequest => ({ source: `nguồn ${source}`, from: { files: Object.entries(sheets).map(([name, text]) => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })) }, fileName: 'viec.csv' });
const apply = (sheets: Sheets, ctx = board) => act(ctx, (inside) => applyImport(inside, files(sheets)));
const told = async (sheets: Sheets, ctx = board) => (await act(ctx, (inside) => checkImport(inside, files(sheets)))).findings.map(({ severity, code, row, column }) => [...(severity === 'warning' ? ['warning'] : []), code, row, column]);
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const countsOf = ({ tables }: { tables: readonly { table: string }[] }) => tables.find(({ table }) => table === 'tasks');
const all = async () => (await listTasks(board, { limit: 50 })).items;

describe('a row', () => {
  test('is a task with who gave it, its document, and what became of it', async () => {
    const document = newId<'document'>(0);
    await sql`insert into documents (home_id, id, unit_id, direction, type, number, issuer_code, issuer, term, summary, issued_on, valid_from, words, version, recorded_at)
      values (0, ${document}, ${province}, 'issued', 'TB', 3, 'TU', 'Tỉnh ủy', '2025-2030', 'Kết luận', '2026-02-20', '2026-02-20', '', 1, now())`.execute(world.owner.db);
    await apply(sheet('Đảng bộ xã Một,Rà soát quy chế,27/02/2026,Đảng bộ tỉnh Phú Thọ,30/06/2026,,Giữ điều còn hợp,,Hoàn thành,20/06/2026,Đã sửa quy chế,03-TB/TU', 'Đảng bộ xã Một,Tự kiểm tra,01/03/2026,,,,,40,,,,'));
    expect(await all()).toMatchObject([
      { title: 'Rà soát quy chế', unit: { id: commune }, askedBy: { id: province }, dueOn: '2026-06-30', state: 'done', settledOn: '2026-06-20', note: 'Đã sửa quy chế', origin: { kind: 'document', id: document, on: '2026-02-27' } },
      { title: 'Tự kiểm tra', askedBy: { id: commune }, dueOn: null, state: 'open', progress: 40, origin: { kind: 'unit', id: commune } },
    ]);
  });

  test('that cannot be is told at its cell', async () => {
    expect(await told(sheet(
      'Đảng bộ xã Một,Một,2026-03-01,,2026-02-01,,,,,,,', 'Đảng bộ xã Một,Hai,2026-03-01,,,,,,done,,,', 'Đảng bộ xã Một,Ba,2026-03-01,,,,,,dropped,2026-03-02,,', 'Đảng bộ xã Một,Bốn,2026-03-01,,,,,,,2026-03-02,,',
      'Đảng bộ xã Một,một,2026-03-01,,,,,,,,,',
    ))).toEqual([['period.reversed', 2, 'due_on'], ['task.settled_missing', 3, 'settled_on'], ['task.reason_missing', 4, 'note'], ['task.settled_of_open', 5, 'settled_on'], ['task.twice', 6, 'title']]);
    expect(await told(sheet('Đảng bộ xã Một,Một,2027-03-01,,,,,,,,,', 'Đảng bộ xã Một,Hai,2026-03-01,,,,,,done,2027-01-01,,', 'Đảng bộ xã Một,Ba,2026-03-01,,,,,,,,,09-TB/TU'))).toEqual([
      ['task.given_ahead', 2, 'given_on'], ['task.settled_ahead', 3, 'settled_on'], ['task.document_unknown', 4, 'document'],
    ]);
  });

  test('is refused of units beyond reach', async () => {
    expect((await told(sheet(`id:${commune},Việc,2026-03-01,,,,,,,,,`), colleague)).map(([what]) => what)).toContain('unit.out_of_reach');
    expect((await told(sheet(`id:${commune},Việc,2026-03-01,id:${province},,,,,,,,`), officer)).map(([what]) => what)).toContain('unit.out_of_reach');
  });
});

describe('told again, and undone', () => {
  const row = (state: string) => `Đảng bộ xã Một,Rà soát,2026-03-01,,2026-06-30,,,,${state},`;

  test('nothing changes, or what differs does; undone it stands as before, then nothing is left', async () => {
    const { runId: first } = await apply(sheet(row(',,')));
    expect(countsOf(await act(board, (ctx) => checkImport(ctx, files(sheet(row(',,'))))))).toEqual({ table: 'tasks', added: 0, changed: 0, removed: 0, same: 1 });
    const { runId: second } = await apply(sheet(row('done,2026-06-01,')));
    expect((await all()).map(({ state, version }) => [state, version])).toEqual([['done', 2]]);
    await act(board, (ctx) => undoImport(ctx, second));
    expect((await all()).map(({ state }) => state)).toEqual(['open']);
    await act(board, (ctx) => undoImport(ctx, first));
    expect(await all()).toEqual([]);
  });

  test('what was done about it since is warned of, and keeps it from being undone', async () => {
    const { runId } = await apply(sheet(row(',,')));
    const [task] = await all();
    await act(board, (ctx) => workOn(ctx, taskContract.work.input.parse({ id: task!.id, act: 'progress', progress: 50 })));
    expect(await told(sheet(row(',,')))).toEqual([['warning', 'row.changed_since', 2, null]]);
    expect(await code(act(board, (ctx) => undoImport(ctx, runId)))).toBe('imports.changedSince');
  });
});
