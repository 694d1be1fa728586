/** A figure of a unit as it stands today; what flows, since the year began. */
import { figuresContract, type FigureItem } from '../../../figures/figures.contract.ts';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';

export function useFigureValue(figure: FigureItem | undefined, unitId: string) {
  const { today } = useAsOf();
  const opens = useMayVisit('figure.read');
  const from = figure?.kind === 'flow' ? { from: `${today.slice(0, 4)}-01-01` } : {};
  const { data, error, refetch } = useProcedure(figuresContract.value, { figure: figure?.id ?? '', unit: unitId, on: today, ...from }, { enabled: opens && figure !== undefined });
  return { value: data && (figure?.isShare ? data.value.share : data.value.count), error, retry: () => void refetch() };
}
