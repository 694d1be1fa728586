// The committed files are what the generator gives, and every figure of the cases comes out of their rows.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateSample } from '../generate/sample.ts';
import { folder } from './csv.ts';
import {
  agenda, attendance, cameTo, deputyIsFrontHead, expectedAt, guests, headsOf, holders, holds, isMember, isProbationary, lineage, meetings, memberships, missingAt, people, placements, related,
  secretaryIsChair, secretaryIsHead, tenures, under, units, value, villagesOf,
} from './reading.ts';

const SESSION = '2023-02-22';
const MAY_2019 = '2019-05-15';
const AUGUST_2022 = '2022-08-09';

describe('the generator', () => {
  it('gives the committed files, byte for byte, whenever it is run', () => {
    const files = generateSample();
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect(readFileSync(join(folder, name), 'utf8') === text, name).toBe(true);
  });
});

describe('case A, Sịa on 2023-02-22', () => {
  const cells = under('quang-dien.sia.party', { day: SESSION, parent: 'party_parent', kind: 'cell' });
  const refs = new Set(cells.map((cell) => value(cell, 'ref')));

  it('A1: has 369 members placed in its cells, about 6 % of them probationary', () => {
    const placed = placements.filter((row) => refs.has(value(row, 'cell')) && holds(row, SESSION));
    expect(new Set(placed.map((row) => row['person'])).size).toBe(369);
    expect(placed).toHaveLength(369);
    const probationary = placed.filter((row) => isProbationary(value(row, 'person'), SESSION));
    expect(probationary.length).toBeGreaterThan(15);
    expect(probationary.length).toBeLessThan(30);
  });

  it('A2: has 20 cells, 10 residential, 5 in schools, 5 others', () => {
    expect(cells).toHaveLength(20);
    expect(cells.filter((cell) => cell['type'] === 'residential')).toHaveLength(10);
    expect(cells.filter((cell) => cell['type'] === 'school')).toHaveLength(5);
  });

  it('has ten residential groups: one without a head, one with a provisional one, some small, some large', () => {
    const groups = villagesOf('quang-dien.sia', SESSION);
    expect(groups).toHaveLength(10);
    expect(groups.filter((group) => headsOf(group, SESSION).length === 0)).toHaveLength(1);
    const heads = new Set(groups.map((group) => `${group}.residential-group-head`));
    const acting = tenures.filter((row) => row['how'] === 'acting' && heads.has(value(row, 'post')) && holds(row, SESSION));
    expect(acting).toHaveLength(1);
    const households = units.filter((unit) => groups.includes(value(unit, 'ref')) && holds(unit, SESSION)).map((unit) => Number(unit['households']));
    expect(households.filter((count) => count < 150).length).toBeGreaterThan(1);
    expect(households.filter((count) => count > 300).length).toBeGreaterThan(1);
  });
});

describe('case C, Tân Hồng on 2019-05-15', () => {
  const villages = villagesOf('tan-hong', MAY_2019);
  const communes = under('tan-hong', { day: MAY_2019, parent: 'territory_parent', kind: 'commune' });

  it('C1: 39 of 39 hamlet cells have an office of their own, fewer had in 2015', () => {
    const withOffice = (day: string): number =>
      under('tan-hong.party', { day, parent: 'party_parent', kind: 'cell' }).filter((cell) => cell['own_office'] === 'yes').length;
    expect(under('tan-hong.party', { day: MAY_2019, parent: 'party_parent', kind: 'cell' })).toHaveLength(39);
    expect(withOffice(MAY_2019)).toBe(39);
    expect(withOffice('2015-05-15')).toBeLessThan(30);
  });

  it('C2 and C3: in each of the 39 hamlets the posts are joined, in 2016 only in some', () => {
    expect(villages).toHaveLength(39);
    expect(villages.filter((village) => secretaryIsHead(village, MAY_2019))).toHaveLength(39);
    expect(villages.filter((village) => deputyIsFrontHead(village, MAY_2019))).toHaveLength(39);
    const earlier = villages.filter((village) => secretaryIsHead(village, '2016-12-31')).length;
    expect(earlier).toBeGreaterThan(5);
    expect(earlier).toBeLessThan(20);
  });

  it('C4: only the secretary of Tân Phước chairs the People’s Committee too', () => {
    expect(communes).toHaveLength(9);
    const joined = communes.filter((commune) => secretaryIsChair(value(commune, 'ref'), MAY_2019));
    expect(joined.map((commune) => commune['name'])).toEqual(['Xã Tân Phước']);
  });
});

