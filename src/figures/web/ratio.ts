/** A share with its digits as they are, so that the rounding can be checked by eye: 8/146 = 5,479…%. Whole numbers only. */
import { formatNumber } from '../../platform/format.ts';
import type { Language } from '../../platform/messages.ts';

const DIGITS = 3;

export interface ExactShare {
  /** `5,479…%`, or `12,5%` where the digits end. */
  readonly exact: string;
  /** Whether one decimal says it all. */
  readonly isWhole: boolean;
}

/** @param base greater than 0 */
export function exactShare({ count, base }: { count: number; base: number }, language: Language): ExactShare {
  const scale = 10n ** BigInt(DIGITS);
  const scaled = BigInt(count) * 100n * scale;
  const cut = scaled / BigInt(base);
  const ends = scaled % BigInt(base) === 0n;
  const digits = formatCut(cut, scale, language);
  return { exact: `${ends ? trimmed(digits) : `${digits}…`}%`, isWhole: ends && cut % (scale / 10n) === 0n };
}

function formatCut(cut: bigint, scale: bigint, language: Language): string {
  const point = language === 'vi' ? ',' : '.';
  return `${formatNumber(Number(cut / scale), language)}${point}${String(cut % scale).padStart(DIGITS, '0')}`;
}

function trimmed(digits: string): string {
  return digits.replace(/[.,]?0+$/, '');
}
