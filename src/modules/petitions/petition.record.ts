/** What a phone carries of petitions: each as its page shows it, without who asked; and the topics to choose from. Pure. */
import type { z } from 'zod';
import type { catalogueContract } from './catalogue.contract.ts';
import type { petitionItem, wholePetition } from './petition.shapes.ts';

export type WholePetition = z.output<typeof wholePetition>;
/** `isToConfirm`: answered for good, and whoever owns the phone sits where it was asked for and did not answer it himself. */
export interface CarriedPetition extends WholePetition {
  readonly isToConfirm: boolean;
}

export type PetitionItem = z.output<typeof petitionItem>;
export type Topic = z.output<(typeof catalogueContract)['topics']['output']>['items'][number];

/** In force at a unit, or in the country for whoever carries none. */
export interface TopicsRecord {
  readonly items: readonly Topic[];
}

export function itemOf(petition: WholePetition): PetitionItem {
  const { id, unit, body, outside, source, topic, topicName, text, peopleBehind, raisedOn, state, dueOn, outcome, plannedOn, isLate, moves, reopenings, isRecurring, groupSize, version } = petition;
  return { id, unit, body, outside, source, topic, topicName, text, peopleBehind, raisedOn, state, dueOn, outcome, plannedOn, isLate, moves, reopenings, isRecurring, groupSize, version };
}
