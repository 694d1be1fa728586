/**
 * A report of a Party organisation about a time: drafted with what is counted on the day it is looked at, written by people, issued as
 * it then is. What was issued stands for ever; a mistake is put right by a new one. Pure.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import { refuse, type Refusal } from '../../platform/problem.ts';
import type { Signer } from '../documents/document.ts';
import { wordParts, type WordPart } from './report.kinds.ts';

export type ReportWords = Readonly<Record<WordPart, string>>;

/** Its number and symbol, and where it stands in the register of what the unit issued. */
export interface Numbering {
  readonly symbol: string;
  readonly documentId: Id<'document'>;
}

export interface Report {
  readonly id: Id<'report'>;
  /** Whose report it is: it is about that unit and all below it. */
  readonly unitId: Id<'unit'>;
  readonly title: string;
  readonly from: Day;
  readonly to: Day;
  readonly words: ReportWords;
  /** Since when it stands; null of a draft. */
  readonly issuedOn: Day | null;
  readonly replacesId: Id<'report'> | null;
  /** Since it stands; null where a hand writes it on the paper. */
  readonly numbering: Numbering | null;
  readonly signer: Signer | null;
  readonly version: number;
}

export const noWords = Object.fromEntries(wordParts.map((part) => [part, ''])) as Record<WordPart, string>;

/** A report tells what was: its time ends today at the latest. */
export function draftReport(draft: Omit<Report, 'words' | 'issuedOn' | 'numbering' | 'signer' | 'version'> & { readonly words?: ReportWords }, today: Day): Report | Refusal {
  return periodRefusal(draft, today) ?? { words: noWords, ...draft, issuedOn: null, numbering: null, signer: null, version: 1 };
}

export type Writing = Pick<Report, 'title' | 'from' | 'to' | 'words'>;

export function writeReport(report: Report, writing: Writing, today: Day): Report | Refusal {
  return standsRefusal(report) ?? periodRefusal(writing, today) ?? { ...report, ...writing };
}

interface Issuing {
  readonly today: Day;
  readonly withEmpty: boolean;
  readonly signer?: Signer | null;
}

/** Parts left empty are said to be so by whoever issues it; of which nothing was written it is no report. */
export function issueReport(report: Report, { today, withEmpty, signer = null }: Issuing): Report | Refusal {
  const empty = emptyParts(report.words).length;
  if (empty === wordParts.length) return standsRefusal(report) ?? refuse('reports.nothingWritten', 'conflict');
  if (empty > 0 && !withEmpty) return standsRefusal(report) ?? refuse('reports.partsEmpty', 'conflict', { count: empty });
  return standsRefusal(report) ?? { ...report, issuedOn: today, signer };
}

export function emptyParts(words: ReportWords): WordPart[] {
  return wordParts.filter((part) => words[part].trim() === '');
}

/** The new one begins with the words of the one that it replaces; what is counted is counted anew. */
export function correctReport(report: Report, { id, isReplaced }: { readonly id: Id<'report'>; readonly isReplaced: boolean }): Report | Refusal {
  if (report.issuedOn === null) return refuse('reports.notIssued', 'conflict');
  return isReplaced ? refuse('reports.replacedAlready', 'conflict') : { ...report, id, replacesId: report.id, issuedOn: null, numbering: null, signer: null, version: 1 };
}

export function standsRefusal({ issuedOn }: Pick<Report, 'issuedOn'>): Refusal | undefined {
  return issuedOn === null ? undefined : refuse('reports.issued', 'conflict', { on: issuedOn });
}

function periodRefusal({ from, to }: Pick<Report, 'from' | 'to'>, today: Day): Refusal | undefined {
  if (from > to) return refuse('reports.periodBackwards', 'invalid');
  return to > today ? refuse('reports.inFuture', 'invalid', { today }) : undefined;
}
