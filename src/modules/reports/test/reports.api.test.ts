/** Interim reviews through their procedures: drafted, counted, opened to records, issued for ever, replaced; who may, and who may not. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, actorWith, contextFor, day } from '../../../../test/world/world.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { isSealedWithNewest } from '../../../platform/crypto/seal.ts';
import { rows } from '../../../platform/db/database.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { readDocument } from '../../documents/server/document.reads.ts';
import { openVisitWorld, type VisitWorld } from '../../visits/test/visit.world.ts';
import { factFigures } from '../report.lines.ts';
import { noWords } from '../report.ts';
import { correctIssued, draftNewReport, dropDraft, issueDraft, writeDraft } from '../server/report.commands.ts';
import { excelFile, wordPaper } from '../server/report.files.ts';
import { namesApart } from '../../posts/server/index.ts';
import { listReportRecords, listReports, readReport } from '../server/report.reads.ts';

let world: VisitWorld;
let id: Id<'report'>;
const period = { from: day('2026-04-01'), to: day('2026-10-31') };

beforeAll(async () => {
  world = await openVisitWorld();
  const second = await world.assign({ person: world.cadre, unit: world.other, from: '2026-06-01' });
  expect(second).toBeDefined();
  await visited(world.commune, '2026-04-10', 'committeeMeeting');
  await visited(world.cell, '2026-05-10', 'cellMeeting');
  await visited(world.cell, '2026-11-10', 'cellMeeting');
  await asked(world.cell, '2026-05-12', 'ruralRoads', 'settled');
  await asked(world.cell, '2026-08-12', 'ruralRoads', null);
  await asked(world.other, '2026-09-12', 'relics', null);
  ({ id } = await act(world.board, (ctx) => draftNewReport(ctx, { unitId: world.province, title: 'Sơ kết', ...period })));
});
afterAll(() => world.close());

const visited = (unit: Id<'unit'>, on: string, kind: string) => sql`insert into visits (home_id, id, unit_id, person_id, visited_on, kind, content, state, version, recorded_at)
  values (0, ${newId(0)}, ${unit}, ${world.cadre}, ${on}, ${kind}, '{}', 'kept', 1, now())`.execute(world.world.owner.db);
const asked = (unit: Id<'unit'>, on: string, topic: string, outcome: string | null) => sql`
  insert into petitions (home_id, id, unit_id, body_id, source, topic, raised_on, state, since_on, due_on, outcome, answered_on, final_on, first_days, final_days, moves, reopenings, content, words, sealed, channel, version, recorded_at)
  values (0, ${newId(0)}, ${unit}, ${world.commune}, 'resident', ${topic}, ${on}, ${outcome ? 'answered' : 'routed'}, ${on}, ${on}::date + 14, ${outcome}, case when ${outcome}::text is not null then ${on}::date + 5 end, case when ${outcome}::text is not null then ${on}::date + 5 end,
    3, 3, 0, 0, '{"text": "Đường thôn của ông Phạm Văn Kín hỏng"}', '', '\\x01', 'person', 1, now())`.execute(world.world.owner.db);
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);
const report = (ctx: Ctx, of = id) => readReport(ctx, { id: of });
/** With the numbers as they are shown at that moment. */
const issue = async (ctx: Ctx, given: Omit<Parameters<typeof issueDraft>[1], 'findingsMark'>) => {
  const { findingsMark } = await report(ctx, given.id);
  return act(ctx, (acting) => issueDraft(acting, { ...given, findingsMark }));
};
const records = async (of: object) => (await listReportRecords(world.board, { id, line: 'visits', limit: 50, ...of })).items;
const body = async (file: Promise<{ body: unknown }>) => Buffer.from((await file).body as Buffer);

