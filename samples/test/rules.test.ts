// Rules that hold on every day of the sample, checked row by row.

import { describe, expect, it } from 'vitest';
import { admissions, isProbationary, lineage, memberships, people, placements, postByRef, posts, relations, tenures, units, value } from './reading.ts';
import type { Row } from './csv.ts';

const FOREVER = '9999-12-31';
const birthOf = new Map(people.map((person) => [value(person, 'ref'), value(person, 'birth')]));
const versionsOf = Map.groupBy(units, (unit) => value(unit, 'ref'));
const placementsOf = Map.groupBy(placements, (row) => value(row, 'person'));

describe('units', () => {
  it('have versions that follow each other without gap or overlap', () => {
    const wrong = [...versionsOf.values()].filter((versions) =>
      versions.slice(1).some((version, index) => nextDay(lastDay(versions[index])) !== value(version, 'from')),
    );
    expect(wrong).toEqual([]);
  });

  it('never outlive a parent, in any hierarchy, nor the units to which they relate', () => {
    const parents = ['party_parent', 'territory_parent', 'government_parent', 'front_parent'];
    const wrong = units.filter((unit) => parents.some((column) => unit[column] !== '' && !unitLasts(value(unit, column), unit)));
    expect(wrong).toEqual([]);
    expect(relations.filter((row) => !unitLasts(value(row, 'unit'), row) || !unitLasts(value(row, 'other'), row))).toEqual([]);
  });

  it('that are villages always have a cell that leads them and a board of the Front', () => {
    const villages = units.filter((unit) => unit['kind'] === 'village');
    for (const relation of ['leads', 'belongs_to']) {
      const all = relations.filter((row) => row['relation'] === relation);
      expect(villages.filter((unit) => !all.some((row) => row['other'] === unit['ref'] && within(unit, row)))).toEqual([]);
    }
  });

  it('hand over to a successor that begins, or is there, when they end', () => {
    const wrong = lineage.filter((row) => {
      const ended = versionsOf.get(value(row, 'predecessor'))?.at(-1);
      const successor = { from: value(row, 'on'), to: value(row, 'on') };
      return nextDay(lastDay(ended)) !== row['on'] || !unitLasts(value(row, 'successor'), successor);
    });
    expect(wrong).toEqual([]);
  });
});

describe('words', () => {
  const words = (rows: readonly Row[], column: string): string[] => [...new Set(rows.map((row) => value(row, column)))].toSorted();

  it('are those of the import format', () => {
    expect(words(units, 'kind')).toEqual([
      'cell', 'central', 'commune', 'commune_party', 'country', 'district', 'district_party', 'front_board', 'front_committee', 'grassroots_party',
      'mass_organisation', 'peoples_committee', 'peoples_council', 'province', 'provincial_party', 'village',
    ]);
    expect(words(relations, 'relation')).toEqual(['belongs_to', 'governs', 'leads']);
    expect(words(tenures, 'end_reason')).toEqual(['', 'resigned', 'retired', 'term_end', 'transferred', 'unit_dissolved']);
    expect(words(tenures, 'how')).toEqual(['acting', 'appointed', 'elected']);
  });
});

describe('memberships', () => {
  it('place a person in one cell at a time, and each cell exists then', () => {
    const wrong = [...placementsOf.values()].filter(overlap);
    expect(wrong).toEqual([]);
    expect(memberships.filter((row) => row['record'] !== 'end' && !unitLasts(value(row, 'cell'), row))).toEqual([]);
  });

  it('begin at 18 or later and are recognised twelve months after admission', () => {
    expect(admissions.size).toBe(new Set(memberships.map((row) => row['person'])).size);
    for (const row of admissions.values()) {
      const admitted = Temporal.PlainDate.from(value(row, 'admitted_on'));
      const birth = Temporal.PlainDate.from(birthOf.get(value(row, 'person')) ?? '');
      expect(birth.until(admitted, { largestUnit: 'year' }).years, value(row, 'person')).toBeGreaterThanOrEqual(18);
      if (row['recognised_on'] !== '') expect(admitted.add({ months: 12 }).toString()).toBe(row['recognised_on']);
      expect(value(row, 'from') >= value(row, 'admitted_on')).toBe(true);
    }
  });

  it('come in the order of time, the end last', () => {
    for (const [person, rows] of Map.groupBy(memberships, (row) => row['person'])) {
      const days = rows.map((row) => value(row, 'from'));
      expect(days.toSorted(), person).toEqual(days);
      expect(rows.slice(0, -1).some((row) => row['record'] === 'end'), person).toBe(false);
    }
  });

  it('say how each placement came to an end, and end but once', () => {
    expect(placements.filter((row) => (row['to'] === '') !== (row['out_reason'] === ''))).toEqual([]);
    const ends = memberships.filter((row) => row['record'] === 'end');
    expect(new Set(ends.map((row) => row['person'])).size).toBe(ends.length);
    for (const end of ends) {
      const last = placementsOf.get(value(end, 'person'))?.toSorted(byFrom).at(-1);
      expect(nextDay(lastDay(last)), value(end, 'person')).toBe(end['from']);
    }
    const onTheWay = placements.filter((row) => row['out_reason'] === 'transfer_out' && !ends.some((end) => end['person'] === row['person']));
    expect(onTheWay.length).toBeGreaterThan(2);
    expect(onTheWay.length).toBeLessThan(80);
  });

  it('know every kind of record and of ending', () => {
    const kinds = new Set(memberships.map((row) => row['record']));
    expect(kinds).toEqual(new Set(['placement', 'temporary', 'exemption', 'away', 'end']));
    const reasons = new Set(memberships.map((row) => row['end_reason']));
    expect(reasons).toEqual(new Set(['', 'transferred_out', 'removed', 'let_go', 'expelled', 'died']));
  });
});

