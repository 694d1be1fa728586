/** People, membership, posts and tenures of a workbook as rows of tables. */
import { addDays, type Day } from '../../../platform/day.ts';
import { toRange } from '../../../platform/db/period.columns.ts';
import { nationalHome, type Home, type Id } from '../../../platform/ids.ts';
import { exactKey, foldVietnamese, givenNameKey } from '../../../platform/text/fold.ts';
import { groupBy } from '../check/context.ts';
import type { SheetRow } from '../format/sheets.ts';
import type { WorkbookSheets } from '../read/workbook.ts';
import { keyOf, spoken, type DraftRow, type IdFor, type Value } from './import.draft.ts';
import { unitId } from './import.units.ts';

export interface PeopleDrafting {
  readonly idFor: IdFor;
  readonly homeOf: (unitRef: string) => Home;
  /** Columns that each sheet has: one that is absent says nothing. */
  readonly columns: Readonly<Record<'memberships' | 'posts' | 'tenures', ReadonlySet<string>>>;
  readonly hash: (kind: 'citizen_no' | 'membership_no', text: string) => string;
}

/** Where a person of the workbook is first placed or first holds a post: the home; undefined where nowhere. */
export function placesOf(sheets: WorkbookSheets): (person: string) => string | undefined {
  const posts = new Map((sheets.posts?.rows ?? []).map((row) => [row.ref, row.unit]));
  const cells = groupBy(sheets.memberships?.rows ?? [], (row) => row.person);
  const tenures = groupBy(sheets.tenures?.rows ?? [], (row) => row.person);
  return (person) => {
    const cell = cells.get(person)?.find((row) => row.cell !== null)?.cell;
    return cell ?? tenures.get(person)?.map((row) => posts.get(row.post)).find((unit) => unit !== undefined);
  };
}

export function draftPeople(sheets: WorkbookSheets, drafting: PeopleDrafting & { homeOfPerson: (ref: string) => Home }): DraftRow[] {
  const columns = sheets.people?.columns ?? new Set();
  return (sheets.people?.rows ?? []).flatMap((row) => {
    const home = drafting.homeOfPerson(row.ref);
    const id = drafting.idFor('people', row.ref, () => home);
    return [personRow(row, { id, home, columns, hash: drafting.hash }), ...keyRows(row, { id, home, hash: drafting.hash })];
  });
}

const sealedColumns = ['phone', 'email', 'citizen_no', 'membership_no'] as const;

function personRow(row: SheetRow<'people'>, person: { id: Id; home: Home; columns: ReadonlySet<string>; hash: PeopleDrafting['hash'] }): DraftRow {
  const { id, home, columns } = person;
  const given: Record<string, Value> = {
    sex: row.sex,
    ...(columns.has('birth') && birthColumns(row.birth)),
    education: row.education,
    qualification: row.qualification,
    political_theory: row.political_theory,
    generated: row.generated ?? false,
    citizen_no_hash: row.citizen_no && person.hash('citizen_no', row.citizen_no),
    membership_no_hash: row.membership_no && person.hash('membership_no', row.membership_no),
  };
  const spoken = (column: string) => columns.has(column.replace(/^birth_.*$/, 'birth').replace(/_hash$/, ''));
  return {
    table: 'people', key: row.ref, id, home, sheet: 'people', row: row.row,
    values: {
      home_id: home,
      full_name: row.full_name,
      name_key: foldVietnamese(row.full_name),
      exact_key: exactKey(row.full_name),
      sort_key: givenNameKey(row.full_name),
      ...Object.fromEntries(Object.entries(given).filter(([column]) => spoken(column))),
    },
    defaults: { version: 1, generated: false },
    sealed: Object.fromEntries(sealedColumns.filter((column) => columns.has(column)).map((column) => [`${column}_sealed`, row[column]])),
  };
}

function birthColumns(birth: string | null): Record<string, Value> {
  if (birth === null) return { birth_on: null, birth_precision: null };
  const precision = birth.length === 4 ? 'year' : birth.length === 7 ? 'month' : 'day';
  return { birth_on: `${birth}-01-01`.slice(0, 10), birth_precision: precision };
}

function keyRows(row: SheetRow<'people'>, { id, home, hash }: { id: Id; home: Home; hash: PeopleDrafting['hash'] }): DraftRow[] {
  const numbers = [
    ['citizen_no', row.citizen_no],
    ['membership_no', row.membership_no],
  ] as const;
  return numbers.flatMap(([kind, text]) =>
    text === null ? [] : [{ table: 'person_keys' as const, key: keyOf(row.ref, kind), id, home, values: { kind, hash: hash(kind, text), person_id: id }, sheet: 'people' as const, row: row.row }],
  );
}

export function draftMemberships(sheets: WorkbookSheets, drafting: PeopleDrafting & { homeOfPerson: (ref: string) => Home }): DraftRow[] {
  return [...groupBy(sheets.memberships?.rows ?? [], (row) => row.person)].flatMap(([person, spells]) => {
    const home = drafting.homeOfPerson(person);
    const personId = drafting.idFor('people', person, () => home);
    // A placement without its cell is an error already told; the rest is still planned, so that all faults are told at once.
    const whole = spells.filter(({ record, cell }) => cell !== null || (record !== 'placement' && record !== 'temporary'));
    const lives = livesOf(whole.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)));
    return lives.flatMap((life) => lifeRows({ person, personId, home, life, drafting }));
  });
}