test('is counted by the figures, and divided among committees and cadres', async () => {
  const { findings, state, may } = await report(world.board);
  expect([state, may]).toEqual(['draft', ['draft', 'drop', 'issue']]);
  expect(findings.facts.map(({ figure }) => figure)).toEqual(factFigures);
  expect(findings.uncovered).toHaveLength(findings.facts.find(({ figure }) => figure === 'oversight.uncovered')!.count);
  for (const { figure, total } of [...findings.lines, ...findings.facts.map(({ figure: of, count, base }) => ({ figure: of, total: { count, base } }))]) {
    const { value } = await computeFigure(world.board, { figure, unit: world.province, from: period.from, on: period.to });
    expect(total, figure).toEqual({ count: value.count, base: value.base });
  }
  const at = (line: string) => findings.lines.findIndex(({ code: of }) => of === line);
  const cells = (rowsOf: typeof findings.committees | typeof findings.cadres, line: string) => rowsOf.map(({ name, cells: all }) => [name, all[at(line)]]);
  expect(cells(findings.committees, 'visits')).toEqual([['Đảng bộ xã Hạ', { count: 2, base: null }], ['Đảng bộ xã Thượng', { count: 0, base: null }]]);
  expect(cells(findings.committees, 'petitions')).toEqual([['Đảng bộ xã Hạ', { count: 1, base: 2 }], ['Đảng bộ xã Thượng', { count: 0, base: 1 }]]);
  expect(cells(findings.cadres, 'visits')).toEqual([['Trần Văn Bám', { count: 2, base: null }]]);
  expect(cells(findings.cadres, 'petitions')).toEqual([['Trần Văn Bám', { count: 1, base: 3 }]]);
  expect(findings.topics.map(({ code: topic, count, base }) => [topic, count, base])).toEqual([['ruralRoads', 1, 2], ['relics', 0, 1]]);
  expect(findings.lines.find(({ code: of }) => of === 'duties')?.threshold).toEqual({ share: 0.8, paper: null });
});

test('says who follows more units than the regulation allows, since when nobody follows a unit, and tells cadres of one name apart', async () => {
  expect((await report(world.board)).findings.cadres.map(({ over }) => over)).toEqual([null]);
  await sql`update oversight_regulations set most_units = 1`.execute(world.world.owner.db);
  const { cadres, uncovered } = (await report(world.board)).findings;
  expect(cadres.map(({ over }) => over)).toEqual([{ units: 2, most: 1 }]);
  expect(uncovered.every(({ since }) => typeof since === 'string')).toBe(true);
  const twin = newId<'person'>(0);
  await sql`insert into people select (jsonb_populate_record(p, jsonb_build_object('id', ${twin}::text, 'birth_on', '1961-02-03', 'birth_precision', 'day'))).* from people p where p.id = ${world.cadre}`.execute(world.world.owner.db);
  const name = 'Trần Văn Bám';
  const apart = await namesApart(world.board, [{ id: world.cadre, name }, { id: twin, name }, { id: newId<'person'>(0), name: 'Lâm Thị Khác' }], period.to);
  expect([apart.get(twin)?.startsWith(`${name} (1961`), apart.get(world.cadre) === apart.get(twin), [...apart.values()].at(-1)]).toEqual([true, false, 'Lâm Thị Khác']);
});

test('opens each number to its records, as far as one may read them', async () => {
  expect((await records({})).map(({ unit, on, marks }) => [unit.name, on, marks[0]?.vi])).toEqual(expect.arrayContaining([['Chi bộ thôn Bắc', '2026-05-10', 'Dự sinh hoạt chi bộ']]));
  expect(await records({ of: world.commune })).toHaveLength(2);
  expect(await records({ of: world.other })).toHaveLength(0);
  expect(await records({ of: world.cadre })).toHaveLength(2);
  expect((await records({ line: 'petitions', of: world.cadre })).map(({ isCounted }) => isCounted).toSorted()).toEqual([false, false, true]);
  expect((await records({})).map(({ cadre, day: of }) => [cadre, of?.vi])).toEqual([['Trần Văn Bám', 'Ngày'], ['Trần Văn Bám', 'Ngày']]);
  const duties = await records({ line: 'duties' });
  expect([new Set(duties.map(({ cadre }) => cadre)), duties.map(({ on, day: of }) => of?.vi === (on === null ? undefined : 'Lần đi gần nhất'))]).toEqual([new Set(['Trần Văn Bám']), duties.map(() => true)]);
  expect((await records({ line: 'petitions' })).map(({ cadre }) => cadre)).toEqual([null, null, null]);
  const [first] = await records({ limit: 1 });
  const page = await listReportRecords(world.board, { id, line: 'visits', limit: 1 });
  expect([page.items[0]?.id, page.next === null]).toEqual([first?.id, false]);
  expect((await listReportRecords(world.board, { id, line: 'visits', limit: 1, cursor: page.next! })).items[0]?.id).not.toBe(first?.id);
});