describe('case E, Sông Lô on 2022-08-09', () => {
  const heads = (root: string): string[] => villagesOf(root, AUGUST_2022).flatMap((village) => headsOf(village, AUGUST_2022));
  const outside = (root: string): string[] => heads(root).filter((head) => !isMember(head, AUGUST_2022));

  it('E1: the district has 17 communes and townships', () => {
    expect(under('song-lo', { day: AUGUST_2022, parent: 'territory_parent', kind: 'commune' })).toHaveLength(17);
  });

  it('E2: 8 of 146 heads are not members', () => {
    expect(villagesOf('song-lo', AUGUST_2022)).toHaveLength(146);
    expect(new Set(heads('song-lo')).size).toBe(146);
    expect(outside('song-lo')).toHaveLength(8);
  });

  it('E3 and E4: in Đồng Thịnh 10 of 13 are members and 4 of 13 are cell secretary too', () => {
    const villages = villagesOf('song-lo.dong-thinh', AUGUST_2022);
    expect(villages).toHaveLength(13);
    expect(heads('song-lo.dong-thinh')).toHaveLength(13);
    expect(outside('song-lo.dong-thinh')).toHaveLength(3);
    expect(villages.filter((village) => secretaryIsHead(village, AUGUST_2022))).toHaveLength(4);
  });

  it('elsewhere the posts are joined in three to five villages of ten', () => {
    const others = villagesOf('song-lo', AUGUST_2022).filter((village) => !village.startsWith('song-lo.dong-thinh.'));
    const share = others.filter((village) => secretaryIsHead(village, AUGUST_2022)).length / others.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.5);
  });

  it('keeps every village of Đồng Thịnh, with its head, under the new commune Sông Lô on 2025-07-02', () => {
    const before = villagesOf('song-lo.dong-thinh', '2025-06-30');
    const after = villagesOf('phu-tho.song-lo', '2025-07-02');
    expect(before).toHaveLength(13);
    for (const village of before) {
      expect(after).toContain(village);
      expect(headsOf(village, '2025-07-02')).toEqual(headsOf(village, '2025-06-30'));
      expect(headsOf(village, '2025-07-02')).toHaveLength(1);
    }
  });

  it('has the code 08848 first for Đồng Thịnh, then for Sông Lô', () => {
    const named = units.filter((unit) => unit['code'] === '08848').map((unit) => [unit['name'], unit['from'], unit['to']]);
    expect(named).toEqual([['Xã Đồng Thịnh', '2010-01-01', '2025-06-30'], ['Xã Sông Lô', '2025-07-01', '']]);
  });
});

describe('case B, Thới Long', () => {
  it('has ten areas, each with a head, before and after the reform', () => {
    for (const [ward, day] of [['o-mon.thoi-long', '2014-06-30'], ['can-tho.thoi-long', '2025-07-02']] as const) {
      const areas = villagesOf(ward, day);
      expect(areas).toHaveLength(10);
      expect(areas.flatMap((area) => headsOf(area, day))).toHaveLength(10);
    }
  });
});

