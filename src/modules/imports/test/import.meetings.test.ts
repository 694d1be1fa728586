/** Meetings through the importer: rolls, exceptions, minutes, members of the same run, importing again, undoing, who may. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildIn, type Build } from '../../../../test/world/build.ts';
import { act, actorWith, contextFor, openWorld, type World } from '../../../../test/world/world.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Id } from '../../../platform/ids.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import * as acts from '../../meetings/server/meeting.commands.ts';
import { getMeeting } from '../../meetings/server/meeting.page.ts';
import { applyImport, checkImport, undoImport, type ImportRequest } from '../server/index.ts';

let world: World;
let build: Build;
let commune: Id<'unit'>;
let other: Id<'unit'>;
let officer: Ctx;
let colleague: Ctx;

beforeAll(async () => {
  world = await openWorld();
  build = buildIn(world, 0);
  const province = await build.unit({ kind: 'provincial_party', name: 'Đảng bộ tỉnh' });
  commune = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Một', parent: province });
  other = await build.unit({ kind: 'commune_party', name: 'Đảng bộ xã Hai', parent: province });
  await build.derive();
  officer = contextFor(world, actorWith([{ role: 'office_officer', unitId: commune }]));
  colleague = contextFor(world, actorWith([{ role: 'office_officer', unitId: other }]));
});

afterAll(() => world.close());

let source = 0;
beforeEach(() => {
  source += 1;
});

type Sheets = Readonly<Record<string, string>>;

/** A cell with five members; the fourth is exempt, the fifth works away with leave. */
function cell(): Record<string, string> {
  const people = ['an', 'binh', 'cuong', 'dung', 'em'];
  return {
    units: `ref,name,kind,type,party_parent,from\ncb,Chi bộ thôn ${source},cell,residential,id:${commune},2015-01-01\n`,
    people: `ref,full_name\n${people.map((ref) => `${ref},Nguyễn Văn ${ref}`).join('\n')}\n`,
    memberships: `person,record,cell,from,to,admitted_on,recognised_on,with_leave\n${people.map((ref) => `${ref},placement,cb,2016-01-01,,2010-01-01,${ref === 'cuong' ? '' : '2011-01-01'},\n`).join('')}dung,exemption,,2026-01-01,,,,\nem,away,,2026-01-01,,,,yes\n`,
  };
}

const meetings = (...rows: string[]) => `ref,unit,kind,extended,on,starts,ends,place,mode,topic,series,minutes_adopted_on,score\n${rows.join('\n')}\n`;
const march = 'm3,cb,regular,,2026-03-03,19:30,21:10,Nhà văn hóa,,,,2026-03-05,92';

function held(changes: Sheets = {}): Record<string, string> {
  return {
    ...cell(),
    meetings: meetings(march),
    attendance: 'meeting,person,mark,reason\nm3,binh,excused,duty\nm3,cuong,absent,\nm3,dung,present,\n',
    guests: 'meeting,name,role,person,present\nm3,Trưởng thôn,head,,\nm3,Khách vắng,other,,không\n',
    agenda: 'meeting,position,title,done\nm3,2,Phương hướng,không\nm3,1,Đánh giá tháng trước,\n',
    ...changes,
  };
}

function files(sheets: Sheets, name = `nguồn ${source}`): ImportRequest {
  const from = { files: Object.entries(sheets).map(([sheet, text]) => ({ name: `${sheet}.csv`, bytes: new TextEncoder().encode(text) })) };
  return { source: name, from, fileName: 'thử.csv' };
}

const apply = (sheets: Sheets, ctx = officer) => act(ctx, (inside) => applyImport(inside, files(sheets)));
const check = (sheets: Sheets, ctx = officer) => act(ctx, (inside) => checkImport(inside, files(sheets)));

async function told(sheets: Sheets, ctx = officer): Promise<unknown[]> {
  return (await check(sheets, ctx)).findings.map(({ severity, code, sheet, row, column }) => [...(severity === 'warning' ? ['warning'] : []), code, sheet, row, column]);
}

async function idOf(sheet: string, ref: string): Promise<Id<'meeting'>> {
  const { rows } = await sql<{ id: Id<'meeting'> }>`select r.entity_id as id from import_refs r join import_sources s on s.id = r.source_id where s.name = ${`nguồn ${source}`} and r.sheet = ${sheet} and r.ref = ${ref}`.execute(world.owner.db);
  return rows[0]!.id;
}

const read = async (ref = 'm3') => getMeeting(officer, { id: await idOf('meetings', ref) });
const countsOf = (tables: readonly { readonly table: string }[]) => tables.find(({ table }) => table === 'meetings');

async function left(): Promise<number[]> {
  const tables = ['meetings', 'meeting_books', 'attendances', 'meeting_guests', 'people', 'units'];
  return Promise.all(tables.map(async (table) => (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(world.owner.db)).rows[0]!.count));
}

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

