/** The answers of the API and of the command line, put together from the reads beside this file. */
import { reach } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { Problem } from '../../platform/problem.ts';
import { figures } from '../declared.ts';
import { bucketsOf, isShare, type Figure, type Filters } from '../figure.ts';
import type { BreakdownAnswer, CompareAnswer, FigureItem, FlowAnswer, RecordsAnswer, SeriesAnswer, SeveralAnswer, ValueAnswer } from '../figures.contract.ts';
import { figuresMessages } from '../figures.messages.ts';
import { pointsBetween, pointsUpTo, type Point, type Step } from '../points.ts';
import { unitOf, type Kin, type UnitId } from '../resolution.ts';
import { valueOf, wordsOf, type Counted } from '../words.ts';
import { balanceOfMembers } from './flow.reads.ts';
import { printedFor } from './printed.ts';
import { ask, askOf, getDimension, getFigure, readableKin, type Asked, type Boundaries } from './question.ts';
import { changedRecords, changesOf, mostListed, recordsAsked, recordsOf, requireListable, type Change, type Paging, type RecordSet } from './records.reads.ts';
import { countTold, divideTold, isGuarded, toldParts } from './told.ts';
import { countPoints } from './value.reads.ts';

/** A question as the API and the command line put it; `on` is today and `from` the first day of its year where absent. */
export interface Wish {
  readonly figure: string;
  readonly unit: UnitId;
  readonly on?: Day | undefined;
  readonly from?: Day | undefined;
  readonly boundaries?: Boundaries;
  readonly filters?: Filters;
}

const mostPoints = 400;

export function listFigures(): FigureItem[] {
  return figures.map(itemOf);
}

export async function valueAnswer(ctx: Ctx, wish: Wish): Promise<ValueAnswer> {
  const asked = await askFor(ctx, wish);
  const { points, notes } = await countTold(ctx, asked);
  const counted = points[0]!;
  const point = asked.points[0]!;
  const printed = await printedFor(ctx, { figure: asked.figure.id, unit: asked.unit.id, on: point.to, from: point.from, filters: asked.filters }, counted);
  return { ...headOf(asked, notes), value: valueOf(asked.figure, counted), words: wordsOf(asked.figure, point, counted), printed };
}

export async function breakdownAnswer(ctx: Ctx, { by, ...wish }: Wish & { by: string }): Promise<BreakdownAnswer> {
  const asked = await askFor(ctx, wish);
  const dimension = by === 'child' ? undefined : getDimension(asked.figure, by);
  const { counts: { points, notes }, parts: all } = await divideTold(ctx, asked, dimension);
  const { parts, notes: noted } = await toldParts(ctx, asked, all);
  return {
    ...headOf(asked, [...notes, ...noted]),
    by,
    title: dimension?.title ?? figuresMessages['by.child'],
    kind: dimension?.kind ?? 'partition',
    total: valueOf(asked.figure, points[0]!),
    items: parts.map(({ code, label, unit, ...counted }) => ({ code, label, unit, ...valueOf(asked.figure, counted) })),
  };
}

export async function seriesAnswer(ctx: Ctx, { step, ...wish }: Wish & { from: Day; step: Step }): Promise<SeriesAnswer> {
  const to = wish.on ?? ctx.today;
  requireForwards(wish.from, to);
  const points = pointsBetween({ from: wish.from, to, step });
  if (points.length > mostPoints) throw new Problem({ code: 'figures.tooManyPoints', kind: 'invalid', data: { most: mostPoints } });
  const asked = await askFor(ctx, wish, points);
  const counts = await countTold(ctx, asked);
  return { ...headOf(asked, counts.notes), step, points: seriesOf(asked.figure, points, counts.points) };
}

export async function recordsAnswer(ctx: Ctx, { set, cursor, limit, ...wish }: Wish & Paging & { set: RecordSet }): Promise<RecordsAnswer> {
  const asked = await askFor(ctx, wish);
  const { points: [counted], notes } = await countPoints(ctx, recordsAsked(asked));
  const { count, base } = counted!;
  // Which subjects count for less than they might is only seen one by one.
  requireListable({ count, base, rest: asked.figure.weights ? base : base - count }[set]);
  const page = await recordsOf(ctx, asked, { set, cursor, limit });
  return { ...headOf(asked, notes), set, ...page };
}

export async function compareAnswer(ctx: Ctx, input: Wish & Paging & { before: Day; list?: Change | undefined }): Promise<CompareAnswer> {
  const { before, list, cursor, limit, ...wish } = input;
  if (getFigure(wish.figure).kind === 'flow') throw new Problem({ code: 'figures.notForFlow', kind: 'invalid' });
  const on = wish.on ?? ctx.today;
  const asked = await askFor(ctx, wish, [{ from: before, to: before }, { from: on, to: on }]);
  const counts = await countTold(ctx, asked);
  const largest = Math.max(...counts.points.map(({ count }) => count));
  if (list) requireListable(largest);
  const [changes, records] = await Promise.all([
    // How many turned is a number of few people as well.
    largest > mostListed || (await isGuarded(ctx, asked)) ? { added: null, removed: null, unchanged: null } : changesOf(ctx, asked),
    list ? changedRecords(ctx, asked, { change: list, cursor, limit }) : null,
  ]);
  const [first, second] = counts.points.map((counted) => valueOf(asked.figure, counted));
  return { ...headOf(asked, counts.notes), before: { ...first!, on: before }, after: { ...second!, on }, ...changes, records };
}

export interface TilesWish {
  readonly unit: UnitId;
  readonly figures: readonly string[];
  readonly on?: Day | undefined;
  readonly compareWith?: Day | undefined;
  readonly boundaries: Boundaries;
  readonly step: Step;
  readonly points: number;
}

