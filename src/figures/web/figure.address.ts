/** How a question about a figure stands in the address: unit, day, filters, boundaries, period. Everything can be shared. */
import { useAsOf, dayInAddress } from '../../shell/asOf.ts';
import { stringifySearch, useAddressValue, useAddressValues } from '../../ui/address.ts';

export const UNIT_PARAM = 'donVi';
export const FILTER_PARAM = 'loc';
export const BOUNDARIES_PARAM = 'ranhGioi';
export const FROM_PARAM = 'tu';
export const BY_PARAM = 'chia';
export const STEP_PARAM = 'buoc';
export const RANGE_PARAM = 'khoang';
export const SET_PARAM = 'danhSach';
export const CHANGE_PARAM = 'thayDoi';
export const SORT_PARAM = 'xep';
/** Among the sets of records: those of the base that are not counted. */
export const REST_SET = 'conLai';
/** Where the records stand on the page. */
export const RECORDS_PLACE = 'danh-sach';

const TODAYS = 'hienNay';

export type Boundaries = 'day' | 'today';

export interface FigureQuestion {
  readonly figure: string;
  readonly unit: string;
  readonly on: string;
  /** First day of the period; only flows are asked with it. */
  readonly from?: string;
  readonly boundaries: Boundaries;
  readonly filter: string[];
}

export interface FigurePlace {
  readonly figure: string;
  readonly unit?: string;
  /** Left out, the day in the address stays. */
  readonly on?: string;
  readonly from?: string | undefined;
  readonly boundaries?: Boundaries;
  readonly filter?: readonly string[];
}

export function figureHref({ figure, unit, on, from, boundaries, filter }: FigurePlace): string {
  const search = { [UNIT_PARAM]: unit, ngay: on, [FROM_PARAM]: from, [BOUNDARIES_PARAM]: boundaries === 'today' ? TODAYS : undefined, [FILTER_PARAM]: filter };
  return `/so-lieu/${encodeURIComponent(figure)}${stringifySearch(search)}`;
}

export function useQuestion({ figure, unit, kind }: { figure: string; unit: string; kind: 'state' | 'flow' }): FigureQuestion {
  const { day } = useAsOf();
  const from = usePeriodStart();
  const [filter] = useAddressValues(FILTER_PARAM);
  const [boundaries] = useAddressValue(BOUNDARIES_PARAM);
  return { figure, unit, on: day, boundaries: boundaries === TODAYS ? 'today' : 'day', filter: [...filter], ...(kind === 'flow' ? { from } : {}) };
}

/** The first day of the period; where none is given or it lies after its end, the first of the end's year. */
export function usePeriodStart(): string {
  const { day } = useAsOf();
  const [text] = useAddressValue(FROM_PARAM);
  const given = dayInAddress(text);
  return given !== undefined && given <= day ? given : `${day.slice(0, 4)}-01-01`;
}

/** Where the same question is put about a part of it: a child unit, a bucket of a dimension. */
export function narrowed(question: FigureQuestion, part: { unit?: string; filter?: string }): string {
  const { figure, unit, from, boundaries, filter } = question;
  const filters = part.filter === undefined || filter.includes(part.filter) ? filter : [...filter.filter((one) => !sameDimension(one, part.filter)), part.filter];
  return figureHref({ figure, unit: part.unit ?? unit, from, boundaries, filter: filters });
}

function sameDimension(one: string, other: string | undefined): boolean {
  return one.split(':', 1)[0] === other?.split(':', 1)[0];
}
