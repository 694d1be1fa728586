/** From starting the process to the first answer that needed the database, beside a bare Node server that answers one text. */
import { join } from 'node:path';
import type { Workload } from '../bench.ts';
import { limitOf, percentiles, type Line } from '../measure.ts';
import { startProgram, startServer, type Server } from '../server.ts';

const rounds = 5;

export const start: Workload = {
  name: 'start',
  title: 'cold start',
  run: async ({ installation: { environment } }) => {
    const bare = await startedTimes(() => startProgram([join(import.meta.dirname, '../static.server.ts')], { environment, until: '/' }));
    const ours = await startedTimes(() => startServer({ environment, until: '/api/welcome' }));
    const limit = limitOf('bare Node server', { ours: 1000 / ours.p50, limit: 1000 / bare.p50 });
    return [
      { workload: 'start', what: 'process start to first answer from the database', by: `${rounds} starts`, requests: rounds, errors: 0, ms: ours, limit } satisfies Line,
    ];
  },
};

async function startedTimes(begin: () => Promise<Server>) {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const started = performance.now();
    const server = await begin();
    if (round > 0) times.push(performance.now() - started); // the first one reads the files from the disk
    await server.stop();
  }
  const ms = percentiles(times);
  if (!ms) throw new Error('nothing was started');
  return ms;
}
