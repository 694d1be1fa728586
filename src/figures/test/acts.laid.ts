/** Acts on what is laid on units: documents and regulations, what is passed down and answered, tasks. Each is done through the API, by `act` of `acts.test.ts`. */
import type { Procedure } from '../../platform/contract.ts';
import type { Id } from '../../platform/ids.ts';
import { cascadeContract } from '../../modules/cascades/cascade.contract.ts';
import { documentContract } from '../../modules/documents/document.contract.ts';
import { taskContract } from '../../modules/tasks/task.contract.ts';
import type { ActsWorld } from './acts.world.ts';

type UnitId = Id<'unit'>;
type Act = <A = Record<string, never>>(procedure: Procedure, input?: Record<string, unknown>) => Promise<A>;
type Done = { id: Id<'document'>; version: number };

let number = 0;

/** Never twice the same number. */
export function entry(type: string, on: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type, number: (number += 1), issuerCode: 'ĐU', issuer: 'Đảng ủy', term: '2025-2030', summary: 'Nội dung mẫu', issuedOn: on, validFrom: on, ...more };
}

export async function actOnDocuments({ place: { province, merged }, other }: ActsWorld, act: Act): Promise<void> {
  const issue = (unitId: UnitId, fields: Record<string, unknown>) => act<Done>(documentContract.enter, { unitId, direction: 'issued', ...fields });
  const resolution = await issue(province.party, entry('NQ', '2026-09-01'));
  const links = [{ kind: 'carriesOut', documentId: resolution.id }];
  const programme = entry('CTr', '2026-10-05', { links });
  const own = await issue(merged.party, programme);
  await act(documentContract.correct, { ...own, ...programme, links: [] });
  await act(documentContract.correct, { ...own, version: own.version + 1, ...programme, issuedOn: '2026-11-02', validFrom: '2026-11-02' });
  await act(documentContract.takeOut, { id: resolution.id, reason: 'ghi nhầm' });
  await act(documentContract.putBack, { id: resolution.id });
  const rules = entry('QC', '2026-03-01', { regulates: 'working', reviewDueOn: '2026-10-15' });
  const first = await issue(other.party, rules);
  await act(documentContract.correct, { ...first, ...rules, reviewDueOn: '2026-12-31', validTo: '2026-11-10' });
  const second = await issue(other.party, entry('QC', '2026-10-20', { regulates: 'working', links: [{ kind: 'replaces', documentId: first.id }] }));
  await act(documentContract.takeOut, { id: second.id, reason: 'ghi nhầm' });
  await issue(province.party, entry('QC', '2026-10-20', { regulates: 'coordination' }));
}