describe('tenures', () => {
  it('lie within their post, and posts within their unit', () => {
    expect(posts.filter((post) => !unitLasts(value(post, 'unit'), post))).toEqual([]);
    const wrong = tenures.filter((row) => !within(row, postByRef.get(value(row, 'post'))));
    expect(wrong).toEqual([]);
  });

  it('never fill more seats than a post has', () => {
    for (const [post, rows] of Map.groupBy(tenures, (row) => value(row, 'post'))) {
      const seats = Number(postByRef.get(post)?.['seats']);
      for (const row of rows) {
        const atOnce = rows.filter((other) => value(other, 'from') <= value(row, 'from') && lastDay(other) >= value(row, 'from'));
        expect(atOnce.length, post).toBeLessThanOrEqual(seats);
      }
    }
  });

  it('have a cell’s officers placed in that cell all the time, as full members', () => {
    const officers = tenures.filter((row) => /\.(deputy-)?secretary$/.test(value(row, 'post')) && isCell(value(postOf(row), 'unit')));
    expect(officers.length).toBeGreaterThan(900);
    const wrong = officers.filter((row) => {
      const inCell = (placementsOf.get(value(row, 'person')) ?? []).filter((place) => place['cell'] === value(postOf(row), 'unit'));
      return isProbationary(value(row, 'person'), value(row, 'from')) || !inCell.some((place) => within(row, place));
    });
    expect(wrong).toEqual([]);
  });

  it('are held by members, except as heads of villages and of boards of the Front', () => {
    const wrong = tenures.filter((row) => {
      if (/(village|residential-group|front-board)-head$/.test(value(row, 'post'))) return false;
      return !isPlacedThroughout(row);
    });
    expect(wrong.map((row) => [row['person'], row['post'], row['from'], row['to']])).toEqual([]);
  });

  it('are held by grown-ups who have not long retired', () => {
    for (const row of tenures) {
      const birth = Temporal.PlainDate.from(birthOf.get(value(row, 'person')) ?? '');
      const years = birth.until(value(row, 'from'), { largestUnit: 'year' }).years;
      expect(years, value(row, 'person')).toBeGreaterThanOrEqual(21);
      expect(years, value(row, 'person')).toBeLessThanOrEqual(70);
    }
  });
});

function postOf(tenure: Row): Row {
  const post = postByRef.get(value(tenure, 'post'));
  if (!post) throw new Error(`No post ${tenure['post']}`);
  return post;
}

function isCell(unit: string): boolean {
  return versionsOf.get(unit)?.[0]?.['kind'] === 'cell';
}

function isPlacedThroughout(tenure: Row): boolean {
  let day = value(tenure, 'from');
  for (const place of (placementsOf.get(value(tenure, 'person')) ?? []).toSorted(byFrom)) {
    if (value(place, 'from') > day || lastDay(place) < day) continue;
    if (lastDay(place) >= lastDay(tenure)) return true;
    day = nextDay(lastDay(place));
  }
  return false;
}

function overlap(rows: readonly Row[]): boolean {
  const sorted = rows.toSorted(byFrom);
  return sorted.some((row, index) => {
    const before = sorted[index - 1];
    return value(row, 'from') > lastDay(row) || (before !== undefined && value(row, 'from') <= lastDay(before));
  });
}

function byFrom(a: Row, b: Row): number {
  return value(a, 'from') < value(b, 'from') ? -1 : 1;
}

function within(inner: Row, outer: Row | undefined): boolean {
  return outer !== undefined && value(inner, 'from') >= value(outer, 'from') && lastDay(inner) <= lastDay(outer);
}

/** The unit exists from the row's first to its last day. */
function unitLasts(ref: string, row: Row): boolean {
  const versions = versionsOf.get(ref) ?? [];
  const first = versions[0];
  const last = versions.at(-1);
  return first !== undefined && value(first, 'from') <= value(row, 'from') && lastDay(row) <= lastDay(last);
}

function lastDay(row: Row | undefined): string {
  if (!row) throw new Error('No row');
  return row['to'] === '' ? FOREVER : value(row, 'to');
}

function nextDay(day: string): string {
  return day === FOREVER ? day : Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
