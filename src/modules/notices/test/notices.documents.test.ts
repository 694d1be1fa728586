/** Documents in the inbox: the office of each unit is told that one was sent, or passed down and by when it is to answer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act, actorWith, contextFor } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { cascadeContract } from '../../cascades/cascade.contract.ts';
import { openCascade, releaseUnits } from '../../cascades/server/cascade.commands.ts';
import { documentContract } from '../../documents/document.contract.ts';
import { enterDocument } from '../../documents/server/document.commands.ts';
import { sendDocument } from '../../documents/server/document.recipients.ts';
import { inbox, openNoticeWorld, start, tell, type NoticeWorld, type Who } from './notices.world.ts';

let at: NoticeWorld;
let board: Ctx;
let province: Id<'unit'>;

beforeAll(async () => {
  at = await openNoticeWorld();
  province = await at.build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh khác' });
  const commune = await at.build.unit({ kind: 'commune_party', name: 'Đảng bộ xã không tài khoản', parent: province });
  await at.build.unit({ kind: 'cell', name: 'Chi bộ không tài khoản', parent: commune });
  await at.build.derive();
  board = contextFor(at.world, actorWith([{ role: 'office_officer', unitId: at.commune }]), start);
});
afterAll(() => at.world.close());

let number = 0;
const enter = async (unitId = at.commune, ctx = board) =>
  (await act(ctx, (inside) => enterDocument(inside, documentContract.enter.input.parse({
    unitId, direction: 'issued', type: 'NQ', number: (number += 1), issuerCode: 'ĐU', issuer: 'Đảng ủy xã Thượng', term: '2025-2030', summary: 'Về nước sạch', issuedOn: '2026-11-01', validFrom: '2026-11-01',
  })))).id;
const pass = (documentId: string, given: object = {}, ctx = board) => act(ctx, (inside) => openCascade(inside, cascadeContract.open.input.parse({ documentId, kinds: ['cell'], ...given })));
const about = async (who: Who, id: string) => (await inbox(at, who)).filter(({ href }) => href === `/van-ban/${id}`).map(({ kind, facts }) => ({ kind, ...facts }));

test('who is asked to carry a document out is told, with the day by which it answers; neither a member nor the office that asks', async () => {
  const id = await enter();
  await pass(id, { deadlines: [{ step: 'answered', dueOn: '2026-12-20' }] });
  await tell(at);
  const told = { kind: 'document.passedDown', issuer: 'Đảng ủy xã Thượng', documentType: 'NQ', title: '01-NQ/ĐU', dueOn: '2026-12-20', isSettled: false };
  expect(await about('secretary', id)).toMatchObject([{ ...told, unit: 'Chi bộ thôn Đông' }]);
  expect(await about('otherSecretary', id)).toMatchObject([{ ...told, unit: 'Chi bộ thôn Tây' }]);
  expect([await about('member', id), await about('office', id)]).toEqual([[], []]);
});

test('a unit that is asked no more sees the notice no more', async () => {
  const id = await enter();
  await pass(id);
  await tell(at);
  expect((await about('secretary', id)).length).toBe(1);
  await act(board, (inside) => releaseUnits(inside, { documentId: id, unitIds: [at.cell] }));
  expect((await about('secretary', id)).map(({ kind }) => kind)).toEqual([]);
  expect((await about('otherSecretary', id)).length).toBe(1);
});

test('what was passed down long ago and is entered now is told to nobody', async () => {
  const id = await enter();
  await pass(id, { on: '2026-11-01', deadlines: [{ step: 'answered', dueOn: '2026-11-10' }] });
  await tell(at);
  expect(await about('secretary', id)).toEqual([]);
});

test('a document that is sent is told to the office of each recipient; where nobody below keeps a register, nobody above is told', async () => {
  const id = await enter();
  await act(board, (inside) => sendDocument(inside, documentContract.send.input.parse({ id, unitIds: [at.cell] })));
  const elsewhere = contextFor(at.world, actorWith([{ role: 'board_officer', unitId: province }]), start);
  const other = await enter(province, elsewhere);
  await pass(other, {}, elsewhere);
  await tell(at);
  expect(await about('secretary', id)).toMatchObject([{ kind: 'document.sent', unit: 'Chi bộ thôn Đông', isSettled: false }]);
  expect(await about('otherSecretary', id)).toEqual([]);
  expect((await Promise.all((['office', 'secretary'] as const).map((who) => about(who, other)))).flat()).toEqual([]);
});
