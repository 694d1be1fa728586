/** What is typed into a review and not saved yet: kept in this tab of the browser alone, and gone with it. Pure but for that. */
import type { WholeReview } from './review.words.ts';

export interface ReviewDraft {
  readonly texts: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

export function draftOf({ sections, suggestions }: Pick<WholeReview, 'sections' | 'suggestions'>): ReviewDraft {
  return { texts: Object.fromEntries(sections.map(({ code, text }) => [code, text])), answers: Object.fromEntries(suggestions.map(({ id, answer }) => [id, answer])) };
}

/** What the records say, in the sections where it belongs, to be written on; a section in which something stands is left alone. */
export function prefilled(draft: ReviewDraft, { tasks, conduct, earlier }: { readonly tasks: string; readonly conduct: string; readonly earlier: readonly string[] }): ReviewDraft {
  const lines: Readonly<Record<string, string>> = { results: tasks, conduct, earlier: earlier.map((line) => `- ${line}`).join('\n') };
  return { ...draft, texts: Object.fromEntries(Object.entries(draft.texts).map(([code, text]) => [code, text === '' ? (lines[code] ?? '') : text])) };
}

/** With whatever points stand now: one that is new has the answer that is saved, of one that is gone none is kept. */
export function upToDate(draft: ReviewDraft, saved: ReviewDraft): ReviewDraft {
  return { texts: { ...saved.texts, ...draft.texts }, answers: Object.fromEntries(Object.entries(saved.answers).map(([id, answer]) => [id, draft.answers[id] ?? answer])) };
}

/** Points and sections that have to be written before it is handed in, in the order of the page. */
export function missingIn(draft: ReviewDraft, { sections, suggestions }: Pick<WholeReview, 'sections' | 'suggestions'>): string[] {
  const isEmpty = (text: string | undefined) => (text ?? '').trim() === '';
  return [...suggestions.filter(({ id }) => isEmpty(draft.answers[id])).map(({ id }) => id), ...sections.filter(({ code, isNeeded }) => isNeeded && isEmpty(draft.texts[code])).map(({ code }) => code)];
}

export function isSame(one: ReviewDraft, other: ReviewDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Lines of a text as points; one whose words stay keeps its id, and with it the answer. */
export function pointsIn(text: string, known: WholeReview['suggestions'], newId: () => string): { id: string; text: string }[] {
  return linesIn(text).map((line) => ({ id: known.find((one) => one.text === line)?.id ?? newId(), text: line }));
}

export function linesIn(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

const keyOf = (id: string) => `satcoso.review.${id}`;

export function keptDraft(id: string): ReviewDraft | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(id));
    // Only this file writes these keys.
    return text === null ? undefined : (JSON.parse(text) as ReviewDraft);
  } catch {
    return undefined;
  }
}

export function keepDraft(id: string, draft: ReviewDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // Storage is full or forbidden: what is typed holds until the page is left.
  }
}
