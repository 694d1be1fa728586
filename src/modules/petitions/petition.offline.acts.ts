/** A petition that is recorded without signal: shown as received, with nobody who has it yet. Who asked waits sealed in the outbox and is laid over nothing. Pure. */
import type { z } from 'zod';
import { dayIn } from '../../platform/day.ts';
import { homeOf, newId, type Id } from '../../platform/ids.ts';
import { orThrow, Problem } from '../../platform/problem.ts';
import { carriedOrThrow } from '../../sync/carried.ts';
import type { OutboxCommand } from '../../sync/outbox.ts';
import type { OfflineOutcome, Replica } from '../../sync/phone/phone.ts';
import type { CarriedUnit } from '../units/unit.offline.ts';
import type { petitionContract } from './petition.contract.ts';
import type { CarriedPetition, TopicsRecord, WholePetition } from './petition.record.ts';
import { isLate, raise } from './petition.ts';

type Recorded = z.output<(typeof petitionContract)['record']['input']>;

export const petitionActs = {
  'petitions.record': ({ id: given, unitId, source, sourceId, petitioner, isDenunciation, ...asking }: Recorded, replica: Replica, command: OutboxCommand): OfflineOutcome => {
    if (isDenunciation) throw new Problem({ code: 'petitions.denunciation', kind: 'invalid' });
    if (petitioner !== null && source !== 'resident') throw new Problem({ code: 'petitions.onlyOfResidents', kind: 'invalid' });
    const [id, today] = [carriedOrThrow(given), dayIn(new Date(command.at))];
    const unit = { id: unitId, name: replica.get<CarriedUnit>('unit', unitId)?.name ?? '' };
    // Who receives it and until when is known by the server alone.
    const raised = orThrow(raise({ id, unitId, source, sourceId, channel: petitioner?.channel ?? null, bodyId: unitId, dueOn: asking.raisedOn, earlierId: null, asking }, { on: today, by: null, unitId }));
    const topicName = carriedTopics(replica, unitId)?.find(({ code }) => code === asking.topic)?.name ?? { vi: asking.topic, en: asking.topic };
    const body: CarriedPetition = {
      ...raised, unit, body: { id: unitId, name: '' }, topicName, isLate: false, isRecurring: false, groupSize: 0, answer: null, lead: null, related: [], hiddenFiles: 0, files: [], hasPetitioner: petitioner !== null, hasCode: false, may: [], isToConfirm: false, version: 1,
      steps: raised.steps.map(({ kind, on, words }) => ({ kind, on, by: null, unit, words, to: null, answer: null, was: null })),
    };
    return { answer: { id, version: 1 }, records: [{ type: 'petition', id, body }] };
  },
};

/** Of the unit; of no unit, or of one that is not carried, any that are. */
export function carriedTopics(replica: Replica, unitId: string | undefined): TopicsRecord['items'] | undefined {
  return ((unitId && replica.get<TopicsRecord>('topic', unitId)) || replica.all<TopicsRecord>('topic')[0])?.items;
}

/** The id that phone and server give it alike. */
export function withPetitionId(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...input, id: input['id'] ?? newId(homeOf(input['unitId'] as Id)) }; // an id, as the contract has it
}

/** As of the day on which it is looked at. */
export function onDay(petition: WholePetition, today: Parameters<typeof isLate>[1]): WholePetition {
  return { ...petition, isLate: petition.body.name !== '' && isLate(petition, today) };
}
