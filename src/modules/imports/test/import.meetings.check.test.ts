/** What an import of meetings is told before it is applied, and who may import them. */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { act } from '../../../../test/world/world.ts';
import { checkImport, undoImport } from '../server/index.ts';
import { march, meetings, openMeetingImports } from './import.meetings.world.ts';

const { build, other, officer, colleague, cell, held, files, apply, told, read, idOf, nextSource, close } = await openMeetingImports();
beforeEach(nextSource);
afterAll(close);

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
    const checked = await act(officer, (ctx) => checkImport(ctx, files(again, 'nguồn khác')));
    expect(checked.findings).toMatchObject([{ severity: 'warning', code: 'meeting.there_already', sheet: 'meetings', row: 2, column: 'on' }, { severity: 'warning', code: 'meeting.all_present' }]);
  });

  test('that a meeting without a row of attendance takes whoever is expected for present, and how many; once imported it is not said again', async () => {
    const all = held({ attendance: 'meeting,person,mark,reason\n' });
    const { findings } = await act(officer, (ctx) => checkImport(ctx, files(all)));
    expect(findings).toMatchObject([{ severity: 'warning', code: 'meeting.all_present', sheet: 'meetings', row: 2, data: { count: 3 } }]);
    const { attendance: _none, ...without } = held();
    expect(await told(without)).toEqual([['warning', 'meeting.all_present', 'meetings', 2, null]]);
    await apply(held());
    expect(await told(without)).toEqual([]);
    expect(await told(all)).toEqual([['warning', 'meeting.all_present', 'meetings', 2, null]]);
  });

  test('a name that nobody on the roll bears, one that two bear with their years of birth, and somebody marked twice by ref and name', async () => {
    const { people = '', memberships = '' } = cell();
    const namesakes = {
      people: `${people.replace('ref,full_name', 'ref,full_name,birth').replaceAll('\n', ',\n').replace('birth,', 'birth')}binh2,Nguyễn Văn Bình,1960\n`.replace('Nguyễn Văn binh,', 'Nguyễn Văn Bình,1985'),
      memberships: `${memberships}binh2,placement,cb,2016-01-01,,2010-01-01,2011-01-01,\n`,
    };
    const withRows = (...rows: string[]) => held({ ...namesakes, attendance: `meeting,person,mark,reason\n${rows.join('\n')}\n` });
    const { findings } = await act(officer, (ctx) => checkImport(ctx, files(withRows('m3,Nguyễn Văn Nào,absent,', 'm3,nguyễn văn bình,absent,', 'm3,an,absent,', 'm3,Nguyễn Văn An,absent,', 'm3,Nguyễn Văn Bình 1961,absent,'))));
    expect(findings.map(({ code, row, data }) => [code, row, data])).toEqual([
      ['attendance.name_unknown', 2, undefined], ['attendance.name_several', 3, { count: 2, years: '1960, 1985' }], ['attendance.twice', 5, { other: 4 }], ['attendance.name_unknown', 6, undefined],
    ]);
    await apply(withRows('m3,Nguyễn Văn Bình (1960),absent,', 'm3,Nguyễn Văn An,excused,duty'));
    expect((await read()).roll.filter(({ mark }) => mark === 'absent' || mark === 'excused').map(({ person, mark }) => [person.id, mark])).toEqual([[await idOf('people', 'an'), 'excused'], [await idOf('people', 'binh2'), 'absent']]);
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
      units: `ref,name,kind,type,party_parent,from\ncbh,Chi bộ thôn Hai,cell,residential,id:${other},2015-01-01\n`, people: 'ref,full_name\nhai,Trần Hai\n',
      memberships: 'person,record,cell,from,admitted_on\nhai,placement,cbh,2016-01-01,2010-01-01\n', meetings: meetings(march.replace('m3,cb,', `id:${ref},cbh,`)),
    });
    const nothing = '01a1fb66-fbd3-7000-af0e-689d5f079097';
    expect(await told(own(id), colleague)).toEqual([['ref.unresolved', 'meetings', 2, 'ref']]);
    expect(await told(own(nothing), colleague)).toEqual([['ref.unresolved', 'meetings', 2, 'ref']]);
  });

  test('marks nobody beyond the roll: an id out of reach and one that is none are told alike', async () => {
    const far = await build.unit({ kind: 'cell', name: 'Chi bộ xa', parent: other });
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
