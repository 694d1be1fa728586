/** Binds the contract of figures to its reads. */
import { bind, type Route } from '../../platform/http/routes.ts';
import type { Filters } from '../figure.ts';
import { figuresContract as contract } from '../figures.contract.ts';
import { breakdownAnswer, compareAnswer, flowAnswer, listFigures, recordsAnswer, seriesAnswer, severalAnswer, valueAnswer } from './figures.reads.ts';
import { printValue } from './printed.ts';

export const figuresRoutes: readonly Route[] = [
  bind(contract.list, async () => ({ items: listFigures() })),
  bind(contract.value, (ctx, { filter, ...wish }) => valueAnswer(ctx, { ...wish, filters: filtersOf(filter) })),
  bind(contract.breakdown, (ctx, { filter, ...wish }) => breakdownAnswer(ctx, { ...wish, filters: filtersOf(filter) })),
  bind(contract.series, (ctx, { filter, ...wish }) => seriesAnswer(ctx, { ...wish, filters: filtersOf(filter) })),
  bind(contract.compare, (ctx, { filter, ...wish }) => compareAnswer(ctx, { ...wish, filters: filtersOf(filter) })),
  bind(contract.records, (ctx, { filter, ...wish }) => recordsAnswer(ctx, { ...wish, filters: filtersOf(filter) })),
  bind(contract.several, severalAnswer),
  bind(contract.flow, flowAnswer),
  bind(contract.print, (ctx, { filter, ...printed }) => printValue(ctx, { ...printed, filters: filtersOf(filter) })),
];

/** `type:school`, `type:health`, `sex:female` → { type: ['school', 'health'], sex: ['female'] }. */
export function filtersOf(texts: readonly string[]): Filters {
  const pairs = texts.map((text) => text.split(':', 2) as [string, string]);
  return Object.fromEntries([...Map.groupBy(pairs, ([id]) => id)].map(([id, group]) => [id, group.map(([, code]) => code)]));
}
