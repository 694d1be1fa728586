/** Directives as they are typed: those concluded in the meeting first; an empty one is left out, one at least is needed. Pure. */
import type { z } from 'zod';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import type { meetingContract } from '../../meetings/meeting.contract.ts';

export type WholeMeeting = z.output<(typeof meetingContract)['meeting']['output']>;

export interface Directive {
  /** Of the row in the form. */
  readonly key: string;
  readonly title: string;
  readonly dueOn: string | undefined;
  readonly owner: LookupChoice | undefined;
  /** Noted in the meeting: it becomes a task once. */
  readonly conclusionId?: string;
}

export function emptyDirective(): Directive {
  return { key: crypto.randomUUID(), title: '', dueOn: undefined, owner: undefined };
}

type Conclusion = WholeMeeting['conclusions'][number];

/** Those that have become tasks already are not given twice. */
export function directivesFrom(conclusions: readonly Conclusion[]): readonly Directive[] {
  const left = conclusions.filter(({ state }) => state === null);
  return left.length === 0 ? [emptyDirective()] : left.map(({ id, text, ownerId, owner, dueOn }) => ({ key: id, title: text, dueOn: dueOn ?? undefined, owner: ownerId ? { id: ownerId, label: owner ?? '' } : undefined, conclusionId: id }));
}

export function faultsOfDirectives(directives: readonly Directive[]): readonly 'none'[] {
  return directives.some(({ title }) => title.trim() !== '') ? [] : ['none'];
}
