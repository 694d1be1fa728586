/** The rules of petitions, without a database. */
import { describe, expect, test } from 'vitest';
import { day } from '../../../platform/day.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { isRefusal, orThrow, type Refusal } from '../../../platform/problem.ts';
import { codeFrom, readCode } from '../petition.code.ts';
import { soundsLikeDenunciation } from '../petition.denunciation.ts';
import { accept, answer, confirm, correct, group, isLate, raise, refuseIt, reopen, route, takeBack, withdraw, type Doing, type Petition } from '../petition.ts';

const [cell, commune, government, department] = Array.from({ length: 4 }, () => newId<'unit'>(1)) as [Id<'unit'>, Id<'unit'>, Id<'unit'>, Id<'unit'>];
const asking = { topic: 'ruralRoads', text: 'Đường ấp 3 hư hỏng', peopleBehind: 40, raisedOn: day('2026-03-02') };
const at = (on: string, unitId = cell, words = ''): Doing => ({ on: day(on), by: null, unitId, words });
const code = (result: unknown) => (isRefusal(result) ? result.code : 'done');
const raised = (): Petition => orThrow(raise({ id: newId<'petition'>(1), unitId: cell, source: 'meeting', sourceId: null, channel: null, bodyId: commune, dueOn: day('2026-03-16'), earlierId: null, asking }, at('2026-03-02')));
const after = (petition: Petition, ...acts: readonly ((one: Petition) => Petition | Refusal)[]): Petition => acts.reduce((one, next) => orThrow(next(one)), petition);
const corrected = (one: Petition, change: object, on = '2026-03-04') => correct(one, { ...asking, dueOn: day('2026-03-13'), ...change }, at(on));
const to = (bodyId: Id<'unit'>, dueOn: string, outside: string | null = null) => (one: Petition) => route(one, { bodyId, outside, dueOn: day(dueOn) }, at('2026-03-03', commune));
const taken = (one: Petition) => accept(one, at('2026-03-04', government));
const settled = (one: Petition) => answer(one, { outcome: 'settled', text: 'Đã dặm vá', plannedOn: null, days: 5 }, at('2026-03-09', government));

