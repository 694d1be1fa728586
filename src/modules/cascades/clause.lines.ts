/**
 * Clauses out of pasted text, one for each line: the number at its beginning is its label; a line with a number and what it counts
 * is proposed as an indicator, one under a heading of tasks as a task. Whoever pastes sees what was read and puts it right. Pure.
 */
import { isDay, type Day } from '../../platform/day.ts';
import type { Wording } from './clause.ts';
import type { ClauseKind, Toward } from './cascade.kinds.ts';

const labelled = /^(?:[-–+•*]\s*|((?:[IVXLC]+|\d+|\p{Ll})(?:\.\d+)*)\s*[.)]\s*)(?=\S)/u;
const part = String.raw`(mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp)(?:\s+(?:tổng quát|cụ thể|chung|chủ yếu|trọng tâm|chính|đến năm \d{4}))*`;
/** Nothing but such words: a clause may begin with them too. */
const heading = new RegExp(String.raw`^${part}(?:\s*(?:,|;|và)\s*${part})*\s*:?$`, 'iu');
const measured = /(?<![\d/.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(%|(?!\/|tháng\b|năm\b|ngày\b|quý\b)\p{Ll}[\p{L}]*(?:\s\p{Ll}[\p{L}]*)?)/u;
const below = /(không quá|dưới|tối đa|còn|giảm (?:xuống )?còn)\s*(?:khoảng\s*)?$/iu;
const wholeDay = /(\d{1,2})\/(\d{1,2})\/(\d{4})/u;
const endOfYear = /(?:đến|trước|trong|hết)\s+(?:cuối\s+|hết\s+)?năm\s+(\d{4})/iu;

export function readClauseLines(text: string, firstNumber: number): Wording[] {
  let kind: ClauseKind | undefined;
  const found: Wording[] = [];
  for (const line of text.normalize('NFC').split('\n').map((one) => one.trim())) {
    const bare = line.replace(labelled, '');
    const told = heading.exec(bare)?.[1]?.toLocaleLowerCase('vi');
    if (told !== undefined) kind = told === 'mục tiêu' ? 'objective' : told === 'chỉ tiêu' ? 'indicator' : 'task';
    else if (bare !== '') found.push(readLine(line, { under: kind, number: firstNumber + found.length }));
  }
  return found;
}

function readLine(line: string, { under, number }: { readonly under: ClauseKind | undefined; readonly number: number }): Wording {
  const label = labelled.exec(line)?.[1] ?? String(number);
  const wording = line.replace(labelled, '').trim();
  const measure = under === 'task' ? undefined : measureIn(wording);
  const base = { label, wording, dueOn: dayIn(wording), forWhom: null };
  if (measure) return { ...base, kind: 'indicator', ...measure };
  return { ...base, kind: under === 'objective' ? 'objective' : 'task', target: null, measure: null, toward: null };
}

function measureIn(wording: string): { target: number; measure: string; toward: Toward } | undefined {
  const [whole, digits, decimals, measure] = measured.exec(wording.replace(wholeDay, '').replace(endOfYear, '')) ?? [];
  if (whole === undefined || digits === undefined || measure === undefined) return undefined;
  const before = wording.slice(0, Math.max(0, wording.indexOf(whole)));
  return { target: Number(`${digits.replaceAll('.', '')}.${decimals ?? '0'}`), measure, toward: below.test(before) ? 'atMost' : 'atLeast' };
}

function dayIn(wording: string): Day | null {
  const [, date = '', month = '', year = ''] = wholeDay.exec(wording) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (isDay(day)) return day;
  const ending = endOfYear.exec(wording)?.[1];
  const last = `${ending}-12-31`;
  return ending !== undefined && isDay(last) ? last : null;
}
