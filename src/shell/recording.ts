/** Sends what a recording form has put together, then asks afresh for whatever acts on people change. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { moduleOf } from './api.ts';

/** Acts on people change what these modules show. */
const TOUCHED = ['people', 'membership', 'posts', 'figures', 'units', 'events'];

export function useRecording<Done>() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: () => Promise<Done>) => send(),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.includes(moduleOf(String(queryKey[0]))) }),
  });
}
