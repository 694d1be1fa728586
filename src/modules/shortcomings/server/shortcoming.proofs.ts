/** Proofs as they are shown: figures counted now by the figure engine with the reader's own rights, numbers with the record in which they stand. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { findFigure } from '../../../figures/declared.ts';
import { computeFigure } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import type { Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { unitNameAt } from '../../units/server/index.ts';
import type { EnteredSide, FigureProof, Proof, Source, Span } from '../shortcoming.proof.ts';
import type { shownSource, wholeShortcoming } from '../shortcoming.shapes.ts';
import type { NamedSource } from './shortcoming.links.ts';

type Shown = z.input<typeof wholeShortcoming>['proofs'][number];
type ShownFigure = Extract<Shown, { kind: 'figure' }>;
type Names = ReadonlyMap<Id, NamedSource>;

export async function shownProofs(ctx: Ctx, proofs: readonly Proof[], names: Names): Promise<Shown[]> {
  const units = await unitNames(ctx, proofs.flatMap((proof) => (proof.kind === 'figure' ? [proof.unitId] : [])));
  const shown: Shown[] = [];
  for (const proof of proofs) {
    if (proof.kind === 'figure') shown.push(...(await shownFigure(ctx, proof, units.get(proof.unitId) ?? '')));
    else shown.push({ ...proof, before: sideOf(proof.before, names), after: sideOf(proof.after, names) });
  }
  return shown;
}

/** A figure that is no longer declared proves nothing any more. */
async function shownFigure(ctx: Ctx, proof: FigureProof, unitName: string): Promise<ShownFigure[]> {
  const figure = findFigure(proof.figure);
  if (!figure) return [];
  const { before, after, target, unitId } = proof;
  return [{
    kind: 'figure', figure: proof.figure, title: figure.title, figureKind: figure.kind, unit: { id: unitId, name: unitName }, target,
    before: before && (await counted(ctx, proof, before)), after: after && (await counted(ctx, proof, after)), asked: { before, after },
  }];
}

/** Null where the reader may not see the figure there. */
async function counted(ctx: Ctx, { figure, unitId }: FigureProof, { from, to }: Span): Promise<ShownFigure['before']> {
  try {
    const { value } = await computeFigure(ctx, { figure, unit: unitId, from, on: to });
    return { from, to, ...value };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function sideOf(side: EnteredSide | null, names: Names) {
  return side && { ...side, source: sourceShown(side.source, names) };
}

/** Of a record out of reach the words alone are told. */
export function sourceShown({ kind, id, words }: Source, names: Names): z.input<typeof shownSource> {
  const named = id === null ? undefined : names.get(id);
  return { kind, id: named ? id : null, words, symbol: named?.symbol ?? null, meeting: named?.meeting ?? null };
}

async function unitNames(ctx: Ctx, ids: readonly Id<'unit'>[]): Promise<ReadonlyMap<Id<'unit'>, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows(ctx.db, sql<{ id: Id<'unit'>; name: string | null }>`select u.id, ${unitNameAt('u.id', sql`${ctx.today}::date`)} as name from unnest(${[...ids]}::uuid[]) u (id)`);
  return new Map(found.map(({ id, name }) => [id, name ?? '']));
}
