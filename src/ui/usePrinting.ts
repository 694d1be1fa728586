/** Whether the page is being printed: what is told in part on the screen stands whole on paper. */
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { watchPrinting } from './printing.ts';

export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  // The printer does not wait for the next drawing.
  useEffect(() => watchPrinting((now) => flushSync(() => setPrinting(now))), []);
  return isPrinting;
}
