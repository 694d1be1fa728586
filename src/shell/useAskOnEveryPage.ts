/** Asks again when a page is opened and the last answer is no longer fresh: nothing is asked while nobody does anything. */
import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

export function useAskOnEveryPage(procedure: string): void {
  const client = useQueryClient();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  useEffect(() => {
    void client.refetchQueries({ queryKey: [procedure], type: 'active', stale: true });
  }, [client, path, procedure]);
}