export async function actOnCascades({ place: { province, merged, communes: [old] }, other }: ActsWorld, act: Act): Promise<void> {
  const { id: documentId } = await act<Done>(documentContract.enter, { unitId: province.party, direction: 'issued', ...entry('NQ', '2026-09-01') });
  const clause = { kind: 'objective', label: '1', wording: 'Sinh hoạt chi bộ' };
  const target = { kind: 'indicator', label: '2', wording: 'Tỷ lệ đảng viên dự sinh hoạt', target: 90, measure: '%', toward: 'atLeast', dueOn: '2026-12-31' };
  const { ids: [first, second] } = await act<{ ids: [Id<'clause'>, Id<'clause'>] }>(cascadeContract.write, { documentId, clauses: [clause, target] });
  const { version } = await act<{ version: number }>(cascadeContract.open, { documentId, kinds: ['commune_party'], on: '2026-09-02', deadlines: [{ step: 'programme', dueOn: '2026-10-15' }] });
  await act(cascadeContract.setDeadlines, { documentId, version, deadlines: [{ step: 'programme', dueOn: '2026-11-15' }, { step: 'answered', dueOn: '2026-10-01' }] });
  await act(cascadeContract.change, { id: second, version: 1, ...target, target: 95, reason: 'điều chỉnh' });
  const { ids: [third] } = await act<{ ids: [Id<'clause'>] }>(cascadeContract.write, { documentId, clauses: [{ ...clause, label: '3' }] });
  await act(cascadeContract.remove, { documentId, ids: [third], reason: 'ghi nhầm' });
  const at = { documentId, unitId: merged.party };
  const own = await act<Done>(documentContract.enter, { unitId: merged.party, direction: 'issued', ...entry('CTr', '2026-10-05') });
  const { ids: [ownTarget] } = await act<{ ids: [Id<'clause'>] }>(cascadeContract.write, { documentId: own.id, clauses: [{ ...target, target: 97 }] });
  await act(cascadeContract.recordStep, { ...at, step: 'programme', doneOn: '2026-10-20', byDocumentId: own.id });
  const reply = { kind: 'takenUp', documentIds: [own.id], answeredOn: '2026-10-20' };
  await act(cascadeContract.answer, { ...at, clauses: [{ id: first, clauseVersion: 1, version: 0 }], ...reply });
  await act(cascadeContract.answer, { ...at, clauses: [{ id: second, clauseVersion: 2, version: 0 }], ...reply, ownClauseIds: [ownTarget] });
  await act(cascadeContract.measure, { ...at, clauseId: second, on: '2026-10-25', value: 96 });
  await act(cascadeContract.measure, { ...at, clauseId: second, on: '2026-11-18', value: 98 });
  await act(cascadeContract.change, { id: ownTarget, version: 1, ...target, target: 99 });
  await act(cascadeContract.giveTasks, { ...at, clauseId: first, tasks: [{ title: 'Rà soát', dueOn: '2026-11-25' }] });
  await act(cascadeContract.settle, { ...at, clauseId: first, version: 1, doneOn: '2026-11-19' });
  await act(cascadeContract.answer, { documentId, unitId: other.party, clauses: [{ id: first, clauseVersion: 1, version: 0 }], kind: 'notApplicable', reason: 'không có', answeredOn: '2026-11-05' });
  await act(cascadeContract.takeAnswersBack, { documentId, unitId: other.party, clauseIds: [first] });
  await act(cascadeContract.release, { documentId, allUntouched: true });
  await act(documentContract.takeOut, { id: documentId, reason: 'ghi nhầm' });
  await act(documentContract.putBack, { id: documentId });
  // What was laid on a commune before it was merged goes on with its heir.
  await act(cascadeContract.open, { documentId, kinds: ['cell'], on: '2026-11-01' });
  await act(cascadeContract.recordStep, { documentId, unitId: old.villages[0]!.cell, step: 'interim', doneOn: '2026-11-15' });
}

export async function actOnTasks({ place: { province, communes: [old] }, other }: ActsWorld, act: Act): Promise<void> {
  type Given = { id: Id<'task'>; version: number };
  const wanted = { dueOn: '2026-11-25', ownerId: null };
  const { id: shared } = await act<Given>(taskContract.give, { unitId: province.party, kinds: ['commune_party'], title: 'Báo cáo sơ kết', ...wanted });
  const { id } = await act<Given>(taskContract.give, { unitId: province.party, to: [old.villages[0]!.cell], title: 'Rà soát danh sách', ...wanted });
  await act(taskContract.change, { id, title: 'Rà soát danh sách', ...wanted, dueOn: '2026-11-18' });
  await act(taskContract.change, { id: shared, title: 'Báo cáo sơ kết', ...wanted, dueOn: '2026-12-02' });
  await act(taskContract.work, { id, act: 'accept' });
  await act(taskContract.work, { id, act: 'report' });
  await act(taskContract.giveBack, { id, note: 'Chưa đủ' });
  await act(taskContract.work, { id, act: 'report' });
  await act(taskContract.settle, { id, state: 'done', on: '2026-11-20' });
  await act(taskContract.reopen, { id });
  await act(taskContract.settle, { id: shared, state: 'dropped', on: '2026-11-20', note: 'không còn cần' });
  await act(taskContract.reopen, { id: shared });
  const notice = { unitId: province.party, to: other.party, number: 77, issuerCode: 'TU', issuer: 'Tỉnh ủy', term: '2025-2030', summary: 'Kết luận buổi làm việc', issuedOn: '2026-11-16' };
  await act(taskContract.conclude, { ...notice, directives: [{ title: 'Khắc phục trụ sở', dueOn: '2026-12-01' }] });
}
