/**
 * Clauses out of pasted text, one for each line and those that it was broken into: the number at its beginning is its label; a
 * line with a number and what it counts is proposed as an indicator, one under a heading of tasks as a task. Whoever pastes sees
 * what was read and puts it right. Pure.
 */
import { isDay, type Day } from '../../platform/day.ts';
import type { Wording } from './clause.ts';
import type { ClauseKind, Toward } from './cascade.kinds.ts';

const labelled = /^(?:[-–+•*]\s*|((?:[IVXLC]+|\d+|\p{Ll})(?:\.\d+)*)\s*[.)]\s*)(?=\S)/u;
const part = String.raw`(mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp)(?:\s+(?:tổng quát|cụ thể|chung|chủ yếu|trọng tâm|chính|đến năm \d{4}))*`;
/** Nothing but such words: a clause may begin with them too. */
const heading = new RegExp(String.raw`^${part}(?:\s*(?:,|;|và)\s*${part})*\s*:?$`, 'iu');
const anyPart = /mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp/u;
/** What is counted is said by one word, but for these. */
const compounds = ['mô hình', 'đảng viên', 'cán bộ', 'chi bộ', 'đảng bộ', 'tổ chức đảng', 'sản phẩm', 'công trình', 'doanh nghiệp', 'hợp tác xã', 'tổ hợp tác', 'khu dân cư', 'nhà văn hóa', 'hộ gia đình', 'lượt người', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'].join('|');
const measured = new RegExp(String.raw`(?<![\d/.,])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(%|(?:${compounds})(?!\p{L})|(?!\/|(?:tháng|năm|ngày|quý)(?!\p{L}))\p{Ll}\p{L}*)`, 'u');
const below = /(không quá|dưới|tối đa|còn|giảm (?:xuống )?còn)\s*(?:khoảng\s*)?$/iu;
const wholeDay = /(\d{1,2})\/(\d{1,2})\/(\d{4})/u;
const endOfYear = /(?:đến|trước|trong|hết)\s+(?:cuối\s+|hết\s+)?năm\s+(\d{4})/iu;

export function readClauseLines(text: string, firstNumber: number): Wording[] {
  let kind: ClauseKind | undefined;
  const labels = createLabels(firstNumber);
  const found: Wording[] = [];
  for (const line of wholeLines(text)) {
    const own = labelled.exec(line)?.[1];
    const bare = line.replace(labelled, '').trim();
    const told = headingOf(bare);
    if (told !== undefined) {
      kind = told === 'mục tiêu' ? 'objective' : told === 'chỉ tiêu' ? 'indicator' : told === '' ? undefined : 'task';
      labels.enter(own);
    } else if (bare !== '') found.push(readLine(bare, { under: kind, label: labels.next(own, { isBullet: own === undefined && bare !== line }) }));
  }
  return found;
}

/** Text copied from a page is broken where its lines end: what goes on in small letters belongs to the line before. */
function wholeLines(text: string): string[] {
  const whole: string[] = [];
  for (const line of text.normalize('NFC').split('\n').map((one) => one.trim()).filter(Boolean)) {
    const before = whole.at(-1);
    const goesOn = before !== undefined && /^\p{Ll}/u.test(line) && !labelled.test(line) && !/[.;:!?]$/u.test(before) && headingOf(before) === undefined;
    if (goesOn) whole[whole.length - 1] = `${before} ${line}`;
    else whole.push(line);
  }
  return whole;
}

/** Of what a heading tells, empty for nothing of these; undefined where the line is none. */
function headingOf(bare: string): string | undefined {
  const small = bare.toLocaleLowerCase('vi');
  if (/\p{Lu}{2}/u.test(bare) && bare === bare.toLocaleUpperCase('vi')) return anyPart.exec(small)?.[0] ?? '';
  return heading.exec(small)?.[1];
}

/** Letters and dashes count anew under each number, numbers under each heading: so that none is given twice they are told with what they stand under. */
function createLabels(firstNumber: number) {
  const used = new Set<string>();
  let section: string | undefined;
  let above: string | undefined;
  let bullets = 0;
  let count = firstNumber;
  const free = (...wished: readonly string[]): string => {
    const last = wished.at(-1)!;
    const label = [...wished, ...Array.from({ length: used.size + 1 }, (_, at) => `${last}(${at + 2})`)].find((one) => !used.has(one))!;
    used.add(label);
    return label;
  };
  return {
    enter(label: string | undefined): void {
      section = label;
      above = undefined;
    },
    next(own: string | undefined, { isBullet }: { readonly isBullet: boolean }): string {
      const isLetter = own !== undefined && /^\p{Ll}$/u.test(own);
      if (isLetter && above !== undefined) return free(`${above}${own}`);
      if (isBullet && above !== undefined) return free(`${above}.${(bullets += 1)}`);
      while (own === undefined && used.has(String(count))) count += 1;
      const label = own ?? String(count);
      bullets = 0;
      const given = section === undefined ? free(label) : free(label, `${section}.${label}`);
      above = isBullet || own === undefined ? undefined : given;
      return given;
    },
  };
}

function readLine(wording: string, { under, label }: { readonly under: ClauseKind | undefined; readonly label: string }): Wording {
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
