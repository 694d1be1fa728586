/**
 * How numbers, shares, days and periods are written: 1.234,5 · 5,5% · 09/08/2022 ·
 * 8 trong 146. Plain functions, the same on server and web; days come in as
 * `YYYY-MM-DD` and never pass through `Date`.
 */
import type { Language } from './messages.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const QUARTERS = ['I', 'II', 'III', 'IV'];
/** The country has one time zone; reports printed anywhere show its clock. */
const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Made once each: making one takes an old phone a hundred times as long as writing with it. */
const writers = new Map<string, Intl.NumberFormat>();

export function formatNumber(value: number, language: Language, digits = 2): string {
  const key = `${language} ${digits}`;
  const writer = writers.get(key) ?? new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits });
  writers.set(key, writer);
  return writer.format(value);
}

/** With its sign, for differences: +3, −1, 0. The minus is the typographic one. */
export function formatDifference(value: number, language: Language): string {
  if (value === 0) return '0';
  return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), language)}`;
}

/** How many there are, where counting stops at `limit`: "hơn 10.000". */
export function formatAtMost({ count, limit }: { count: number; limit: number }, language: Language): string {
  if (count <= limit) return formatNumber(count, language);
  return `${language === 'vi' ? 'hơn' : 'over'} ${formatNumber(limit, language)}`;
}

export interface ShareText {
  /** "5,5%", rounded half up; "–" where the base is 0. */
  readonly percent: string;
  /** "8 trong 146": the exact ratio, always shown near the percentage. */
  readonly ratio: string;
}

export function formatShare(
  { count, base, digits = 1 }: { count: number; base: number; digits?: number },
  language: Language,
): ShareText {
  const of = language === 'vi' ? 'trong' : 'of';
  const ratio = `${formatNumber(count, language)} ${of} ${formatNumber(base, language)}`;
  if (base === 0) return { percent: '–', ratio };
  return { percent: formatPercent(roundedPercent({ count, base, digits }), language), ratio };
}

/** "33,3%": of a hundred, never with a space. */
export function formatPercent(value: number, language: Language): string {
  return `${formatNumber(value, language)}%`;
}

/** Whole numbers all the way, so that 0.5 of the last digit always goes up (not binary-rounded). */
export function roundedPercent({ count, base, digits }: { count: number; base: number; digits: number }): number {
  const scale = 10n ** BigInt(digits);
  const doubled = 2n * BigInt(count) * 100n * scale + BigInt(base);
  return Number(doubled / (2n * BigInt(base))) / Number(scale);
}

export function formatDay(day: string, language: Language): string {
  const { year, month, date } = partsOf(day);
  return language === 'vi' ? `${two(date)}/${two(month)}/${year}` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** Reads what people type: 9/8/2022, 09-08-2022, 9.8.2022, 09082022 or 2022-08-09. */
export function parseDay(text: string): string | undefined {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  return local ? dayOf(Number(local[3]), Number(local[2]), Number(local[1])) : undefined;
}

/** A moment (ISO instant) as day and clock time. */
export function formatMoment(instant: string, language: Language): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(Date.parse(instant));
  const part = (type: string) => clock.find((piece) => piece.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${formatDay(day, language)} ${part('hour')}:${part('minute')}`;
}

/** A whole month, quarter or year by its name, anything else by its two ends (both included; no end: still open). */
export function formatPeriod(period: { from: string; to?: string | null }, language: Language): string {
  const from = formatDay(period.from, language);
  if (period.to === undefined || period.to === null) return language === 'vi' ? `từ ${from} đến nay` : `from ${from} to date`;
  if (period.to === period.from) return from;
  return wholePeriodName({ from: period.from, to: period.to }, language) ?? `${from} – ${formatDay(period.to, language)}`;
}

function wholePeriodName({ from, to }: { from: string; to: string }, language: Language): string | undefined {
  const start = partsOf(from);
  const end = partsOf(to);
  const isWholeMonths = start.year === end.year && start.date === 1 && end.date === daysInMonth(end.year, end.month);
  if (!isWholeMonths) return undefined;
  const vi = language === 'vi';
  if (start.month === end.month) return vi ? `tháng ${start.month}/${start.year}` : `${MONTHS[start.month - 1]} ${start.year}`;
  const months = end.month - start.month + 1;
  if (months === 12) return vi ? `năm ${start.year}` : `${start.year}`;
  if (months === 6 && start.month % 6 === 1) {
    return vi ? `6 tháng ${start.month === 1 ? 'đầu' : 'cuối'} năm ${start.year}` : `${start.month === 1 ? 'first' : 'second'} half of ${start.year}`;
  }
  if (months === 3 && start.month % 3 === 1) {
    const quarter = (start.month - 1) / 3;
    return vi ? `quý ${QUARTERS[quarter]}/${start.year}` : `Q${quarter + 1} ${start.year}`;
  }
  return undefined;
}

function dayOf(year: number, month: number, date: number): string | undefined {
  const isReal = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return isReal ? `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` : undefined;
}

function partsOf(day: string): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
