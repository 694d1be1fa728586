/**
 * A question about a figure, made ready for the database: who asks may read the unit, the unit is resolved for each
 * point in time, filters are known to the figure. Every read of figures begins here.
 */
import { sql } from 'kysely';
import { mayDo, reach } from '../../access/reach.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Day } from '../../platform/day.ts';
import { rows } from '../../platform/db/database.ts';
import { Problem } from '../../platform/problem.ts';
import { hierarchies, type Hierarchy } from '../../modules/units/unit.kinds.ts';
import { findFigure } from '../declared.ts';
import { bucketsOf, type Dimension, type Figure, type Filters } from '../figure.ts';
import type { Note } from '../figures.contract.ts';
import type { Point } from '../points.ts';
import { lastDayIn, resolve, unitOf, type Kin, type Root, type UnitId } from '../resolution.ts';
import type { Only } from './facts.sql.ts';
import { loadKin } from './kin.reads.ts';

export type Boundaries = 'day' | 'today';

export interface Asked {
  readonly figure: Figure;
  readonly unit: { readonly id: UnitId; readonly name: string };
  readonly points: readonly AskedPoint[];
  readonly boundaries: Boundaries;
  readonly filters: Filters;
  readonly notes: readonly Note[];
  /** The few units at which its subjects can lie: nothing else is looked at. */
  readonly only?: Only;
}

export interface AskedPoint extends Point {
  /** The day whose boundaries hold. */
  readonly boundaryDay: Day;
  readonly roots: readonly Root[];
}

export interface Question {
  readonly figure: string;
  readonly unit: UnitId;
  readonly points: readonly Point[];
  readonly boundaries: Boundaries;
  readonly filters: Filters;
  /** Which of the points notes are told of; all where nothing is said. */
  readonly noted?: readonly Point[];
}

export async function ask(ctx: Ctx, question: Question): Promise<Asked> {
  return askOf(ctx, { ...question, kin: await readableKin(ctx, question.unit) });
}

/** The same for several figures of one unit, whose kin is loaded once. */
export async function askOf(ctx: Ctx, { kin, ...question }: Question & { kin: Kin }): Promise<Asked> {
  const figure = getFigure(question.figure);
  requireKnown(figure, question.filters);
  const trees = treesOf(figure, kin);
  const resolved = question.points.map((point) => {
    const boundaryDay = question.boundaries === 'today' ? ctx.today : figure.kind === 'flow' ? lastDayIn(kin, point) : point.to;
    return { point, boundaryDay, ...resolve(kin, { on: boundaryDay, hierarchies: trees }) };
  });
  const points = resolved.map(({ point, boundaryDay, roots }) => ({ ...point, boundaryDay, roots }));
  return {
    figure,
    unit: { id: kin.asked, name: unitOf(kin, kin.asked).name },
    points,
    boundaries: question.boundaries,
    filters: question.filters,
    notes: await readableNotes(ctx, distinct(resolved.flatMap(({ point, notes }) => (question.noted?.includes(point) === false ? [] : notes)))),
  };
}

export async function readableKin(ctx: Ctx, unit: UnitId): Promise<Kin> {
  if (!(await mayDo(ctx, 'unit.read', unit))) throw new Problem({ code: 'platform.notFound', kind: 'not_found' });
  return loadKin(ctx, unit);
}

export function getFigure(id: string): Figure {
  const figure = findFigure(id);
  if (!figure) throw new Problem({ code: 'figures.unknown', kind: 'not_found', data: { figure: id } });
  return figure;
}

export function getDimension(figure: Figure, id: string): Dimension {
  const dimension = figure.dimensions.find((one) => one.id === id);
  if (!dimension) throw new Problem({ code: 'figures.unknownDimension', kind: 'invalid', data: { dimension: id } });
  return dimension;
}

export function requireKnown(figure: Figure, filters: Filters): void {
  for (const [id, codes] of Object.entries(filters)) {
    const known = new Set(bucketsOf(getDimension(figure, id)).map(({ code }) => code));
    const stray = codes.find((code) => !known.has(code));
    if (stray !== undefined) throw new Problem({ code: 'figures.unknownBucket', kind: 'invalid', data: { dimension: id, bucket: stray } });
  }
}

function treesOf(figure: Figure, kin: Kin): Hierarchy[] {
  const { hierarchy } = figure.subject;
  if (hierarchy === 'all') return hierarchies.map(({ code }) => code);
  return [hierarchy === 'own' ? unitOf(kin, kin.asked).kindHierarchy : hierarchy];
}

function distinct(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** A note names no unit that the reader may not see. */
async function readableNotes(ctx: Ctx, notes: readonly Note[]): Promise<Note[]> {
  const named = notes.flatMap((note) => ('units' in note ? note.units.map(({ id }) => id) : []));
  if (named.length === 0) return [...notes];
  const found = await rows(ctx.db, sql<{ id: UnitId }>`select u.id from unnest(${named}::uuid[]) as u (id) where ${reach(ctx, 'unit.read').over('u.id')}`);
  const readable = new Set(found.map(({ id }) => id));
  return notes.map((note) => {
    if (note.kind === 'counterpart') return { ...note, units: note.units.filter(({ id }) => readable.has(id)) };
    return 'units' in note ? { ...note, units: note.units.filter(({ id }) => readable.has(id)) } : note;
  });
}
