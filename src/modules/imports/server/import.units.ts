/** Units, relations and lineage of a workbook as rows of tables. */
import { addDays, type Period } from '../../../platform/day.ts';
import { toRange } from '../../../platform/db/period.columns.ts';
import type { Home } from '../../../platform/ids.ts';
import { exactKey, foldVietnamese } from '../../../platform/text/fold.ts';
import { groupBy } from '../check/context.ts';
import type { SheetRow } from '../format/sheets.ts';
import type { WorkbookSheets } from '../read/workbook.ts';
import { keyOf, spoken, type DraftRow, type IdFor } from './import.draft.ts';

export const parentColumns = [
  ['party', 'party_parent'],
  ['territory', 'territory_parent'],
  ['government', 'government_parent'],
  ['front', 'front_parent'],
] as const;

interface Drafting {
  readonly idFor: IdFor;
  readonly homeOf: (unitRef: string) => Home;
  readonly now: string;
  /** Columns that the sheet `units` has. */
  readonly columns: ReadonlySet<string>;
}

export function draftUnits(sheets: WorkbookSheets, drafting: Drafting): DraftRow[] {
  const rows = sheets.units?.rows ?? [];
  return [...groupBy(rows, (row) => row.ref)].flatMap(([ref, versions]) => {
    const ordered = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return [unitRow(ref, ordered[0]!, drafting), ...ordered.map((row) => versionRow(row, drafting)), ...parentRows(ref, ordered, drafting)];
  });
}

export function draftRelations(sheets: WorkbookSheets, drafting: Drafting): DraftRow[] {
  return (sheets.unit_relations?.rows ?? []).map((row) => {
    const home = drafting.homeOf(row.unit);
    const key = keyOf(row.unit, row.relation, row.other, row.from);
    const unit = unitId(row.unit, drafting);
    const other = unitId(row.other, drafting);
    const values = { unit_id: unit, kind: row.relation, other_id: other, valid: toRange(row), decision: row.decision };
    return draft('unit_relations', { key, home, values, sheet: 'unit_relations', row: row.row }, drafting);
  });
}

export function draftLineage(sheets: WorkbookSheets, drafting: Drafting): DraftRow[] {
  return (sheets.lineage?.rows ?? []).map((row) => {
    const key = keyOf(row.predecessor, row.successor, row.on);
    const values = {
      predecessor_id: unitId(row.predecessor, drafting),
      successor_id: unitId(row.successor, drafting),
      effective_on: row.on,
      share: row.share,
      decision: row.decision,
    };
    return draft('unit_lineage', { key, home: drafting.homeOf(row.predecessor), values, sheet: 'lineage', row: row.row }, drafting);
  });
}

export function unitId(ref: string, { idFor, homeOf }: Pick<Drafting, 'idFor' | 'homeOf'>) {
  return idFor('units', ref, () => homeOf(ref));
}

function unitRow(ref: string, first: SheetRow<'units'>, drafting: Drafting): DraftRow {
  const home = drafting.homeOf(ref);
  const id = unitId(ref, drafting);
  return { table: 'units', key: ref, id, home, values: { home_id: home }, defaults: { created_at: drafting.now }, sheet: 'units', row: first.row };
}

function versionRow(row: SheetRow<'units'>, drafting: Drafting): DraftRow {
  const { columns } = drafting;
  const facts = spoken(columns, { short_name: ['short_name', row.short_name], type: ['type', row.type], rank: ['rank', row.rank], code: ['code', row.code], decision: ['decision', row.decision], note: ['note', row.note] });
  const properties = spoken(columns, { population: ['population', row.population], households: ['households', row.households], areaKm2: ['area_km2', row.area_km2], ownOffice: ['own_office', row.own_office] });
  const values = {
    ...facts.values,
    unit_id: unitId(row.ref, drafting),
    valid: toRange(row),
    name: row.name,
    name_key: foldVietnamese(row.name),
    exact_key: exactKey(row.name),
    kind: row.kind,
  };
  const defaults = { ...facts.defaults, properties: {} };
  return draft('unit_versions', { key: keyOf(row.ref, row.from), home: drafting.homeOf(row.ref), values, defaults, merged: { properties: properties.values }, sheet: 'units', row: row.row }, drafting);
}

function parentRows(ref: string, versions: readonly SheetRow<'units'>[], drafting: Drafting): DraftRow[] {
  return parentColumns.flatMap(([hierarchy, column]) =>
    spells(versions, column).map((spell) => {
      const values = { unit_id: unitId(ref, drafting), hierarchy, parent_id: unitId(spell.parent, drafting), valid: toRange(spell), decision: spell.decision };
      return draft('unit_parents', { key: keyOf(ref, hierarchy, spell.from), home: drafting.homeOf(ref), values, sheet: 'units', row: spell.row }, drafting);
    }),
  );
}

interface ParentSpell extends Period {
  readonly parent: string;
  readonly decision: string | null;
  readonly row: number;
}

/** Versions that follow each other under the same parent are one spell. */
function spells(versions: readonly SheetRow<'units'>[], column: (typeof parentColumns)[number][1]): ParentSpell[] {
  const found: ParentSpell[] = [];
  for (const { from, to, decision, row, [column]: parent } of versions) {
    const last = found.at(-1);
    if (parent === null) continue;
    if (last?.parent === parent && last.to !== null && addDays(last.to, 1) === from) found[found.length - 1] = { ...last, to };
    else found.push({ from, to, parent, decision, row });
  }
  return found;
}

function draft(table: DraftRow['table'], row: Omit<DraftRow, 'table' | 'id'>, { idFor }: Drafting): DraftRow {
  return { ...row, table, id: idFor(table, row.key, () => row.home) };
}