test('is of nobody who has no business with it, and of a time in which somebody followed a unit', async () => {
  for (const ctx of [world.office, world.secretary, world.follower]) expect(await code(report(ctx))).toBe('platform.notFound');
  expect(await code(act(world.follower, (ctx) => draftNewReport(ctx, { unitId: world.commune, title: 'Sơ kết', ...period })))).toBe('platform.forbidden');
  expect(await code(act(world.office, (ctx) => draftNewReport(ctx, { unitId: world.province, title: 'Sơ kết', ...period })))).toBe('platform.notFound');
  expect(await code(act(world.board, (ctx) => draftNewReport(ctx, { unitId: world.province, title: 'Sơ kết', from: day('2020-01-01'), to: day('2020-12-31') })))).toBe('reports.nobodyAssigned');
  expect((await listReports(world.office, { limit: 20 })).items).toEqual([]);
});

test('of a commune office is about its own place alone', async () => {
  const own = await act(world.office, (ctx) => draftNewReport(ctx, { unitId: world.commune, title: 'Sơ kết xã', ...period }));
  const { findings } = await report(world.office, own.id);
  expect(findings.committees.map(({ name }) => name)).toEqual(['Đảng bộ xã Hạ']);
  expect((await listReports(world.board, { limit: 20 })).items.map((item) => item.id)).toContain(own.id);
  await act(world.office, (ctx) => dropDraft(ctx, { id: own.id, version: 1 }));
  expect(await code(report(world.office, own.id))).toBe('platform.notFound');
});

test('once issued stays as it was, whatever becomes of the records, byte by byte; only another replaces it', async () => {
  const written = await act(world.board, (ctx) => writeDraft(ctx, { id, version: 1, title: 'Sơ kết 2026', ...period, words: { ...noWords, strengths: 'Bám cơ sở' } }));
  expect(await code(issue(world.board, { id, version: 1, withEmpty: true, numbering: null, signer: null }))).toBe('platform.stale');
  expect(await code(issue(world.board, { id, version: written.version, withEmpty: false, numbering: null, signer: null }))).toBe('reports.partsEmpty');
  expect(await code(act(world.board, (ctx) => writeDraft(ctx, { id, version: written.version, title: 'Sơ kết', from: day('2020-01-01'), to: day('2020-12-31'), words: noWords })))).toBe('reports.nobodyAssigned');
  const { version, hash } = await issue(world.board, { id, version: written.version, withEmpty: true, numbering: null, signer: null });
  const before = await report(world.board);
  const files = [await body(wordPaper(world.board, { id })), await body(excelFile(world.board, { id }))];
  expect(before).toMatchObject({ state: 'issued', issuedOn: world.board.today, hash, may: ['correct'], words: { strengths: 'Bám cơ sở' } });
  await visited(world.cell, '2026-05-20', 'field');
  const later = contextFor(world.world, actorWith([{ role: 'board_officer', unitId: world.province }]), new Date('2027-03-01T03:00:00Z'));
  expect(await report(later)).toEqual(before);
  expect([await body(wordPaper(later, { id })), await body(excelFile(later, { id }))].every((file, at) => file.equals(files[at]!))).toBe(true);
  expect(await listReportRecords(later, { id, line: 'visits', limit: 50 })).toMatchObject({ items: { length: 2 } });
  expect(await code(act(world.board, (ctx) => writeDraft(ctx, { id, version, title: 'Khác', ...period, words: noWords })))).toBe('reports.issued');
  expect(await code(act(world.board, (ctx) => dropDraft(ctx, { id, version })))).toBe('reports.issued');
  const next = await act(later, (ctx) => correctIssued(ctx, { id }));
  expect(await code(act(later, (ctx) => correctIssued(ctx, { id })))).toBe('reports.replacedAlready');
  expect(await report(later, next.id)).toMatchObject({ state: 'draft', replaces: { id, title: 'Sơ kết 2026' }, words: { strengths: 'Bám cơ sở' } });
  expect((await report(later)).replacedBy).toEqual({ id: next.id, isIssued: false });
  await issue(later, { id: next.id, version: next.version, withEmpty: true, numbering: null, signer: null });
  const replacing = await report(later, next.id);
  expect(replacing.findings.lines.find(({ code: of }) => of === 'visits')?.total.count).toBe(3);
  expect(replacing.hash).not.toBe(hash);
});

