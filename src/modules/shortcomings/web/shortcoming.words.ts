/** A shortcoming in words: how it stands, what its steps are called, where its record is. */
import type { z } from 'zod';
import type { Text } from '../../../platform/contract.ts';
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import type { shortcomingContract } from '../shortcoming.contract.ts';
import { foundInNames, topics, type State, type StepKind } from '../shortcoming.kinds.ts';
import { pageTexts } from './shortcoming.page.messages.ts';
import { shortcomingsWeb } from './shortcomings.web.messages.ts';

export type ShortcomingItem = z.output<(typeof shortcomingContract)['list']['output']>['items'][number];
export type WholeShortcoming = z.output<(typeof shortcomingContract)['shortcoming']['output']>;
export type ShownProof = WholeShortcoming['proofs'][number];
export type ShownSource = NonNullable<WholeShortcoming['source']>;

const marks: Readonly<Record<State, Status>> = { noted: 'silent', measureSet: 'on-time', remedying: 'on-time', reported: 'due-soon', returned: 'due-soon', confirmed: 'done', withdrawn: 'silent' };

export function markOf({ state, isLate }: Pick<ShortcomingItem, 'state' | 'isLate'>): Status {
  return isLate ? 'late' : marks[state];
}

export const stepNames: Readonly<Record<StepKind, Text>> = {
  noted: pageTexts.stepNoted, corrected: pageTexts.stepCorrected, measureSet: pageTexts.stepMeasureSet, begun: pageTexts.stepBegun, reported: pageTexts.stepReported,
  returned: pageTexts.stepReturned, confirmed: pageTexts.stepConfirmed, withdrawn: pageTexts.stepWithdrawn, takenBack: pageTexts.stepTakenBack,
};

/** What stood there before the step, piece by piece. */
export function formerInWords({ what, topic, foundIn, foundOn, source, dueOn }: WholeShortcoming['steps'][number]['former'], { t, day }: Pick<Writing, 't' | 'day'>): string[] {
  const none = t(pageTexts.formerNone);
  const pieces = [
    what !== undefined && { of: pageTexts.finding, value: what },
    topic !== undefined && { of: pageTexts.topic, value: t(topics[topic]) },
    foundIn !== undefined && { of: pageTexts.foundIn, value: t(foundInNames[foundIn]) },
    foundOn !== undefined && { of: pageTexts.foundOn, value: day(foundOn) },
    source !== undefined && { of: pageTexts.source, value: source ? sourceInWords(source, { t, day }).label : none },
    dueOn !== undefined && { of: pageTexts.dueOn, value: dueOn ? day(dueOn) : none },
  ];
  return pieces.filter((piece) => piece !== false).map(({ of, value }) => t(pageTexts.former, { of: t(of), value }));
}

export function shortcomingHref(id: string): string {
  return `/han-che/${id}`;
}

/** Name and place of the record; without a place where it is a paper, or beyond reach. */
export function sourceInWords({ kind, id, words, symbol, meeting }: ShownSource, { t, day }: Pick<Writing, 't' | 'day'>): { readonly label: string; readonly href: string | undefined } {
  const beside = words ? ` · ${words}` : '';
  if (kind === 'meeting' && id !== null && meeting) return { label: `${t(kindNames[meeting.kind])} ${day(meeting.on)}${beside}`, href: `/sinh-hoat/${id}` };
  if (kind === 'document' && id !== null && symbol !== null) return { label: `${symbol}${beside}`, href: `/van-ban/${id}` };
  return { label: words || t(shortcomingsWeb.sourceHidden), href: undefined };
}
