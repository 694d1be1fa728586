/** Meetings through the importer: rolls, exceptions, minutes, members of the same run, importing again. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { act } from '../../../../test/world/world.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as acts from '../../meetings/server/meeting.commands.ts';
import { getMeeting } from '../../meetings/server/meeting.page.ts';
import { countsOf, march, meetings, openMeetingImports } from './import.meetings.world.ts';

const { officer, cell, held, apply, check, told, idOf, read, nextSource, close } = await openMeetingImports();
beforeEach(nextSource);
afterAll(close);

describe('a meeting of a file', () => {
  test('has the members of the same import on its roll, present unless the file says otherwise', async () => {
    await apply(held());
    const meeting = await read();
    expect(meeting.roll.map(({ person, basis, standing, mark, reason }) => [person.fullName.split(' ').at(-1), basis, standing, mark, reason])).toEqual([
      ['an', 'expected', 'full', 'present', null], ['binh', 'expected', 'full', 'excused', 'duty'], ['cuong', 'expected', 'probationary', 'absent', null],
      ['dung', 'exempt', 'full', 'present', null], ['em', 'away', 'full', null, null],
    ]);
    expect(meeting.counts).toEqual({ expected: 3, present: 1, online: 0, excused: 1, absent: 1, fullExpected: 2, fullPresent: 1, guests: 1, heads: 1 });
  });

  test('is closed, entered late, scored by its sum, its minutes drafted from what was told and adopted', async () => {
    await apply(held());
    const meeting = await read();
    expect(meeting).toMatchObject({ state: 'adopted', adoptedOn: '2026-03-05', isLate: true, minutes: 100, starts: '19:30', ends: '21:10', place: 'Nhà văn hóa', level: 'good', score: { total: 92 }, version: 1 });
    expect(meeting.agenda.map(({ title, isDone }) => [title, isDone])).toEqual([['Đánh giá tháng trước', true], ['Phương hướng', false]]);
    for (const said of ['Số đảng viên phải dự: 3; có mặt: 1', 'Vắng có lý do: 1, gồm: đồng chí Nguyễn Văn binh (công tác)', 'Trưởng thôn', '92 điểm']) expect(meeting.text).toContain(said);
  });

  test('without a day of adoption is closed and has no minutes; without attendance everybody was present', async () => {
    await apply({ ...cell(), meetings: meetings('m3,cb,regular,,2026-03-03,,,,,,,,') });
    expect(await read()).toMatchObject({ state: 'closed', text: null, minutes: null, counts: { expected: 3, present: 3 } });
  });

  test('may lie further back than one may plan on screen', async () => {
    await apply({ ...cell(), meetings: meetings('m3,cb,regular,,2016-02-03,,,,,,,2016-02-04,') });
    expect(await read()).toMatchObject({ state: 'adopted', on: '2016-02-03' });
  });

  test('of study goes on in a make-up sitting of the same series, of another import too', async () => {
    await apply({ ...cell(), meetings: meetings('h1,cb,study,,2026-03-03,,,,,Nghị quyết 57,,,'), attendance: 'meeting,person,mark,reason\nh1,binh,absent,\n' });
    await apply({ meetings: meetings('h2,cb,study,,2026-03-13,,,,,Nghị quyết 57,h1,,').replace(',cb,', `,id:${await idOf('units', 'cb')},`) });
    expect((await read('h2')).seriesId).toBe(await idOf('meetings', 'h1'));
  });

  test('of study that goes on expects only those who missed what came before, in whatever order the rows stand', async () => {
    const study = meetings('h3,cb,study,,2026-03-23,,,,,Nghị quyết 57,h1,,', 'h2,cb,study,,2026-03-13,,,,,Nghị quyết 57,h1,,', 'h1,cb,study,,2026-03-03,,,,,Nghị quyết 57,,,');
    const sheets = { ...cell(), meetings: study, attendance: 'meeting,person,mark,reason\nh1,binh,absent,\nh1,cuong,excused,duty\nh2,cuong,absent,\n' };
    await apply(sheets);
    const expected = async (ref: string) => (await read(ref)).roll.filter(({ basis }) => basis === 'expected').map(({ person, mark }) => [person.fullName.split(' ').at(-1), mark]);
    expect(await expected('h1')).toEqual([['an', 'present'], ['binh', 'absent'], ['cuong', 'excused']]);
    expect(await expected('h2')).toEqual([['binh', 'present'], ['cuong', 'absent']]);
    expect(await expected('h3')).toEqual([['cuong', 'present']]);
    expect(countsOf((await check(sheets)).tables)).toMatchObject({ changed: 0, same: 3 });
    const { tables } = await apply({ ...sheets, attendance: 'meeting,person,mark,reason\nh1,an,absent,\nh1,cuong,excused,duty\nh2,cuong,absent,\n' });
    expect([countsOf(tables), await expected('h2')]).toMatchObject([{ changed: 2, same: 1 }, [['an', 'present'], ['cuong', 'absent']]]);
  });

  test('has the same roll as one that is recorded on screen', async () => {
    await apply(held());
    const unitId = (await idOf('units', 'cb')) as unknown as Id<'unit'>;
    const input = meetingContract.record.input.parse({ unitId, kind: 'regular', on: '2026-03-04' });
    const { id } = await act(officer, (ctx) => acts.record(ctx, input));
    const roll = (meeting: Awaited<ReturnType<typeof getMeeting>>) => meeting.roll.map(({ person, basis, standing }) => [person.id, basis, standing]);
    expect(roll(await getMeeting(officer, { id }))).toEqual(roll(await read()));
  });
});

describe('told again', () => {
  test('nothing changes', async () => {
    await apply(held());
    const { tables } = await check(held());
    expect(tables.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0)).toBe(0);
    expect(countsOf(tables)).toEqual({ table: 'meetings', added: 0, changed: 0, removed: 0, same: 1 });
  });

  test('otherwise, what differs is changed and the minutes are drafted anew', async () => {
    await apply(held());
    const { tables } = await apply(held({ attendance: 'meeting,person,mark,reason\nm3,binh,online,\n', meetings: meetings(march.replace('Nhà văn hóa', 'Trường học')) }));
    expect(countsOf(tables)).toMatchObject({ added: 0, changed: 1, same: 0 });
    const meeting = await read();
    expect(meeting).toMatchObject({ place: 'Trường học', version: 2, counts: { expected: 3, present: 2, online: 1, excused: 0, absent: 0 } });
    expect(meeting.text).toContain('trong đó dự trực tuyến: 1');
    expect(meeting.text).not.toContain('Vắng có lý do');
  });

  test('with a sheet or a column left out, that stays as it is', async () => {
    await apply(held());
    const { tables } = await apply({ ...cell(), meetings: 'ref,unit,kind,on\nm3,cb,regular,2026-03-03\n' });
    expect(countsOf(tables)).toMatchObject({ changed: 0, same: 1 });
    expect(await read()).toMatchObject({ place: 'Nhà văn hóa', state: 'adopted', counts: { absent: 1, guests: 1 } });
  });

  test('with another member, the roll is drawn up anew', async () => {
    await apply(held());
    const more = cell();
    const { tables } = await apply({ ...held(), people: `${more['people']}giang,Nguyễn Văn giang\n`, memberships: `${more['memberships']}giang,placement,cb,2017-01-01,,2010-01-01,2011-01-01,\n` });
    expect(countsOf(tables)).toMatchObject({ changed: 1 });
    expect((await read()).counts).toMatchObject({ expected: 4, present: 2 });
  });

  test('what was noted on screen meanwhile is warned of, and stays where no sheet tells it', async () => {
    await apply(held({ meetings: meetings(march.replace('2026-03-05', '')) }));
    const id = await idOf('meetings', 'm3');
    await act(officer, (ctx) => acts.reopen(ctx, { id }));
    const opinion = meetingContract.put.input.parse({ id, piece: { part: 'opinions', item: { id, text: 'Cần làm đường' } } });
    await act(officer, (ctx) => acts.put(ctx, opinion));
    expect(await told(held())).toContainEqual(['warning', 'row.changed_since', 'meetings', 2, null]);
    await apply(held());
    expect(await read()).toMatchObject({ state: 'adopted', opinions: [{ text: 'Cần làm đường' }] });
    expect((await read()).text).toContain('Cần làm đường');
  });
});
