/** Visits on a phone without signal: the own ones, the places that are followed, their briefs. */
import type { z } from 'zod';
import { pageOfAll, severalOf, shaped } from '../../../sync/phone/pages.ts';
import type { OfflineModule } from '../../../sync/phone/phone.ts';
import type { PlaceRecord } from '../place.shapes.ts';
import { visitContract } from '../visit.contract.ts';
import { visitActs, withVisitIds } from '../visit.offline.acts.ts';
import { itemOf, type VisitRecord } from '../visit.record.ts';

type Asked = z.input<(typeof visitContract)['list']['input']>;

const shapes = new Map(Object.values(visitContract).map(({ name, input }) => [name, input]));

export const visitOffline: OfflineModule = {
  answers: {
    // What others went to see is not carried.
    'visits.list': (asked: Asked, replica) => {
      if (!asked.mine || asked.unitId !== undefined || asked.personId !== undefined || asked.agreement !== undefined) return undefined;
      const kinds = severalOf(asked.kind as VisitRecord['kind'] | undefined);
      const found = replica.all<VisitRecord>('visit').filter(({ kind, on }) => (!kinds || kinds.includes(kind)) && (!asked.from || on >= asked.from) && (!asked.to || on <= asked.to));
      return pageOfAll(found.map(itemOf).toSorted((one, other) => (one.on > other.on || (one.on === other.on && one.id > other.id) ? -1 : 1)), asked);
    },
    'visits.visit': ({ id }: { readonly id: string }, replica) => replica.get<VisitRecord>('visit', id),
    'visits.places': (_: unknown, replica) => ({ items: replica.all<PlaceRecord>('place').map(({ place }) => place) }),
    'visits.brief': ({ unitId }: { readonly unitId: string }, replica) => replica.get<PlaceRecord>('place', unitId)?.brief,
  },
  acts: visitActs,
  complete: (procedure, input: Readonly<Record<string, unknown>>) => (procedure in visitActs ? shaped(shapes.get(procedure), withVisitIds(procedure, input)) : undefined),
  about: (procedure, input: { readonly id?: string }) => (procedure in visitActs ? { type: 'visit', id: input.id ?? '' } : undefined),
};