describe('meetings', () => {
  const cellsUnder = (party: string, day: string): string[] => under(party, { day, parent: 'party_parent', kind: 'cell' }).map((cell) => value(cell, 'ref'));
  const hamlets = cellsUnder('tan-hong.party', MAY_2019);
  const of = (cell: string, kind: string) => meetings.filter((row) => row['unit'] === cell && row['kind'] === kind);
  const heldIn = (cell: string, kind: string, from: string, to: string) => of(cell, kind).filter((row) => value(row, 'on') >= from && value(row, 'on') <= to);

  it('A: members of Sịa work away with leave and without, and some are to be called', () => {
    const away = memberships.filter((row) => row['record'] === 'away' && value(row, 'cell').startsWith('quang-dien.sia.') && holds(row, SESSION));
    expect(new Set(away.map((row) => row['with_leave']))).toEqual(new Set(['yes', 'no']));
    const everAway = memberships.filter((row) => row['record'] === 'away' && value(row, 'cell').startsWith('quang-dien.sia.'));
    const called = everAway.filter((row) => row['contacted_on'] !== '');
    expect(called.length).toBeGreaterThan(3);
    expect(called.every((row) => holds(row, value(row, 'contacted_on')) && value(row, 'contact_due_on') > value(row, 'contacted_on'))).toBe(true);
    expect(memberships.filter((row) => row['contacted_on'] !== '' && row['record'] !== 'away')).toEqual([]);
  });

  it('B1: about 95 % of the ward studied in one sitting, over 97 % once there was a make-up sitting', () => {
    const studied = (row: (typeof meetings)[number]) => {
      const expected = expectedAt(new Set(cellsUnder('o-mon.thoi-long.party', value(row, 'on'))), value(row, 'on'));
      return { expected, came: cameTo(row, expected) };
    };
    const [before, first, onceMore] = meetings.filter((row) => row['kind'] === 'study').map(studied);
    // Expected once more is only who had missed the first.
    const makeUp = { came: onceMore!.came.filter((person) => !first!.came.includes(person)) };
    const shareOf = ({ came, expected }: { came: string[]; expected: string[] }) => came.length / expected.length;
    for (const sitting of [before!, first!]) expect(shareOf(sitting)).toBeCloseTo(0.95, 2);
    const union = first!.expected.filter((person) => first!.came.includes(person) || makeUp.came.includes(person));
    expect(union.length / first!.expected.length).toBeGreaterThan(0.97);
    expect(first!.expected.length).toBeGreaterThan(100);
    expect(missingAt(meetings.find((row) => row['series'] !== '')!).filter((row) => first!.came.includes(value(row, 'person')))).toEqual([]);
  });

  it('C: each of the 39 hamlet cells met in every month of the year before the review, but one in one month', () => {
    const months = ['2018-06', '2018-07', '2018-08', '2018-09', '2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2019-03', '2019-04', '2019-05'];
    const missed = hamlets.flatMap((cell) => months.filter((month) => heldIn(cell, 'regular', `${month}-01`, `${month}-31`).length !== 1));
    expect(hamlets).toHaveLength(39);
    expect(missed).toEqual(['2019-02']);
    expect(meetings.filter((row) => hamlets.includes(value(row, 'unit')) && value(row, 'on') > MAY_2019)).toEqual([]);
  });

  it('C: some cells left out thematic meetings, one met late and has no adopted minutes', () => {
    const without = (from: string, to: string) => hamlets.filter((cell) => heldIn(cell, 'thematic', from, to).length === 0).length;
    expect([without('2018-07-01', '2018-09-30'), without('2018-10-01', '2018-12-31'), without('2019-01-01', '2019-03-31')]).toEqual([0, 3, 8]);
    const late = meetings.filter((row) => row['kind'] === 'regular' && Number(value(row, 'on').slice(8)) > 25);
    expect(late.map((row) => row['minutes_adopted_on'])).toEqual(['']);
    expect(meetings.filter((row) => row['minutes_adopted_on'] === '')).toEqual(late);
  });

  it('C: members stayed away with leave and without, some of them twice or more', () => {
    const missing = meetings.filter((row) => hamlets.includes(value(row, 'unit'))).flatMap(missingAt);
    const without = Map.groupBy(missing.filter((row) => row['mark'] === 'absent'), (row) => row['person']);
    expect([...without.values()].filter((rows) => rows.length >= 2).length).toBeGreaterThan(8);
    expect([...without.values()].filter((rows) => rows.length === 1).length).toBeGreaterThan(8);
    expect(missing.filter((row) => row['mark'] === 'excused').length).toBeGreaterThan(200);
  });

  it('E: each of the eight heads who are no members came to extended meetings', () => {
    const outside = villagesOf('song-lo', AUGUST_2022).flatMap((village) => headsOf(village, AUGUST_2022)).filter((head) => !isMember(head, AUGUST_2022));
    const extended = new Set(meetings.filter((row) => row['extended'] === 'yes').map((row) => row['ref']));
    const came = Map.groupBy(guests.filter((row) => row['role'] === 'head' && row['present'] === 'yes' && extended.has(row['meeting'])), (row) => row['person']);
    expect(new Set(came.keys())).toEqual(new Set(outside));
    for (const visits of came.values()) expect([2, 3]).toContain(visits.length);
  });

  it('name nobody who was not expected, nothing that is not there, and end after they began', () => {
    const byRef = new Map(meetings.map((row) => [row['ref'], row]));
    expect(byRef.size).toBe(meetings.length);
    for (const row of [...attendance, ...guests, ...agenda]) expect(byRef.has(row['meeting'])).toBe(true);
    const strangers = meetings.filter((row) => row['kind'] !== 'study').filter((row) => {
      const expected = new Set(expectedAt(new Set([value(row, 'unit')]), value(row, 'on')));
      return missingAt(row).some((mark) => !expected.has(value(mark, 'person')));
    });
    expect(strangers).toEqual([]);
    expect(meetings.filter((row) => value(row, 'ends') <= value(row, 'starts'))).toEqual([]);
    expect(attendance.filter((row) => (row['mark'] === 'excused') !== (row['reason'] !== ''))).toEqual([]);
  });
});

