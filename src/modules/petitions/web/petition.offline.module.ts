/** Petitions on a phone without signal: its own list, and what is recorded on the spot. */
import type { z } from 'zod';
import type { OfflineModule, Replica } from '../../../sync/phone/phone.ts';
import { pageOfAll, severalOf, shaped } from '../../../sync/phone/pages.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { isCarried, standsUnder } from '../../meetings/meeting.offline.answers.ts';
import { petitionContract } from '../petition.contract.ts';
import { carriedTopics, onDay, petitionActs, withPetitionId } from '../petition.offline.acts.ts';
import { itemOf, type CarriedPetition, type PetitionItem, type WholePetition } from '../petition.record.ts';

type Asked = z.input<typeof petitionContract.list.input>;

export const petitionOffline: OfflineModule = {
  answers: {
    'petitions.list': (asked: Asked, replica, { today }) => {
      // What waits for a body is not carried.
      if (asked.bodyId || asked.inbox || !isCarried(asked.unitId, replica)) return undefined;
      const found = replica.all<CarriedPetition>('petition').filter(({ sourceId, isToConfirm }) => (asked.sourceId === undefined || sourceId === asked.sourceId) && (asked.toConfirm === undefined || isToConfirm)).map((petition) => itemOf(onDay(petition, today))).filter((petition) => isAsked(petition, asked, replica));
      return pageOfAll(found.toSorted((one, other) => (one.raisedOn === other.raisedOn ? (one.id < other.id ? 1 : -1) : one.raisedOn < other.raisedOn ? 1 : -1)), asked);
    },
    'petitions.petition': ({ id }: { readonly id: string }, replica, { today }) => {
      const petition = replica.get<WholePetition>('petition', id);
      return petition && onDay(petition, today);
    },
    'petitions.topics': ({ unitId }: { readonly unitId?: string }, replica) => {
      const items = carriedTopics(replica, unitId);
      return items && { items, maySet: false };
    },
  },
  acts: petitionActs,
  complete: (procedure, input: Readonly<Record<string, unknown>>) => (procedure === 'petitions.record' ? shaped(petitionContract.record.input, withPetitionId(input)) : undefined),
  about: (procedure, input: { readonly id: string }) => (procedure === 'petitions.record' ? { type: 'petition', id: input.id } : undefined),
};

function isAsked(petition: PetitionItem, asked: Asked, replica: Replica): boolean {
  const { unitId, below, late, recurring, search, from, to } = asked;
  const isOfUnit = unitId === undefined || petition.unit.id === unitId || (below !== 'no' && standsUnder(petition.unit.id, unitId, replica));
  const isRaised = (from === undefined || petition.raisedOn >= from) && (to === undefined || petition.raisedOn <= to);
  const isFound = !search || foldVietnamese(petition.text).includes(foldVietnamese(search));
  const isMarked = (late === undefined || petition.isLate) && (recurring === undefined || petition.isRecurring);
  return isOfUnit && isRaised && isFound && isMarked && isOneOf(petition.state, asked.state) && isOneOf(petition.topic, asked.topic) && isOneOf(petition.source, asked.source);
}

function isOneOf(value: string, asked: unknown): boolean {
  return severalOf(asked as string | readonly string[] | undefined)?.includes(value) ?? true; // as a screen writes it
}