describe('undone', () => {
  test('nothing is left', async () => {
    const before = await left();
    const { runId } = await apply(held());
    expect(await left()).not.toEqual(before);
    await act(officer, (ctx) => undoImport(ctx, runId));
    expect(await left()).toEqual(before);
  });

  test('a changed meeting stands again as before, roll and minutes included', async () => {
    const empty = await left();
    const { runId: first } = await apply(held());
    const before = await read();
    const { runId } = await apply(held({ attendance: 'meeting,person,mark,reason\n', meetings: meetings(march.replace('2026-03-03', '2026-03-04')), guests: 'meeting,name,role\n' }));
    expect((await read()).on).toBe('2026-03-04');
    await act(officer, (ctx) => undoImport(ctx, runId));
    expect(await read()).toEqual({ ...before, version: 3 });
    expect(countsOf((await check(held())).tables)).toMatchObject({ changed: 0, same: 1 });
    expect(await told(held({ attendance: 'meeting,person,mark,reason\n' }))).toEqual([]);
    await act(officer, (ctx) => undoImport(ctx, first));
    expect(await left()).toEqual(empty);
  });

  test('is refused once a meeting of it was changed on screen', async () => {
    const { runId } = await apply(held({ meetings: meetings(march.replace('2026-03-05', '')) }));
    const id = await idOf('meetings', 'm3');
    await act(officer, (ctx) => acts.writeMinutes(ctx, { id, text: 'Biên bản' }));
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.changedSince', data: { count: 1 } });
  });

  test('is refused once its people stand on the roll of a meeting held since', async () => {
    const { runId } = await apply(cell());
    const unitId = (await idOf('units', 'cb')) as unknown as Id<'unit'>;
    await act(officer, (ctx) => acts.record(ctx, meetingContract.record.input.parse({ unitId, kind: 'regular', on: '2026-03-04' })));
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.usedSince' });
  });

  test('is refused once another meeting goes on from one of it', async () => {
    await apply(cell());
    const unit = (await idOf('units', 'cb')) as unknown as Id<'unit'>;
    const { runId } = await apply({ meetings: meetings(`h1,id:${unit},study,,2026-03-03,,,,,Nghị quyết 57,,,`), attendance: 'meeting,person,mark,reason\nh1,an,absent,\n' });
    const next = meetingContract.record.input.parse({ unitId: unit, kind: 'study', on: '2026-03-10', topic: 'Nghị quyết 57', seriesId: await idOf('meetings', 'h1') });
    await act(officer, (ctx) => acts.record(ctx, next));
    await expect(act(officer, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.usedSince' });
  });
});

describe('told at its row and column', () => {
  test('days that have not come yet', async () => {
    expect(await told({ ...cell(), meetings: meetings('m3,cb,regular,,2026-11-21,,,,,,,2026-11-22,') })).toEqual([['meeting.in_future', 'meetings', 2, 'on'], ['meeting.in_future', 'meetings', 2, 'minutes_adopted_on']]);
  });

  test('somebody who is not on the roll, and a meeting at which nobody is expected', async () => {
    const { people = '', memberships = '' } = cell();
    const stranger = { people: `${people}xa,Nguyễn Xa\n`, memberships: `${memberships}xa,placement,cb,2026-05-01,,2010-01-01,2011-01-01,\n` };
    expect(await told(held({ ...stranger, attendance: 'meeting,person,mark,reason\nm3,xa,absent,\n' }))).toEqual([['attendance.not_on_roll', 'attendance', 2, 'person']]);
    expect(await told({ ...cell(), meetings: meetings('m3,cb,committee,,2026-03-03,,,,,,,,') })).toEqual([['meeting.nobody', 'meetings', 2, 'unit']]);
  });

  test('a unit of before that did not stand on the day, or holds no such meeting', async () => {
    await apply(cell());
    const unit = await idOf('units', 'cb');
    const rows = meetings(`m1,id:${unit},regular,,2014-03-03,,,,,,,,`, `m2,id:${unit},briefing,,2026-03-03,,,,,,,,`);
    expect(await told({ meetings: rows })).toEqual([['meeting.unit_not_alive', 'meetings', 2, 'on'], ['meeting.kind_not_here', 'meetings', 3, 'kind']]);
  });

  test('a meeting that stands already under another name', async () => {
    await apply(held());
    const again = { meetings: meetings(march.replace(',cb,', `,id:${await idOf('units', 'cb')},`)) };
    const checked = await act(officer, (ctx) => checkImport(ctx, files(again, `khác ${source}`)));
    expect(checked.findings).toMatchObject([{ severity: 'warning', code: 'meeting.there_already', sheet: 'meetings', row: 2, column: 'on' }]);
  });

  test('a day before the rules that are kept', async () => {
    const { units = '', memberships = '' } = cell();
    const early = { units: units.replace('2015-01-01', '2005-01-01'), memberships: memberships.replaceAll('2016-01-01', '2009-01-01').replaceAll('2010-01-01', '2008-01-01') };
    expect(await told({ ...cell(), ...early, meetings: meetings('m1,cb,regular,,2010-12-03,,,,,,,,', 'm2,cb,regular,,2012-03-03,,,,,,,,80') })).toEqual([['meeting.no_rule', 'meetings', 2, 'on'], ['meeting.no_rule', 'meetings', 3, 'score']]);
  });

  test('attendance of a meeting that the files do not hold, though it was imported before', async () => {
    await apply(held());
    expect(await told({ attendance: 'meeting,person,mark,reason\nm3,an,absent,\n' })).toEqual([['ref.unresolved', 'attendance', 2, 'meeting']]);
  });
});

describe('an importer', () => {
  test('writes no meeting of a unit out of reach', async () => {
    const { meetings: sheet = '' } = held();
    const request = { meetings: sheet.replace(',cb,', `,id:${other},`) };
    expect((await told(request)).map((finding) => (finding as string[])[0])).toContain('unit.out_of_reach');
  });

  test('who may not record meetings there is told so, of a unit that stands and of a new one', async () => {
    const actor = officer.actor!;
    const importOnly = { ...officer, actor: { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'meeting.record')) })) } };
    expect(await told(held(), importOnly)).toContainEqual(['meeting.may_not_record', 'meetings', 2, 'unit']);
    await apply(cell());
    expect(await told({ meetings: meetings(march.replace(',cb,', `,id:${await idOf('units', 'cb')},`)) }, importOnly)).toContainEqual(['meeting.may_not_record', 'meetings', 2, 'unit']);
    expect((await told(cell(), importOnly)).map((finding) => (finding as string[])[0])).not.toContain('meeting.may_not_record');
  });

  test('cannot take over a meeting of somebody else by its id, nor learn whether there is one', async () => {
    await apply(held());
    const id = await idOf('meetings', 'm3');
    const own = (ref: string) => ({
      units: `ref,name,kind,type,party_parent,from\ncbh,Chi bộ xã Hai ${source},cell,residential,id:${other},2015-01-01\n`, people: 'ref,full_name\nhai,Trần Hai\n',
      memberships: 'person,record,cell,from,admitted_on\nhai,placement,cbh,2016-01-01,2010-01-01\n', meetings: meetings(march.replace('m3,cb,', `id:${ref},cbh,`)),
    });
    const nothing = '01a1fb66-fbd3-7000-af0e-689d5f079097';
    expect(await told(own(id), colleague)).toEqual([['ref.unresolved', 'meetings', 2, 'ref']]);
    expect(await told(own(nothing), colleague)).toEqual([['ref.unresolved', 'meetings', 2, 'ref']]);
  });

  test('marks nobody beyond the roll: an id out of reach and one that is none are told alike', async () => {
    const far = await build.unit({ kind: 'cell', name: `Chi bộ xa ${source}`, parent: other });
    await build.derive();
    const stranger = await build.person({ name: 'Lê Xa' });
    await build.member(stranger, far);
    for (const id of [stranger, '01a1fb66-fbd3-7000-af0e-689d5f079097']) {
      expect(await told(held({ attendance: `meeting,person,mark,reason\nm3,id:${id},absent,\n` }))).toEqual([['attendance.not_on_roll', 'attendance', 2, 'person']]);
      expect(await told(held({ guests: `meeting,name,role,person\nm3,Lê Xa,other,id:${id}\n` }))).toEqual([['person.out_of_reach', 'guests', 2, 'person']]);
    }
  });

  test('cannot undo once recording meetings there was taken from him', async () => {
    const { runId } = await apply(held());
    const actor = officer.actor!;
    const importOnly = { ...officer, actor: { ...actor, grants: actor.grants.map((grant) => ({ ...grant, verbs: new Set([...grant.verbs].filter((verb) => verb !== 'meeting.record')) })) } };
    await expect(act(importOnly, (ctx) => undoImport(ctx, runId))).rejects.toMatchObject({ code: 'imports.outOfReach' });
  });
});

test('more meetings than one part holds are all written, and all taken out again', async () => {
  const before = await left();
  const rows = Array.from({ length: 520 }, (_, at) => `m${at},cb,working_session,,${new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10)},,,,,,${at > 0 ? 'm0' : ''},,`);
  const posts = { posts: 'ref,unit,kind,from\nbt,cb,secretary,2016-01-01\n', tenures: 'person,post,from\nan,bt,2016-01-01\n' };
  const { runId, tables } = await apply({ ...cell(), ...posts, meetings: meetings(...rows) });
  expect(countsOf(tables)).toMatchObject({ added: 520 });
  await act(officer, (ctx) => undoImport(ctx, runId));
  expect(await left()).toEqual(before);
});
