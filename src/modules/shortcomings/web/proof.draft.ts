/** Proofs as they are typed, between the page and what is sent. Pure. */
import type { z } from 'zod';
import type { proof } from '../shortcoming.shapes.ts';
import type { ShownProof, ShownSource } from './shortcoming.words.ts';

export type ProofToSend = z.input<typeof proof>;
type Named = { readonly id: string; readonly label: string };

export interface FigureDraft {
  readonly kind: 'figure';
  readonly key: string;
  readonly figure: Named | undefined;
  /** Of a state each side is one day. */
  readonly isState: boolean;
  readonly unit: Named | undefined;
  readonly target: number | string;
  readonly beforeFrom: string | undefined;
  readonly beforeTo: string | undefined;
  readonly afterFrom: string | undefined;
  readonly afterTo: string | undefined;
}

export interface SideDraft {
  readonly value: number | string;
  readonly when: string;
  readonly source: SourceDraft;
}

/** `paper` with no words is nothing said. */
export interface SourceDraft {
  readonly kind: 'meeting' | 'document' | 'paper';
  readonly record: Named | undefined;
  readonly words: string;
}

export interface EnteredDraft {
  readonly kind: 'entered';
  readonly key: string;
  readonly title: string;
  readonly measuredIn: string;
  readonly target: number | string;
  readonly before: SideDraft;
  readonly after: SideDraft;
}

export type ProofDraft = FigureDraft | EnteredDraft;

export const emptySource: SourceDraft = { kind: 'paper', record: undefined, words: '' };
const emptySide: SideDraft = { value: '', when: '', source: emptySource };

export function newFigure(key: string, unit: Named): FigureDraft {
  return { kind: 'figure', key, figure: undefined, isState: false, unit, target: '', beforeFrom: undefined, beforeTo: undefined, afterFrom: undefined, afterTo: undefined };
}

export function newEntered(key: string): EnteredDraft {
  return { kind: 'entered', key, title: '', measuredIn: '', target: '', before: emptySide, after: emptySide };
}

export function draftsOf(proofs: readonly ShownProof[], t: (text: { vi: string; en: string }) => string, sourceLabel: (source: ShownSource) => string): ProofDraft[] {
  return proofs.map((shown, at): ProofDraft => {
    const target = shown.target ?? '';
    if (shown.kind === 'entered') {
      const sideOf = (side: typeof shown.before): SideDraft => (side ? { value: side.value, when: side.when, source: sourceDraftOf(side.source, sourceLabel) } : emptySide);
      return { kind: 'entered', key: String(at), title: shown.title, measuredIn: shown.measuredIn, target, before: sideOf(shown.before), after: sideOf(shown.after) };
    }
    const { asked: { before, after }, figure, title, figureKind, unit } = shown;
    return {
      kind: 'figure', key: String(at), figure: { id: figure, label: t(title) }, isState: figureKind === 'state', unit: { id: unit.id, label: unit.name }, target,
      beforeFrom: before?.from, beforeTo: before?.to, afterFrom: after?.from, afterTo: after?.to,
    };
  });
}

export function sourceDraftOf(source: ShownSource | null, label: (source: ShownSource) => string): SourceDraft {
  if (!source) return emptySource;
  return { kind: source.kind, record: source.id === null ? undefined : { id: source.id, label: label(source) }, words: source.words };
}

/** Null where nothing is said; undefined where something is missing. */
export function sourceToSend({ kind, record, words }: SourceDraft) {
  const written = words.trim();
  if (kind === 'paper') return written === '' ? null : { kind, id: null, words: written };
  return record ? { kind, id: record.id, words: written } : undefined;
}

/** Undefined where something of it is missing. */
export function proofToSend(draft: ProofDraft): ProofToSend | undefined {
  const target = numberIn(draft.target) ?? null;
  if (draft.kind === 'figure') {
    const { figure, unit, isState } = draft;
    const before = spanOf(isState ? draft.beforeTo : draft.beforeFrom, draft.beforeTo);
    const after = spanOf(isState ? draft.afterTo : draft.afterFrom, draft.afterTo);
    return figure && unit && before !== undefined && after !== undefined ? { kind: 'figure', figure: figure.id, unitId: unit.id, target, before, after } : undefined;
  }
  const [before, after, title] = [sideToSend(draft.before), sideToSend(draft.after), draft.title.trim()];
  return title !== '' && before !== undefined && after !== undefined ? { kind: 'entered', title, measuredIn: draft.measuredIn.trim(), target, before, after } : undefined;
}

export function unfinishedIn(drafts: readonly ProofDraft[]): readonly string[] {
  return drafts.filter((draft) => proofToSend(draft) === undefined).map(({ key }) => key);
}

function spanOf(from: string | undefined, to: string | undefined) {
  if (from === undefined && to === undefined) return null;
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function sideToSend({ value, when, source }: SideDraft) {
  const [given, told, from] = [numberIn(value), when.trim(), sourceToSend(source)];
  if (given === undefined && told === '' && from === null) return null;
  return given !== undefined && told !== '' && from ? { value: given, when: told, source: from } : undefined;
}

function numberIn(value: number | string): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
