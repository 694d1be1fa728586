/** Sends what a recording form has put together, then asks afresh for what it changes: of what acts on people change, or of the modules named. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { moduleOf } from './api.ts';

/** Acts on people change what these modules show. */
const TOUCHED = ['people', 'membership', 'posts', 'figures', 'units', 'events'];

export function useRecording<Done>(touched: readonly string[] = TOUCHED) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: () => Promise<Done>) => send(),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(moduleOf(String(queryKey[0]))) }),
  });
}
