/**
 * Units named by their full name instead of a ref: whoever fills in the template knows "Chi bộ khóm 4", not its id.
 * Only within the importer's reach, as units are called today, and only where the name is one unit's alone.
 */
import { sql } from 'kysely';
import { reach } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { exactKey, foldVietnamese } from '../../../platform/text/fold.ts';
import type { ColumnSpec } from '../format/format.ts';
import { getSheet, sheetNames } from '../format/sheets.ts';
import type { WorkbookSheets } from '../read/workbook.ts';
import type { KnownRefs } from './import.plan.ts';

export interface NamedUnits {
  /** As written → the unit. */
  readonly ids: ReadonlyMap<string, Id>;
  /** As written → how many units bear the name. */
  readonly namesakes: ReadonlyMap<string, number>;
}

export async function findNamedUnits(ctx: Ctx, { sheets, known }: { sheets: WorkbookSheets; known: KnownRefs }): Promise<NamedUnits> {
  const written = [...unitsWritten(sheets)].filter((ref) => known.find('units', ref) === undefined);
  if (written.length === 0) return { ids: new Map(), namesakes: new Map() };
  const found = await rows(ctx.db, sql<{ key: string; id: Id; count: number }>`
    select v.exact_key as key, min(v.unit_id::text)::uuid as id, count(*)::int as count from unit_versions v
    where v.name_key = any(${[...new Set(written.map(foldVietnamese))]}) and v.exact_key = any(${[...new Set(written.map(exactKey))]}) and v.valid @> ${ctx.today}::date and ${reach(ctx, 'import.run').over('v.unit_id')}
    group by v.exact_key`);
  const byKey = new Map(found.map((unit) => [unit.key, unit]));
  const of = (ref: string) => byKey.get(exactKey(ref));
  return {
    ids: new Map(written.flatMap((ref) => (of(ref)?.count === 1 ? [[ref, of(ref)!.id] as const] : []))),
    namesakes: new Map(written.map((ref) => [ref, of(ref)?.count ?? 0])),
  };
}

/** Whatever stands in a column for units and is no ref of the workbook itself. */
function unitsWritten(sheets: WorkbookSheets): Set<string> {
  const own = new Set([...(sheets.units?.rows ?? []).map(({ ref }) => ref), ...(sheets.units?.brokenRefs ?? [])]);
  const written = new Set<string>();
  for (const name of sheetNames) {
    const columns: readonly ColumnSpec[] = getSheet(name).columns;
    for (const column of columns.filter(({ sheet }) => sheet === 'units')) {
      const values = [...(sheets[name]?.rows ?? []).map((row): unknown => Reflect.get(row, column.name)), ...(sheets[name]?.brokenRows ?? []).map(({ refs }) => refs.get(column.name))];
      for (const value of values) if (typeof value === 'string' && !own.has(value)) written.add(value);
    }
  }
  return written;
}
