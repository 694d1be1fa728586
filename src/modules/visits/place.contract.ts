/** The places that somebody follows: what is owed there and done, and the brief before a visit. */
import { z } from 'zod';
import { query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { brief, mostPlaces, obligation, place } from './place.shapes.ts';
import { personId, unitId } from './visit.shapes.ts';

export const placeContract = {
  places: query({
    name: 'visits.places',
    path: '/api/visits/places',
    verb: 'visit.record',
    input: z.strictObject({}),
    /** Of whoever asks, today: where a visit is owed soonest first. */
    output: z.object({ items: z.array(place).max(mostPlaces) }),
    summary: { vi: 'Nơi mình theo dõi: đã đi, còn phải đi, việc sắp tới', en: 'The places that one follows: done, owed, what comes next' },
  }),
  brief: query({
    name: 'visits.brief',
    path: '/api/visits/brief/:unitId',
    verb: 'visit.read',
    input: z.strictObject({ unitId }),
    output: brief,
    problems: ['platform.notFound'],
    summary: { vi: 'Tóm tắt một nơi trước khi đến: số liệu thay đổi, việc đã hứa, kiến nghị, hạn chế', en: 'The brief of a place before a visit: figures with changes, promises, petitions, shortcomings' },
  }),
  obligations: query({
    name: 'visits.obligations',
    path: '/api/visits/obligations',
    verb: 'visit.read',
    /** One row for each assignment that ran in the period: of units within reach, and the own ones. `behind`: only where less was done than owed. */
    input: z.strictObject({ unitId: unitId.optional(), personId: personId.optional(), from: daySchema, to: daySchema, behind: z.enum(['yes']).optional(), cursor: z.string().max(500).optional(), limit: pageSize }),
    output: z.object({ items: z.array(obligation), next: z.string().nullable() }),
    problems: ['visits.periodBackwards'],
    summary: { vi: 'Nghĩa vụ theo phân công so với việc đã làm trong kỳ', en: 'What assignments owed in a period beside what was done' },
  }),
};
