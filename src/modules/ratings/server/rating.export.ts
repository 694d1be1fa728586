/** The list of a season as a file, one line for each who is rated, for whoever reads all of it and may export where it is decided. That it was taken along is recorded first. */
import type { z } from 'zod';
import { mayDo } from '../../../access/reach.ts';
import type { Ctx } from '../../../platform/context.ts';
import { recordNow } from '../../../platform/events.ts';
import type { FileAnswer } from '../../../platform/http/routes.ts';
import { textOf, type Language } from '../../../platform/messages.ts';
import { dayCell, tableFile, type Line } from '../../../platform/table.file.ts';
import type { ratingContract } from '../rating.contract.ts';
import { ratingExportTexts as texts } from '../rating.export.messages.ts';
import { factNames } from '../rating.gates.ts';
import { exclusionNames, levelNames, type Level, type SubjectKind } from '../rating.kinds.ts';
import type { Season } from '../rating.season.ts';
import { forbidden, mayAt, notFound } from './rating.reach.ts';
import { countRatings, listRatings, type ListFilters } from './rating.reads.ts';
import { findSeason } from './rating.season.store.ts';

type Item = Awaited<ReturnType<typeof listRatings>>['items'][number];

const columns = ['subject', 'unit', 'group', 'self', 'selfPoints', 'appraisal', 'appraisalPoints', 'gatesFailed', 'decision', 'points', 'document', 'on', 'exclusion'] as const;
const batch = 500;

export async function exportRatings(ctx: Ctx, { format, language, ...filters }: z.output<(typeof ratingContract)['export']['input']>): Promise<FileAnswer> {
  const season = await takeWhole(ctx, filters);
  const { id, unitId, year, about } = season;
  const count = await countRatings(ctx, filters);
  await recordNow(ctx, { type: 'rating.exported', subjectId: id, unitId, data: { year, about, format, count } });
  return tableFile({
    title: `${textOf(texts[about], language)} ${year}`,
    on: ctx.today,
    format,
    language,
    headers: columns.map((column) => (column === 'on' ? { days: textOf(texts[column], language) } : textOf(texts[column], language))),
    lines: linesOf(ctx, filters, { season, language }),
  });
}

/** @throws 404 where the season is not to be read whole, 403 where it may not be taken along. */
async function takeWhole(ctx: Ctx, { seasonId }: ListFilters): Promise<Season> {
  const season = await findSeason(ctx, seasonId);
  const mayExport = season && (await mayDo(ctx, 'record.export', season.unitId));
  if (!season || !(await mayAt(ctx, 'read', season))) throw notFound();
  if (!mayExport) throw forbidden('record.export');
  return season;
}

async function* linesOf(ctx: Ctx, filters: ListFilters, told: { readonly season: Season; readonly language: Language }): AsyncIterable<Line> {
  let cursor: string | undefined;
  do {
    const { items, next } = await listRatings(ctx, { ...filters, cursor, limit: batch });
    for (const item of items) yield lineOf(item, told);
    cursor = next ?? undefined;
  } while (cursor);
}

function lineOf(item: Item, { season, language }: { readonly season: Season; readonly language: Language }): Line {
  const { person, unit, group, kind, self, selfPoints, appraisal, appraisalPoints, gates, decision, exclusion } = item;
  const level = (given: Level | null | undefined) => given && levelIn(season, kind, given)[language];
  return [
    person?.name ?? unit.name,
    person && unit.name,
    season.groups.find(({ code }) => code === group)?.name ?? null,
    level(self) ?? null, selfPoints,
    level(appraisal) ?? null, appraisalPoints,
    gates.filter(({ state }) => state === 'failed').map(({ fact }) => factNames[fact][language]).join('; '),
    level(decision?.level) ?? null, decision?.points ?? null, decision?.document ?? null, dayCell(decision?.on ?? null),
    exclusion && (exclusion.reason ?? exclusionNames[exclusion.why][language]),
  ];
}

/** As the frame of the year calls it. */
function levelIn({ frames }: Season, kind: SubjectKind, level: Level) {
  return frames[kind]?.levels.find(({ code }) => code === level) ?? levelNames[level];
}
