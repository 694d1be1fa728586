/** Whom and what an import is about, by name: numbers of rows alone let nobody see whether the right sheet was chosen. */
import type { Checked } from '../imports.contract.ts';
import { rowsOf, type CheckContext } from '../check/context.ts';
import { separator } from './import.draft.ts';
import type { ImportPlan } from './import.plan.ts';
import type { TargetTable } from './import.tables.ts';

const mostNames = 100;

const ownedBy: Readonly<Record<'units' | 'people', readonly TargetTable[]>> = {
  units: ['units', 'unit_versions', 'unit_parents', 'unit_relations', 'unit_lineage'],
  people: ['people', 'memberships', 'placements', 'exemptions', 'away_spells'],
};

/** New ones first; beyond a hundred of a sheet only how many. Names are those of the file. */
export function touchedBy(context: CheckContext, plan: ImportPlan): Checked['touched'] {
  return [
    ...touchedOf('units', { plan, names: new Map(rowsOf(context, 'units').map(({ ref, name }) => [ref, name])) }),
    ...touchedOf('people', { plan, names: new Map(rowsOf(context, 'people').map(({ ref, full_name: name }) => [ref, name])) }),
  ];
}

function touchedOf(sheet: 'units' | 'people', { plan, names }: { plan: ImportPlan; names: ReadonlyMap<string, string> }): Checked['touched'] {
  const tables = plan.tables.filter(({ target }) => ownedBy[sheet].includes(target.name));
  const fresh = new Set(tables.filter(({ target }) => target.name === sheet).flatMap(({ added }) => added.map(({ key }) => key)));
  const told = new Set(tables.flatMap(({ added, changed, removed }) => [...added, ...changed.map(({ draft }) => draft), ...removed].map(({ key }) => key.split(separator, 1)[0]!)));
  const others = [...told].filter((ref) => !fresh.has(ref) && names.has(ref));
  return [...group(sheet, { refs: [...fresh], isNew: true, names }), ...group(sheet, { refs: others, isNew: false, names })];
}

function group(sheet: 'units' | 'people', { refs, isNew, names }: { refs: readonly string[]; isNew: boolean; names: ReadonlyMap<string, string> }): Checked['touched'] {
  return refs.length === 0 ? [] : [{ sheet, isNew, count: refs.length, names: refs.slice(0, mostNames).map((ref) => names.get(ref) ?? ref) }];
}
