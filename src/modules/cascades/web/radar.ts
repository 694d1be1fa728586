/** The radar's answer as rows of cells; who is silent or late is what a cell tells first. Pure. */
import { clauseStates, type ClauseState } from '../cascade.kinds.ts';
import type { Radar } from './cascade.words.ts';

export type Counts = Readonly<Record<ClauseState, number>>;

export interface RadarRow {
  readonly unit: Radar['rows'][number]['unit'];
  readonly former: readonly string[];
  readonly asked: number;
  readonly askedId: string | null;
  readonly cells: readonly Counts[];
  /** Over all clauses. */
  readonly all: Counts;
}

const none = Object.fromEntries(clauseStates.map((state) => [state, 0])) as Record<ClauseState, number>;

export function radarRows({ rows, clauses }: Pick<Radar, 'rows' | 'clauses'>): RadarRow[] {
  return rows.map(({ unit, former, asked, askedId, marks, counts }) => {
    const cells = clauses.map((_, at) => (marks === null ? countsAt(counts ?? [], at) : { ...none, [clauseStates[Number(marks[at])] ?? 'silent']: 1 }));
    return { unit, former, asked, askedId, cells, all: sumOf(cells) };
  });
}

export function sumOf(all: readonly Counts[]): Counts {
  const sum = { ...none };
  for (const counts of all) for (const state of clauseStates) sum[state] += counts[state];
  return sum;
}

/** Units that are silent or late. */
export function openIn(counts: Counts): number {
  return counts.silentLate + counts.late + counts.silent;
}

/** The gravest state that some unit is in. */
export function gravestOf(counts: Counts): ClauseState {
  return clauseStates.find((state) => counts[state] > 0) ?? 'silent';
}

/** Those with most overdue first, then with most still open. */
export function worstFirst(rows: readonly RadarRow[]): RadarRow[] {
  const overdue = ({ silentLate, late }: Counts) => silentLate + late;
  const share = ({ all, asked, cells }: RadarRow, count: number) => count / Math.max(1, asked * cells.length) + (all.done > 0 ? 0 : 1e-9);
  return rows.toSorted((one, other) => share(other, overdue(other.all)) - share(one, overdue(one.all)) || share(other, openIn(other.all)) - share(one, openIn(one.all)));
}

function countsAt(counts: readonly number[], at: number): Counts {
  return Object.fromEntries(clauseStates.map((state, index) => [state, counts[at * clauseStates.length + index] ?? 0])) as Record<ClauseState, number>;
}
