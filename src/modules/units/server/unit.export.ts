/** The list of units as a file: those one may both read and export. Their ids are written as imports read them. */
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Verb } from '../../../access/verbs.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Day } from '../../../platform/day.ts';
import { fromRange } from '../../../platform/db/period.columns.ts';
import { recordNow } from '../../../platform/events.ts';
import type { FileAnswer } from '../../../platform/http/routes.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import { dayCell, inBatches, tableFile, type Line } from '../../../platform/table.file.ts';
import type { unitContract } from '../unit.contract.ts';
import { kindName, typeName } from '../unit.kinds.ts';
import { unitExportTexts as texts } from '../unit.messages.ts';
import type { UnitProperties } from '../unit.ts';
import { countUnits, keyOfUnit, readUnits, type UnitFilters, type UnitRow } from './unit.reads.ts';

const verbs: readonly Verb[] = ['record.export', 'unit.read'];
const columns = ['id', 'name', 'kind', 'type', 'code', 'parents', 'from', 'to', 'population', 'households', 'areaKm2', 'ownOffice'] as const;

export async function exportUnits(ctx: Ctx, input: z.output<(typeof unitContract)['export']['input']>): Promise<FileAnswer> {
  const { format, language, ...filters } = input;
  const { q, ...recorded } = filters;
  const count = await countUnits(ctx, filters, verbs);
  // What was searched for may be anybody's name: only that there was something is kept.
  await recordNow(ctx, { type: 'unit.exported', ...(filters.under ? { unitId: filters.under } : {}), data: { ...recorded, searched: q !== undefined && q !== '', format, count } });
  return tableFile({
    title: textOf(texts.fileName, language),
    on: filters.asOf ?? ctx.today,
    format,
    language,
    headers: columns.map((column) => (column === 'from' || column === 'to' ? { days: textOf(texts[column], language) } : textOf(texts[column], language))),
    lines: linesOf(ctx, filters, language),
  });
}

interface ExportRow extends UnitRow {
  parents: string[] | null;
  properties: UnitProperties;
}

async function* linesOf(ctx: Ctx, filters: UnitFilters, language: Language): AsyncIterable<Line> {
  const besides = sql`${parentNames(filters.asOf ?? ctx.today)} as parents, v.properties`;
  const units = inBatches<ExportRow>(({ last, limit }) => readUnits(ctx, filters, { verbs, after: last && keyOfUnit(last), limit, columns: besides }));
  for await (const found of units) yield* found.map((row) => lineOf(row, language));
}

function parentNames(on: Day) {
  return sql`(select array_agg(a.name order by array_position(array['party', 'territory', 'government', 'front'], p.hierarchy)) from unit_parents p
    join unit_versions a on a.unit_id = p.parent_id and a.valid @> ${on}::date where p.unit_id = v.unit_id and p.valid @> ${on}::date)`;
}

function lineOf({ id, name, kind, type, code, parents, valid, properties }: ExportRow, language: Language): Line {
  const { from, to } = fromRange(valid);
  const { population, households, areaKm2, ownOffice } = properties;
  return [
    `id:${id}`, name, kindName(kind, language), typeName(kind, type, language) ?? type, code, parents?.join('; ') ?? null, dayCell(from), dayCell(to),
    population ?? null, households ?? null, areaKm2 ?? null, ownOffice === undefined ? null : textOf(ownOffice ? texts.yes : texts.no, language),
  ];
}
