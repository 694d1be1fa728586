/** Those of the base that are not counted, as the way to their list names them. Pure. */
import type { Writing } from '../../ui/language.tsx';
import type { FigureItem, Value } from '../figures.contract.ts';
import { figuresWeb } from './figures.web.messages.ts';

interface Rest {
  readonly figure: Pick<FigureItem, 'isWeighted'>;
  readonly value: Pick<Value, 'count' | 'base'>;
  readonly writing: Pick<Writing, 't' | 'number'>;
}

/** Nothing where none are left. Where a record counts for more than one, the list holds another number of rows: none is told. */
export function restInWords({ figure, value: { count, base }, writing: { t, number } }: Rest): string | undefined {
  const left = (base ?? count) - count;
  if (left <= 0) return undefined;
  return figure.isWeighted ? t(figuresWeb.restList) : t(figuresWeb.restOf, { count: number(left) });
}
