/** Whether the reader may open an address of ours: what offers a way on by itself leaves out the ways that are closed. */
import { createContext, useContext } from 'react';

export const MayOpenContext = createContext<(href: string) => boolean>(() => true);

export function useMayOpen(): (href: string) => boolean {
  return useContext(MayOpenContext);
}
