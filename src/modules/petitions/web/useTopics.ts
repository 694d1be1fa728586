import { useProcedure } from '../../../shell/api.ts';
import { catalogueContract } from '../catalogue.contract.ts';
import type { Topic } from '../petition.record.ts';

/** In force at the unit, or in the country: each group before what stands in it. */
export function useTopics(unitId: string | undefined): readonly Topic[] {
  const { data } = useProcedure(catalogueContract.topics, unitId ? { unitId } : {});
  const items = data?.items ?? [];
  return items.filter(({ parent }) => parent === null).flatMap((group) => [group, ...items.filter(({ parent }) => parent === group.code)]);
}
