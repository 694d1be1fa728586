/** How long to wait after a request was lost: twice as long each time, up to five minutes, never two phones in step. Pure. */
const first = 2_000;
const longest = 5 * 60_000;

/** @param chance between 0 and 1 */
export function waitAfter(losses: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** Math.max(0, losses - 1));
  return Math.round(whole * (0.5 + chance / 2));
}