test('is issued with the numbers that were shown alone: one that came meanwhile is looked at first', async () => {
  const draft = await act(world.board, (ctx) => draftNewReport(ctx, { unitId: world.province, title: 'Sơ kết', ...period }));
  const { version } = await act(world.board, (ctx) => writeDraft(ctx, { ...draft, title: 'Sơ kết', ...period, words: { ...noWords, next: 'Tiếp tục' } }));
  const { findingsMark } = await report(world.board, draft.id);
  const issueShown = (mark: string) => act(world.board, (ctx) => issueDraft(ctx, { id: draft.id, version, findingsMark: mark, withEmpty: true, numbering: null, signer: null }));
  await visited(world.cell, '2026-06-20', 'field');
  expect(await code(issueShown(findingsMark))).toBe('reports.changed');
  const now = await report(world.board, draft.id);
  expect([now.state, now.findingsMark === findingsMark]).toEqual(['draft', false]);
  const nextDay = contextFor(world.world, actorWith([{ role: 'board_officer', unitId: world.province }]), new Date(world.board.now.getTime() + 86_400_000));
  expect((await report(nextDay, draft.id)).findingsMark).toBe(now.findingsMark);
  await issueShown(now.findingsMark);
  const issued = await report(world.board, draft.id);
  expect([issued.state, issued.findings, issued.findingsMark]).toEqual(['issued', now.findings, now.findingsMark]);
});

test('with a number it stands in the register of the unit, and what replaces it replaces it there; a number that is taken issues nothing', async () => {
  const words = { ...noWords, next: 'Tiếp tục' };
  const drafted = async () => {
    const draft = await act(world.board, (ctx) => draftNewReport(ctx, { unitId: world.province, title: 'Sơ kết quý III', ...period }));
    return { ...draft, ...(await act(world.board, (ctx) => writeDraft(ctx, { ...draft, title: 'Sơ kết quý III', ...period, words }))) };
  };
  const numbered = (draft: { id: Id<'report'>; version: number }, number: number) => issue(world.board, { ...draft, withEmpty: true, numbering: { number, issuerCode: 'TU' }, signer: { name: 'Lâm Văn Ký', post: 'Bí thư' } });
  const first = await drafted();
  await numbered(first, 7);
  const { numbering, signer } = await report(world.board, first.id);
  expect([numbering?.symbol, signer?.name]).toEqual(['07-BC/TU', 'Lâm Văn Ký']);
  const entered = await readDocument(world.board, { id: numbering!.documentId as Id<'document'> });
  expect(entered).toMatchObject({ symbol: '07-BC/TU', unit: { id: world.province }, summary: 'Sơ kết quý III', signer: { name: 'Lâm Văn Ký' }, standing: 'inForce' });
  const taken = await drafted();
  expect(await code(numbered(taken, 7))).toBe('documents.numberTaken');
  expect((await report(world.board, taken.id)).state).toBe('draft');
  const next = await act(world.board, (ctx) => correctIssued(ctx, { id: first.id }));
  expect(await code(issue(world.board, { ...next, withEmpty: true, numbering: null, signer: null }))).toBe('reports.numberMissing');
  expect(await readDocument(world.board, { id: numbering!.documentId as Id<'document'> })).toMatchObject({ standing: 'inForce' });
  await numbered(next, 8);
  expect(await readDocument(world.board, { id: numbering!.documentId as Id<'document'> })).toMatchObject({ standing: 'replaced' });
});

test('a draft that can no longer be counted can be dropped all the same', async () => {
  const draft = await act(world.board, (ctx) => draftNewReport(ctx, { unitId: world.province, title: 'Sơ kết', ...period }));
  await sql`update reports set from_day = '2019-01-01', to_day = '2019-12-31' where id = ${draft.id}`.execute(world.world.owner.db);
  expect(await code(report(world.board, draft.id))).toBe('reports.nobodyAssigned');
  expect(await code(act(world.secretary, (ctx) => dropDraft(ctx, { id: draft.id })))).toBe('platform.notFound');
  await act(world.board, (ctx) => dropDraft(ctx, { id: draft.id }));
  expect(await code(report(world.board, draft.id))).toBe('platform.notFound');
});

test('keeps no words of petitions and no name of who asked, neither in what it says nor at rest; what it says of cadres is sealed', async () => {
  const said = JSON.stringify([await report(world.board), await records({ line: 'petitions' })]);
  expect(said).not.toContain('Phạm Văn Kín');
  const kept = await rows(world.world.owner.db, sql<{ text: string; sealed: Buffer }>`select r::text as text, r.sealed from reports r where id = ${id}`);
  expect(kept[0]?.text).not.toContain(Buffer.from('Trần Văn Bám').toString('hex'));
  expect(isSealedWithNewest(world.board.keys, kept[0]!.sealed)).toBe(true);
  const log = await rows(world.world.owner.db, sql<{ text: string }>`select e::text as text from events e where type like 'interimReview.%'`);
  expect(log.length).toBeGreaterThan(3);
  expect(JSON.stringify(log)).not.toMatch(/Bám|Kín|Sơ kết/);
});