export async function severalAnswer(ctx: Ctx, wish: TilesWish): Promise<SeveralAnswer> {
  const on = wish.on ?? ctx.today;
  const kin = await readableKin(ctx, wish.unit);
  const items = await Promise.all(wish.figures.map((figure) => tileOf(ctx, { kin, figure, wish, on }).catch(unless('figures.fewPeople'))));
  reach(ctx, 'figure.read'); // said also where no figure was asked for
  // What is counted of too few people to be told leaves itself out: the others are told.
  return { unit: { id: wish.unit, name: unitOf(kin, wish.unit).name }, on, items: items.filter((item) => item !== undefined) };
}

async function tileOf(ctx: Ctx, { kin, figure: id, wish, on }: { kin: Kin; figure: string; wish: TilesWish; on: Day }): Promise<SeveralAnswer['items'][number]> {
  const figure = getFigure(id);
  const trend = pointsUpTo({ to: on, step: wish.step, count: wish.points });
  const now = pointOf(figure, { on });
  const other = wish.compareWith ? pointOf(figure, { on: wish.compareWith }) : undefined;
  // The day itself, and often the day compared with, are points of the trend as well: each is asked once.
  const points = distinctPoints(figure, [now, ...(other ? [other] : []), ...trend]);
  // Notes of the day itself; that older points of the trend had other units is told on the figure's page.
  const askedOf = (of: readonly Point[]) => askOf(ctx, { figure: id, unit: wish.unit, boundaries: wish.boundaries, filters: {}, points: of, noted: points.slice(0, 1), kin });
  const whole = await countTold(ctx, await askedOf(points)).catch(unless('figures.tooMuchAtOnce', 'figures.fewPeople'));
  // What is too much for a trend, or was of few people then, is counted for the day itself.
  const few = distinctPoints(figure, [now, ...(other ? [other] : [])]);
  const shown = whole ? points : few;
  const counts = whole ?? (await countTold(ctx, await askedOf(few)));
  const counted = new Map(shown.map((point, index) => [keyOf(figure, point), counts.points[index]!]));
  const at = (point: Point) => counted.get(keyOf(figure, point))!;
  return {
    figure: itemOf(figure),
    value: valueOf(figure, at(now)),
    words: wordsOf(figure, now, at(now)),
    notes: [...counts.notes],
    series: whole ? seriesOf(figure, trend, trend.map(at)) : [],
    compared: other ? valueOf(figure, at(other)) : null,
  };
}

function unless(...codes: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Problem && codes.includes(error.code))) throw error;
  };
}

function distinctPoints(figure: Figure, points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [keyOf(figure, point), point])).values()];
}

/** A state knows no first day. */
function keyOf(figure: Figure, { from, to }: Point): string {
  return figure.kind === 'state' ? to : `${from} ${to}`;
}

export async function flowAnswer(ctx: Ctx, input: { unit: UnitId; from: Day; to: Day; boundaries: Boundaries }): Promise<FlowAnswer> {
  requireForwards(input.from, input.to);
  const { unit, notes, ins, outs, ...rest } = await balanceOfMembers(ctx, input);
  const asked = { figure: 'members.flow', unit, from: input.from, on: input.to, boundaries: input.boundaries, filters: {} };
  return { asked, notes: [...notes], ins: [...ins], outs: [...outs], ...rest };
}

function askFor(ctx: Ctx, wish: Wish, points?: readonly Point[]): Promise<Asked> {
  const figure = getFigure(wish.figure);
  const { boundaries = 'day', filters = {} } = wish;
  return ask(ctx, { figure: wish.figure, unit: wish.unit, points: points ?? [pointOf(figure, { on: wish.on ?? ctx.today, from: wish.from })], boundaries, filters });
}

function pointOf(figure: Figure, { on, from }: { on: Day; from?: Day | undefined }): Point {
  if (figure.kind === 'state') return { from: on, to: on };
  const first = from ?? (`${on.slice(0, 4)}-01-01` as Day);
  requireForwards(first, on);
  return { from: first, to: on };
}

function requireForwards(from: Day, to: Day): void {
  if (from > to) throw new Problem({ code: 'figures.periodBackwards', kind: 'invalid' });
}

function headOf(asked: Asked, notes: Asked['notes']): Pick<ValueAnswer, 'asked' | 'notes'> {
  const first = asked.points[0]!;
  const last = asked.points.at(-1)!;
  const filters = Object.fromEntries(Object.entries(asked.filters).map(([id, codes]) => [id, [...codes]]));
  return {
    asked: { figure: asked.figure.id, unit: asked.unit, from: asked.figure.kind === 'flow' ? first.from : null, on: last.to, boundaries: asked.boundaries, filters },
    notes: [...notes],
  };
}

function seriesOf(figure: Figure, points: readonly Point[], counts: readonly Counted[]): SeriesAnswer['points'] {
  return points.map(({ from, to }, index) => ({ from, to, ...valueOf(figure, counts[index]!) }));
}

function itemOf(figure: Figure): FigureItem {
  const { id, kind, title, explanation, words, recordedOf = null, rules = [] } = figure;
  const dimensions = figure.dimensions.map((dimension) => ({ id: dimension.id, title: dimension.title, kind: dimension.kind, buckets: bucketsOf(dimension).map(({ code, label }) => ({ code, label })) }));
  return { id, kind, isShare: isShare(figure), isWeighted: figure.weights !== undefined, aimsAtAll: figure.aimsAtAll === true, recordedOf, rules: [...rules], subject: figure.subject.id, title, explanation, words, dimensions };
}