describe('a petition', () => {
  test('goes from the place to the body and back, and is over when the place has confirmed it', () => {
    const done = after(raised(), to(government, '2026-03-17'), taken, settled, (one) => confirm(one, at('2026-03-12')));
    expect(done).toMatchObject({ state: 'confirmed', closedOn: '2026-03-12', bodyId: government, sentById: commune, firstDays: 5, finalDays: 5, answeredOn: '2026-03-09', finalOn: '2026-03-09', moves: 0 });
    expect(done.steps.map(({ kind }) => kind)).toEqual(['raised', 'routed', 'accepted', 'answered', 'confirmed']);
  });

  test('is never raised after today', () => {
    expect(code(raise({ id: newId<'petition'>(1), unitId: cell, source: 'unit', sourceId: null, channel: null, bodyId: commune, dueOn: day('2026-03-16'), earlierId: null, asking }, at('2026-03-01')))).toBe('petitions.inFuture');
  });

  test('whoever refuses it names another body, and each refusal counts', () => {
    const routed = after(raised(), to(government, '2026-03-17'), taken);
    expect(code(refuseIt(routed, { bodyId: government, outside: null, dueOn: day('2026-03-20') }, at('2026-03-05', government, 'x')))).toBe('petitions.sameBody');
    const moved = orThrow(refuseIt(routed, { bodyId: department, outside: null, dueOn: day('2026-03-19') }, at('2026-03-05', government, 'Thuộc cấp tỉnh')));
    expect(moved).toMatchObject({ state: 'routed', bodyId: department, sentById: government, moves: 1, dueOn: '2026-03-19', sinceOn: '2026-03-05' });
    expect(orThrow(refuseIt(moved, { bodyId: government, outside: 'Sở Xây dựng', dueOn: day('2026-03-23') }, at('2026-03-09', department, 'Thuộc cấp xã')))).toMatchObject({ moves: 2, bodyId: government, outside: 'Sở Xây dựng' });
    expect(code(refuseIt(raised(), { bodyId: government, outside: null, dueOn: day('2026-03-19') }, at('2026-03-05', commune, 'x')))).toBe('petitions.cannotNow');
  });

  test('a plan needs its day, is late after it, and is not confirmed before it is done', () => {
    const mine = after(raised(), to(government, '2026-03-17'), taken);
    const plan = { outcome: 'planned' as const, text: 'Đưa vào kế hoạch quý II', days: 5 };
    expect(code(answer(mine, { ...plan, plannedOn: null }, at('2026-03-09', government)))).toBe('petitions.planNeedsDay');
    expect(code(answer(mine, { ...plan, plannedOn: day('2026-03-01') }, at('2026-03-09', government)))).toBe('petitions.planInPast');
    const planned = orThrow(answer(mine, { ...plan, plannedOn: day('2026-06-30') }, at('2026-03-09', government)));
    expect(code(confirm(planned, at('2026-03-10')))).toBe('petitions.stillPlanned');
    expect([isLate(planned, day('2026-06-30')), isLate(planned, day('2026-07-01'))]).toEqual([false, true]);
    expect(orThrow(answer(planned, { outcome: 'settled', text: 'Đã làm xong', plannedOn: null, days: 80 }, at('2026-06-25', government)))).toMatchObject({ firstDays: 5, finalDays: 80, answeredOn: '2026-03-09', finalOn: '2026-06-25' });
  });

  test('is late from the day after the last of its clock, while it waits', () => {
    const one = raised();
    expect([isLate(one, day('2026-03-16')), isLate(one, day('2026-03-17'))]).toEqual([false, true]);
    expect(isLate(after(one, to(government, '2026-03-17'), taken, settled), day('2026-12-31'))).toBe(false);
  });

  test('the place asks again with a clock of its own, and the body answers anew', () => {
    const again = orThrow(reopen(after(raised(), to(government, '2026-03-17'), taken, settled), { dueOn: day('2026-03-26') }, at('2026-03-12', cell, 'Mới vá một nửa')));
    expect(again).toMatchObject({ state: 'reopened', reopenings: 1, dueOn: '2026-03-26', outcome: null, finalOn: null, finalDays: null, firstDays: 5 });
    expect(orThrow(settled(again))).toMatchObject({ state: 'answered', finalOn: '2026-03-09' });
    expect(code(reopen(raised(), { dueOn: day('2026-03-26') }, at('2026-03-12')))).toBe('petitions.notAnswered');
  });

  test('is corrected and withdrawn while nobody has answered', () => {
    const better = orThrow(corrected(raised(), { text: 'Đường ấp 4', raisedOn: day('2026-02-27') }));
    expect(better).toMatchObject({ text: 'Đường ấp 4', dueOn: '2026-03-13', sinceOn: '2026-02-27' });
    expect(better.steps.at(-1)?.was).toEqual(asking);
    // Passed on, the clock is that of who has it.
    expect(orThrow(corrected(after(raised(), to(government, '2026-03-17')), { text: 'Đường ấp 4' })).dueOn).toBe('2026-03-17');
    const mine = after(raised(), to(government, '2026-03-17'), taken);
    expect(code(corrected(mine, {}, '2026-03-05'))).toBe('petitions.isTakenUp');
    expect(orThrow(withdraw(mine, at('2026-03-05', cell, 'Ấp tự làm')))).toMatchObject({ state: 'withdrawn', closedOn: '2026-03-05' });
    expect(code(withdraw(after(mine, settled), at('2026-03-12', cell, 'x')))).toBe('petitions.isClosed');
  });

  test('the last step is taken back whole, once, and its trace stays', () => {
    const routed = after(raised(), to(government, '2026-03-17'));
    const back = orThrow(takeBack(routed, at('2026-03-03', commune)));
    expect(back).toMatchObject({ state: 'received', bodyId: commune, sentById: null, dueOn: '2026-03-16', sinceOn: '2026-03-02' });
    expect(back.steps.map(({ kind }) => kind)).toEqual(['raised', 'routed', 'takenBack']);
    expect(code(takeBack(back, at('2026-03-03', commune)))).toBe('petitions.nothingToTakeBack');
    expect(code(takeBack(raised(), at('2026-03-03')))).toBe('petitions.nothingToTakeBack');
  });

  test('is handled with another of the same matter, never with itself', () => {
    const one = raised();
    expect(code(group(one, one.id, at('2026-03-03', commune)))).toBe('petitions.groupedWithItself');
    const lead = newId<'petition'>(1);
    expect(orThrow(group(orThrow(group(one, lead, at('2026-03-03', commune))), null, at('2026-03-03', commune))).steps.map(({ kind }) => kind)).toEqual(['raised', 'grouped', 'ungrouped']);
  });
});

test('words that sound like a denunciation warn, with diacritics or without', () => {
  for (const text of ['Tôi tố cáo ông chủ tịch', 'to cao can bo', 'Đơn thư nặc danh', 'có dấu hiệu nhận hối lộ']) expect(soundsLikeDenunciation(text), text).toBe(true);
  for (const text of ['Đề nghị sửa đường ấp 3', 'Xin hỗ trợ cao tốc đi qua ấp', 'Đề nghị lắp đèn đường']) expect(soundsLikeDenunciation(text), text).toBe(false);
});

test('a code is read with or without its strokes, in any case, and nothing else is a code', () => {
  const given = codeFrom(new Uint8Array(15).map((_, at) => at * 17));
  expect(given).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
  expect(readCode(given.toLowerCase())).toBe(given.replaceAll('-', ''));
  expect(readCode(given.replaceAll('-', ' '))).toBe(given.replaceAll('-', ''));
  for (const wrong of ['', 'ABCDE', `${given}2`, given.replace(/^./, '0')]) expect(readCode(wrong), wrong).toBeUndefined();
});
