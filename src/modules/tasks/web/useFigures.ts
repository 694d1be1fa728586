/** The figures that there are: by which a task may be measured. */
import { figuresContract, type FigureItem } from '../../../figures/figures.contract.ts';
import { useProcedure } from '../../../shell/api.ts';

export function useFigures(isAsked: boolean): readonly FigureItem[] {
  return useProcedure(figuresContract.list, {}, { enabled: isAsked }).data?.items ?? [];
}
