/** The steps and ranges in which a figure is followed. Pure. */
export const STEPS = [
  { id: 'thang', step: 'month' },
  { id: 'quy', step: 'quarter' },
  { id: 'nam', step: 'year' },
] as const;

export const RANGES = [
  { id: '1', years: 1 },
  { id: '3', years: 3 },
  { id: '5', years: 5 },
  { id: '10', years: 10 },
] as const;

/** So many whole years back, from the first day of the month after: twelve months for one year, the day's own month the last. */
export function rangeStart({ on, years }: { on: string; years: number }): string {
  const year = Number(on.slice(0, 4)) - years;
  const month = Number(on.slice(5, 7));
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return `${String(next.year).padStart(4, '0')}-${String(next.month).padStart(2, '0')}-01`;
}
