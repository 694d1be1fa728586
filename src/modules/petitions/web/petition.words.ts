/** A petition in words: how it stands, what its steps are called. */
import type { Text } from '../../../platform/contract.ts';
import type { Status } from '../../../ui/StatusMark.tsx';
import { outcomeNames, stateNames, type State, type StepKind } from '../petition.kinds.ts';
import type { PetitionItem } from '../petition.record.ts';
import { pageTexts } from './petition.page.messages.ts';

const marks: Readonly<Record<State, Status>> = { received: 'on-time', routed: 'on-time', accepted: 'on-time', reopened: 'due-soon', answered: 'due-soon', confirmed: 'done', withdrawn: 'silent' };

export function markOf({ state, isLate }: Pick<PetitionItem, 'state' | 'isLate'>): Status {
  return isLate ? 'late' : marks[state];
}

/** Of an answer what was answered says more than that it was. */
export function standingOf({ state, outcome }: Pick<PetitionItem, 'state' | 'outcome'>): Text {
  return state === 'answered' && outcome ? outcomeNames[outcome] : stateNames[state];
}

export const stepNames: Readonly<Record<StepKind, Text>> = {
  raised: pageTexts.stepRaised, corrected: pageTexts.stepCorrected, routed: pageTexts.stepRouted, accepted: pageTexts.stepAccepted, refused: pageTexts.stepRefused, answered: pageTexts.stepAnswered,
  confirmed: pageTexts.stepConfirmed, reopened: pageTexts.stepReopened, withdrawn: pageTexts.stepWithdrawn, grouped: pageTexts.stepGrouped, ungrouped: pageTexts.stepUngrouped, takenBack: pageTexts.stepTakenBack,
};

/** The body, and whom it has sent it to. */
export function bodyInWords({ body, outside }: Pick<PetitionItem, 'body' | 'outside'>): string {
  return outside ? `${outside} (${body.name})` : body.name;
}

export function petitionHref(id: string): string {
  return `/kien-nghi/${id}`;
}
