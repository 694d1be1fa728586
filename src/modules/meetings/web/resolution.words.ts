/** A resolution as the papers take it. */
import type { z } from 'zod';
import { day as asDay } from '../../../platform/day.ts';
import type { resolutionContract } from '../resolution.contract.ts';
import type { Resolution } from '../resolution.ts';

export type ResolutionItem = z.output<(typeof resolutionContract)['book']['output']>['items'][number];

export function resolutionOf({ unit, kind, isExtended, on, topic, numbering, conclusions, ...item }: ResolutionItem): Resolution {
  return {
    unit: unit.name, unitKind: item.unitKind, present: item.present, expected: item.expected, votes: item.votes, score: item.score, meeting: { kind, isExtended, on: asDay(on), topic },
    numbering: numbering && { number: numbering.number, termFrom: asDay(numbering.termFrom) }, conclusions: conclusions.map(({ text, owner, dueOn }) => ({ text, owner, dueOn: dueOn === null ? null : asDay(dueOn) })),
  };
}
