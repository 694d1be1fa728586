/** Files are read some seconds after they came: the page looks again a few times, and then leaves it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { documentContract } from '../document.contract.ts';

const PAUSE_MS = 4000;
const MOST_TIMES = 8;

export function useRereading({ isNeeded }: { readonly isNeeded: boolean }): void {
  const client = useQueryClient();
  const times = useRef(0);
  useEffect(() => {
    if (!isNeeded) return undefined;
    times.current = 0;
    const timer = setInterval(() => {
      if (++times.current >= MOST_TIMES) clearInterval(timer);
      void client.invalidateQueries({ queryKey: [documentContract.document.name] });
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [isNeeded, client]);
}