type Spell = SheetRow<'memberships'>;

/** One membership, from admission to its end; a person let go may be admitted again later. */
interface Life {
  readonly spells: readonly Spell[];
  readonly end: Spell | undefined;
}

function livesOf(spells: readonly Spell[]): Life[] {
  const lives: Life[] = [];
  let open: Spell[] = [];
  for (const spell of spells) {
    if (spell.record !== 'end') {
      open.push(spell);
      continue;
    }
    lives.push({ spells: open, end: spell });
    open = [];
  }
  if (open.length > 0) lives.push({ spells: open, end: undefined });
  return lives;
}

function lifeRows(given: { person: string; personId: Id; home: Home; life: Life; drafting: PeopleDrafting }): DraftRow[] {
  const { person, personId, home, life, drafting } = given;
  const [first] = life.spells.length > 0 ? life.spells : [life.end!];
  const admitted = life.spells.map((spell) => spell.admitted_on).find((on) => on !== null) ?? first!.from;
  const recognised = life.spells.map((spell) => spell.recognised_on).find((on) => on !== null) ?? null;
  const key = keyOf(person, admitted);
  const id = drafting.idFor('memberships', key, () => home);
  const to: Day | null = life.end ? addDays(life.end.from, -1) : null;
  const own = { home_id: home, person_id: personId };
  const facts = spoken(drafting.columns.memberships, { recognised_on: ['recognised_on', recognised], decision: ['decision', life.end?.decision ?? null] });
  const membership: DraftRow = {
    table: 'memberships', key, id, home, sheet: 'memberships', row: first!.row,
    values: { ...own, valid: toRange({ from: admitted, to }), end_reason: life.end?.end_reason ?? null, ...facts.values },
    defaults: { version: 1, ...facts.defaults },
  };
  return [membership, ...life.spells.map((spell) => spellRow(spell, { own, home, membershipId: id, drafting }))];
}

function spellRow(spell: Spell, { own, home, membershipId, drafting }: { own: Record<string, Value>; home: Home; membershipId: Id; drafting: PeopleDrafting }): DraftRow {
  const common = { home, sheet: 'memberships' as const, row: spell.row };
  const valid = toRange(spell);
  const columns = drafting.columns.memberships;
  const decision = ['decision', spell.decision] as const;
  const row = (table: DraftRow['table'], { values, defaults }: Pick<DraftRow, 'values' | 'defaults'>, key = keyOf(spell.person, spell.from)): DraftRow => ({
    ...common, table, key, id: drafting.idFor(table, key, () => home), values: { ...own, valid, ...values }, ...(defaults && { defaults }),
  });
  if (spell.record === 'exemption') return row('exemptions', spoken(columns, { decision }));
  if (spell.record === 'away') {
    const away = row('away_spells', spoken(columns, {
      place: ['place', spell.place], with_leave: ['with_leave', spell.with_leave],
      contacted_on: ['contacted_on', spell.contacted_on], contact_due_on: ['contact_due_on', spell.contact_due_on], assigned_work: ['assigned_work', spell.assigned_work],
    }));
    return columns.has('contact') ? { ...away, sealed: { contact_sealed: spell.contact } } : away;
  }
  const kind = spell.record === 'temporary' ? 'temporary' : 'official';
  const facts = spoken(columns, { in_reason: ['in_reason', spell.in_reason], out_reason: ['out_reason', spell.out_reason], decision });
  const values = { membership_id: membershipId, cell_id: unitId(spell.cell!, drafting), kind, ...facts.values };
  return row('placements', { ...facts, values }, keyOf(spell.person, kind, spell.from));
}

export function draftPosts(sheets: WorkbookSheets, drafting: PeopleDrafting): DraftRow[] {
  return (sheets.posts?.rows ?? []).map((row) => {
    const home = drafting.homeOf(row.unit);
    const facts = spoken(drafting.columns.posts, { title: ['title', row.title], seats: ['seats', row.seats ?? 1] });
    const values = { unit_id: unitId(row.unit, drafting), kind: row.kind, valid: toRange(row), ...facts.values };
    return { table: 'posts', key: row.ref, id: drafting.idFor('posts', row.ref, () => home), home, ...facts, values, sheet: 'posts', row: row.row };
  });
}

export function draftTenures(sheets: WorkbookSheets, drafting: PeopleDrafting & { homeOfPerson: (ref: string) => Home }): DraftRow[] {
  return (sheets.tenures?.rows ?? []).map((row) => {
    const home = drafting.homeOfPerson(row.person);
    const key = keyOf(row.person, row.post, row.from);
    const facts = spoken(drafting.columns.tenures, { how: ['how', row.how], end_reason: ['end_reason', row.end_reason], decision: ['decision', row.decision] });
    const values = {
      home_id: home,
      person_id: drafting.idFor('people', row.person, () => home),
      post_id: drafting.idFor('posts', row.post, () => nationalHome),
      valid: toRange(row),
      ...facts.values,
    };
    return { table: 'tenures', key, id: drafting.idFor('tenures', key, () => home), home, ...facts, values, sheet: 'tenures', row: row.row };
  });
}