describe('case D, Sóc Trăng', () => {
  const parties = (day: string): string[] =>
    under('soc-trang.party', { day, parent: 'party_parent', kind: 'commune_party' }).map((unit) => value(unit, 'ref'));

  it('had 109 commune Party organisations in 11 districts in 2022, 108 at the end of 2024, none after the reform', () => {
    expect(parties('2022-05-09')).toHaveLength(109);
    expect(under('soc-trang', { day: '2022-05-09', parent: 'territory_parent', kind: 'district' })).toHaveLength(11);
    expect(parties('2024-12-31')).toHaveLength(108);
    expect(under('can-tho', { day: '2025-07-02', parent: 'territory_parent', kind: 'commune' })).toHaveLength(44);
  });

  it('had four committees without a secretary on 2022-05-09', () => {
    expect(parties('2022-05-09').filter((party) => holders(party, 'secretary', '2022-05-09').length === 0)).toHaveLength(4);
  });

  it('knows of each of the 109 communes what became of it', () => {
    const communes = under('soc-trang', { day: '2022-05-09', parent: 'territory_parent', kind: 'commune' });
    const ended = communes.filter((commune) => !units.some((unit) => unit['ref'] === commune['ref'] && unit['to'] === ''));
    expect(ended).toHaveLength(105);
    for (const commune of ended) expect(lineage.filter((row) => row['predecessor'] === commune['ref'] && row['share'] === 'whole'), value(commune, 'ref')).toHaveLength(1);
  });
});

describe('the sample as a whole', () => {
  it('holds only generated people, a few thousand, with numbers of their own', () => {
    expect(people.every((person) => person['generated'] === 'yes')).toBe(true);
    expect(people.length).toBeGreaterThan(4000);
    for (const column of ['ref', 'citizen_no', 'membership_no', 'phone']) {
      const given = people.map((person) => value(person, column)).filter((text) => text !== '');
      expect(new Set(given).size, column).toBe(given.length);
    }
    expect(people.every((person) => /^(000\d{9})?$/.test(value(person, 'citizen_no')) && /^(0900\d{6})?$/.test(value(person, 'phone')))).toBe(true);
  });

  it('gives a membership number to nobody but members, and says no syllable of a name twice in a row', () => {
    const members = new Set(memberships.map((row) => row['person']));
    expect(people.filter((person) => person['membership_no'] !== '' && !members.has(person['ref']))).toEqual([]);
    const doubled = (name: string): boolean => name.split(' ').some((syllable, index, all) => syllable === all[index - 1]);
    expect(people.map((person) => value(person, 'full_name')).filter(doubled)).toEqual([]);
  });

  it('has no two units of one name under one commune after the reform', () => {
    const running = units.filter((unit) => holds(unit, '2025-07-01') && ['cell', 'village', 'front_board'].includes(value(unit, 'kind')));
    const placed = running.map((unit) => [unit['name'], unit['party_parent'], unit['territory_parent'], unit['front_parent']].join());
    expect(placed.filter((one, index) => placed.indexOf(one) !== index)).toEqual([]);
    expect(running.map((unit) => unit['name'])).toContain('Chi bộ thôn An Khang (Đức Bác)');
    expect(running.filter((unit) => /^Chi bộ (Thôn|Tổ dân phố|Ấp|Khóm|Khu vực)/.test(value(unit, 'name')))).toEqual([]);
  });

  it('refers to nothing that it does not hold', () => {
    const refs = new Set(units.map((unit) => value(unit, 'ref')));
    const known = (ref: string): boolean => refs.has(ref);
    const parents = units.flatMap((unit) => ['party_parent', 'territory_parent', 'government_parent', 'front_parent'].map((column) => value(unit, column)));
    expect(parents.filter((ref) => ref !== '' && !known(ref))).toEqual([]);
    expect(memberships.filter((row) => !known(value(row, 'cell')))).toEqual([]);
    expect(lineage.filter((row) => !known(value(row, 'predecessor')) || !known(value(row, 'successor')))).toEqual([]);
    expect(related('leads', 'viet-nam', SESSION)).toEqual(['trung-uong']);
    const persons = new Set(people.map((person) => person['ref']));
    expect([...memberships, ...tenures].filter((row) => !persons.has(row['person']))).toEqual([]);
  });
});
