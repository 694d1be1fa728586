/** How oversight is said on screen. Pure. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { boardContract } from '../board.contract.ts';
import type { Duties } from '../duty.ts';
import type { oversightContract } from '../oversight.contract.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';

type Item<P extends { output: z.ZodType<{ items: unknown[] }> }> = z.output<P['output']>['items'][number];
export type RegulationItem = Item<typeof oversightContract.regulations>;
export type WholeRegulation = z.output<typeof oversightContract.regulation.output>;
export type AssignmentItem = Item<typeof oversightContract.list>;
export type WholeAssignment = z.output<typeof oversightContract.assignment.output>;
export type BoardRow = Item<typeof boardContract.board>;
export type CadreRow = Item<typeof boardContract.cadres>;
export type GapRow = Item<typeof boardContract.gaps>;
export type ProposalRow = Item<typeof boardContract.proposals>;

export const OVERSIGHT = '/bam-co-so';
export const params = { regulation: 'quy-che', unit: 'don-vi', gap: 'trong', search: 'tim', decision: 'quyet-dinh' } as const;
/** How a filter that is only on or off stands in the address. */
export const ON = 'co';

export function assignmentHref(id: string): string {
  return `${OVERSIGHT}/phan-cong/${id}`;
}

export function annexHref(regulationId: string, decision: string): string {
  return `${OVERSIGHT}/phu-luc?${new URLSearchParams({ [params.regulation]: regulationId, [params.decision]: decision }).toString()}`;
}

export function periodInWords({ from, to }: { readonly from: string; readonly to: string | null }, { t, day }: Pick<Writing, 't' | 'day'>): string {
  return to === null ? t(texts.since, { day: day(from) }) : `${day(from)} – ${day(to)}`;
}

/** "1 lần đi cơ sở mỗi quý; báo cáo 3 tháng một lần". */
export function dutiesInWords({ visitsPerQuarter, cellMeetingsPerYear, committeeMeetingsPerYear, reportEveryMonths }: Duties, { t }: Pick<Writing, 't'>): string {
  const owed = [[visitsPerQuarter, texts.visits], [cellMeetingsPerYear, texts.cellMeetings], [committeeMeetingsPerYear, texts.committeeMeetings], [reportEveryMonths, texts.reports]] as const;
  const said = owed.flatMap(([count, text]) => (count === null ? [] : [t(text, { count: String(count) })]));
  return said.length === 0 ? t(texts.noDuties) : said.join('; ');
}
