/** A value as it is answered: the share rounded half up beside its exact ratio, the base in words. Pure. */
import type { z } from 'zod';
import type { Text } from '../platform/contract.ts';
import { formatDay, formatNumber, formatPeriod, formatShare, roundedPercent } from '../platform/format.ts';
import { textOf, type Language } from '../platform/messages.ts';
import { isShare, type Figure } from './figure.ts';
import type { Note, printedAs, Value } from './figures.contract.ts';
import { figuresMessages } from './figures.messages.ts';
import type { Point } from './points.ts';

export interface Counted {
  readonly count: number;
  readonly base: number;
}

export function valueOf(figure: Figure, { count, base }: Counted): Value {
  if (!isShare(figure)) return { count, base: null, share: null };
  return { count, base, share: base === 0 ? null : roundedPercent({ count, base, digits: 1 }) };
}

export function wordsOf(figure: Figure, point: Point, { base }: Counted): Text {
  return both((language) => {
    const words = figure.words[language];
    const when = { words, base: formatNumber(base, language), day: formatDay(point.to, language), period: formatPeriod(point, language) };
    if (figure.kind === 'flow') return textOf(figuresMessages[isShare(figure) ? 'base.flowShare' : 'base.flow'], language, when);
    return textOf(figuresMessages[isShare(figure) ? 'base.share' : 'base.number'], language, when);
  });
}

export interface PrintedNumber {
  readonly count: number;
  readonly base: number | null;
  readonly printedAs: z.output<typeof printedAs> | null;
}

/** As it was printed: a number, one out of another, or a share of which no more is known. */
export function printedText({ count, base, printedAs: how }: PrintedNumber, language: Language): string {
  if (base === null) return formatNumber(count, language);
  if (how === null) return `${formatNumber(count, language)}/${formatNumber(base, language)}`;
  return textOf(figuresMessages[`printed.${how}`], language, { percent: formatShare({ count, base, digits: 0 }, language).percent });
}

/** What a note says, for screens, the command line and reports alike. */
export function noteText(note: Note): Text {
  return both((language) => {
    if (note.kind === 'fewPeople') return textOf(figuresMessages['note.fewPeople'], language, { least: formatNumber(note.least, language) });
    if (note.kind === 'partial' || note.kind === 'noCounterpart') return figuresMessages[`note.${note.kind}`][language];
    if (note.kind === 'counterpart') return textOf(figuresMessages['note.counterpart'], language, { units: note.units.map(({ name }) => name).join(', ') });
    const units = note.units.map(({ name, share }) => (share === 'whole' ? name : textOf(figuresMessages['part.of'], language, { unit: name }))).join(', ');
    const message = figuresMessages[note.units.length === 0 ? (`note.${note.kind}Alone` as const) : (`note.${note.kind}` as const)];
    return textOf(message, language, { unit: note.unit.name, day: formatDay(note.on, language), units });
  });
}

function both(text: (language: Language) => string): Text {
  return { vi: text('vi'), en: text('en') };
}
