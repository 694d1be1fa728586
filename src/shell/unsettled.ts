/**
 * What devices of the account sent and nobody has settled, as the server tells it: without what this device has itself to decide,
 * or has decided. Asked as the notices are: when a page is opened and the last answer is a minute old.
 */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './api.ts';
import { usePhoneState } from './offline.ts';
import { useMayVisit } from './session.ts';
import { unsettledEndpoint } from './sync.endpoint.ts';
import { elsewhereOf } from './syncStanding.ts';
import { useAskOnEveryPage } from './useAskOnEveryPage.ts';

const unsettledQuery = queryOptions({
  queryKey: [unsettledEndpoint.name],
  queryFn: ({ signal }) => call(unsettledEndpoint, {}, { signal }) as Promise<{ ids: readonly string[] }>,
  staleTime: 60_000,
});

export function useUnsettledElsewhere(): number {
  const state = usePhoneState();
  const { data } = useQuery({ ...unsettledQuery, enabled: useMayVisit('meeting.record') });
  return elsewhereOf(data?.ids ?? [], state).length;
}

/** In one place of the frame alone: whoever only counts does not ask once more. */
export function useAskUnsettled(): void {
  useAskOnEveryPage(unsettledEndpoint.name);
}
