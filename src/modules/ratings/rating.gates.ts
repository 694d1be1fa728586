/** Conditions that a level has beside its points (366-QĐ/TW, Art. 11), and whether what is known meets them. Pure. */
import type { Text } from '../../platform/contract.ts';
import type { Confidence } from '../rules/rule.ts';
import type { Level } from './rating.kinds.ts';

/** What a gate asks about: a share of something, a number that must not be passed, or yes and no. */
export const factKinds = {
  tasksOnTime: 'share', tasksDone: 'share', tasksLate: 'share', beyond: 'share', targetsReached: 'share', shortcomingsRemedied: 'share', unitsDisciplined: 'share',
  disciplinedBelow: 'number', ownDiscipline: 'number', disqualified: 'number', ownUnit: 'flag',
} as const;
export type FactCode = keyof typeof factKinds;
export const factCodes = Object.keys(factKinds) as FactCode[];

export const factNames: Readonly<Record<FactCode, Text>> = {
  tasksOnTime: { vi: 'Nhiệm vụ hoàn thành đúng hạn, bảo đảm chất lượng', en: 'Tasks done on time and of quality' },
  tasksDone: { vi: 'Nhiệm vụ đã hoàn thành', en: 'Tasks done' },
  tasksLate: { vi: 'Nhiệm vụ chậm tiến độ', en: 'Tasks late' },
  beyond: { vi: 'Nhiệm vụ, chỉ tiêu vượt mức yêu cầu', en: 'Tasks or targets beyond the requirement' },
  targetsReached: { vi: 'Chỉ tiêu đạt', en: 'Targets reached' },
  shortcomingsRemedied: { vi: 'Hạn chế, khuyết điểm đã chỉ ra được khắc phục', en: 'Noted shortcomings remedied' },
  unitsDisciplined: { vi: 'Tổ chức trực thuộc bị kỷ luật', en: 'Subordinate organisations disciplined' },
  disciplinedBelow: { vi: 'Số tổ chức trực thuộc, đảng viên bị kỷ luật trong kỳ', en: 'Subordinate organisations and members disciplined in the period' },
  ownDiscipline: { vi: 'Số lần bị kỷ luật trong kỳ', en: 'Times disciplined in the period' },
  disqualified: { vi: 'Số trường hợp thuộc diện xếp loại không hoàn thành nhiệm vụ', en: 'Cases that call for “not fulfilled”' },
  ownUnit: { vi: 'Đơn vị do mình phụ trách đạt cùng điều kiện', en: 'The unit led meets the same conditions' },
};

export interface Gate {
  readonly fact: FactCode;
  /** The levels that cannot be without it. */
  readonly levels: readonly Level[];
  readonly test: 'atLeast' | 'atMost';
  /** Of a share from 0 to 1; of a number the number. */
  readonly bound: number;
  /** A level entered although it fails: never, or with a reason (where the paper was not read word for word). */
  readonly onFail: 'refuse' | 'reason';
  readonly confidence: Confidence;
}

/** `of` null where it is a number alone, or yes (1) and no (0). */
export interface Measure {
  readonly count: number;
  readonly of: number | null;
}

export type GateState = 'met' | 'failed' | 'unknown';

export function stateOf(gate: Pick<Gate, 'test' | 'bound'>, measure: Measure | undefined): GateState {
  if (!measure || isShareOfNothing(gate, measure)) return 'unknown';
  return meets(gate, measure) ? 'met' : 'failed';
}

/** All of none is all, and no more than some of none is met; any other share of nothing is not known to be reached. */
function isShareOfNothing({ test, bound }: Pick<Gate, 'test' | 'bound'>, { of }: Measure): boolean {
  return of === 0 && test === 'atLeast' && bound !== 1;
}

function meets({ test, bound }: Pick<Gate, 'test' | 'bound'>, { count, of }: Measure): boolean {
  const [has, needs] = [count * thousand, Math.round(bound * thousand) * (of ?? 1)];
  return test === 'atLeast' ? has >= needs : has <= needs;
}

/** Shares are written to a tenth of a percent: counted whole, so that no rounding decides. */
const thousand = 1000;

export function kindOfFact(fact: FactCode): (typeof factKinds)[FactCode] {
  return factKinds[fact];
}
