// The figures of the cases, counted plainly from the rows: slow, obvious, and independent of the product.

import { readRows } from './csv.ts';
import type { Row } from './csv.ts';

export const units = readRows('units.csv');
export const relations = readRows('unit_relations.csv');
export const lineage = readRows('lineage.csv');
export const people = readRows('people.csv');
export const memberships = readRows('memberships.csv');
export const posts = readRows('posts.csv');
export const tenures = readRows('tenures.csv');
export const meetings = readRows('meetings.csv');
export const attendance = readRows('attendance.csv');
export const guests = readRows('guests.csv');
export const agenda = readRows('agenda.csv');
export const documents = readRows('documents.csv');
export const shortcomings = readRows('shortcomings.csv');
export const shortcomingProofs = readRows('shortcoming_proofs.csv');
export const regulations = readRows('oversight_regulations.csv');
export const followed = readRows('oversight.csv');
export const petitions = readRows('petitions.csv');
export const visits = readRows('visits.csv');
export const reports = readRows('reports.csv');
export const ratings = readRows('ratings.csv');

export const placements = memberships.filter((row) => row['record'] === 'placement');
export const postByRef = new Map(posts.map((post) => [post['ref'], post]));

/** Day of admission and of recognition: they stand on a person's first row. */
export const admissions = new Map(memberships.filter((row) => row['admitted_on'] !== '').map((row) => [row['person'], row]));

export function isProbationary(person: string, day: string): boolean {
  const recognised = admissions.get(person)?.['recognised_on'] ?? '';
  return recognised === '' || recognised > day;
}

export function holds(row: Row, day: string): boolean {
  return value(row, 'from') <= day && (row['to'] === '' || value(row, 'to') >= day);
}

export function value(row: Row, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`No column ${column}`);
  return text;
}

const recordsOf = Map.groupBy(memberships, (row) => value(row, 'person'));
const marksOf = Map.groupBy(attendance, (row) => value(row, 'meeting'));

/** People whom a meeting of these cells expects: placed there or here for a time; not exempt, away with leave or elsewhere for a time. */
export function expectedAt(cells: ReadonlySet<string>, day: string): string[] {
  return [...recordsOf].filter(([, rows]) => {
    const holding = rows.filter((row) => row['record'] !== 'end' && holds(row, day));
    const placed = holding.filter((row) => row['record'] === 'placement');
    const temporary = holding.filter((row) => row['record'] === 'temporary');
    const isFree = holding.some((row) => row['record'] === 'exemption' || (row['record'] === 'away' && row['with_leave'] === 'yes'));
    const isHere = (row: Row) => cells.has(value(row, 'cell'));
    return !isFree && placed.length > 0 && (temporary.length > 0 ? temporary.some(isHere) : placed.some(isHere));
  }).map(([person]) => person);
}

/** Whoever is not named as missing was there. */
export function cameTo(meeting: Row, expected: readonly string[]): string[] {
  const missing = new Set(missingAt(meeting).map((row) => row['person']));
  return expected.filter((person) => !missing.has(person));
}

export function missingAt(meeting: Row): Row[] {
  return (marksOf.get(value(meeting, 'ref')) ?? []).filter((row) => row['mark'] === 'absent' || row['mark'] === 'excused');
}

/** Issued by the unit from a day to a day, and said to carry out a document of another. */
export function carryingOut(unit: string, { type, from, to }: { type: string; from: string; to: string }): Row[] {
  return documents.filter((row) => {
    const [on, above] = [value(row, 'issued_on'), value(row, 'carries_out_unit').split('; ').filter((other) => other !== '' && other !== unit)];
    return row['unit'] === unit && value(row, 'symbol').includes(`-${type}/`) && on >= from && on <= to && above.length > 0;
  });
}

export function hasRegulations(unit: string, { regulates, day }: { regulates: 'working' | 'coordination'; day: string }): boolean {
  return documents.some((row) => row['unit'] === unit && row['regulates'] === regulates && value(row, 'issued_on') <= day && (row['valid_to'] === '' || value(row, 'valid_to') >= day));
}

/** Units of a kind under `root` in one hierarchy, as of a day. */
export function under(root: string, facts: { day: string; parent: string; kind: string }): Row[] {
  const running = units.filter((unit) => holds(unit, facts.day));
  const children = Map.groupBy(running, (unit) => value(unit, facts.parent));
  const found: Row[] = [];
  const open = [root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    for (const child of children.get(ref) ?? []) {
      open.push(value(child, 'ref'));
      if (child['kind'] === facts.kind) found.push(child);
    }
  }
  return found;
}

/** People holding a post of that kind in that unit, as of a day. */
export function holders(unit: string, kind: string, day: string): string[] {
  const refs = new Set(posts.filter((post) => post['unit'] === unit && post['kind'] === kind).map((post) => post['ref']));
  return tenures.filter((row) => refs.has(row['post']) && holds(row, day)).map((row) => value(row, 'person'));
}

export function isMember(person: string, day: string): boolean {
  return placements.some((row) => row['person'] === person && holds(row, day));
}

export function villagesOf(root: string, day: string): string[] {
  return under(root, { day, parent: 'territory_parent', kind: 'village' }).map((unit) => value(unit, 'ref'));
}

export function headsOf(village: string, day: string): string[] {
  return [...holders(village, 'village_head', day), ...holders(village, 'residential_group_head', day)];
}

/** Other ends of a relation that holds on the day: which units stand in it to `other`. */
export function related(relation: string, other: string, day: string): string[] {
  return relations
    .filter((row) => row['relation'] === relation && row['other'] === other && holds(row, day))
    .map((row) => value(row, 'unit'));
}

export function secretaryIsHead(village: string, day: string): boolean {
  const secretaries = related('leads', village, day).flatMap((cell) => holders(cell, 'secretary', day));
  return headsOf(village, day).some((head) => secretaries.includes(head));
}

export function deputyIsFrontHead(village: string, day: string): boolean {
  const deputies = related('leads', village, day).flatMap((cell) => holders(cell, 'deputy_secretary', day));
  const boards = related('belongs_to', village, day).flatMap((board) => holders(board, 'front_board_head', day));
  return boards.some((head) => deputies.includes(head));
}

export function secretaryIsChair(commune: string, day: string): boolean {
  const secretaries = related('leads', commune, day).flatMap((party) => holders(party, 'secretary', day));
  const chairs = related('governs', commune, day).flatMap((body) => holders(body, 'peoples_committee_chair', day));
  return chairs.some((chair) => secretaries.includes(chair));
}
