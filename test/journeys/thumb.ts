/** Counts what a thumb does: a field to type into is tapped as well. */
import type { Locator } from 'playwright-core';

export function thumb() {
  let count = 0;
  return {
    taps: () => count,
    /** A tap that leaves the page, such as into the camera. */
    count: () => { count += 1; },
    tap: async (target: Locator) => {
      count += 1;
      await target.tap();
    },
    type: async (field: Locator, text: string) => {
      count += 1;
      await field.fill(text);
    },
  };
}
