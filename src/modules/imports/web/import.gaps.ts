/** Files of some megabytes travel over lines that drop: a part that did not arrive is sent again for a while. Sent twice it is the same part. */
import { ApiProblem } from '../../../shell/api.ts';

/** Half a minute in all; a line that is gone for longer is told. */
const pausesMs = [1000, 2000, 4000, 8000, 15_000];

export async function throughGaps<T>(send: () => Promise<T>, pauses: readonly number[] = pausesMs): Promise<T> {
  for (const pause of pauses) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== 'offline') throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return send();
}
