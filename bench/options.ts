/** What `npm run bench -- …` may be told. */
import { parseArgs } from 'node:util';
import { sizes, type Size } from './installation.ts';

export interface Options {
  readonly size: Size;
  /** Names of workloads; all where empty. */
  readonly only: readonly string[];
  readonly data: string | undefined;
  readonly seed: number;
  readonly json: string | undefined;
  readonly save: boolean;
  /** Longest time for counting roll-ups before anything is measured, in minutes. */
  readonly fillMinutes: number;
  readonly help: boolean;
  readonly settings: { readonly seconds: number; readonly repeats: number; readonly warmUp: number };
}

export const usage = `npm run bench -- [options]

  --size commune|province|country   data to make where there are none yet (province)
  --only list,search,…              these workloads only; --help names them
  --data DIR                        a prepared data folder, or where to make one (under the temporary folder)
  --seed N                          of the generated data (1)
  --seconds N --repeats N           length and number of the measurements (5, 3)
  --fill-minutes N                  longest time for counting roll-ups first (120)
  --json FILE                       all figures as JSON
  --save                            write bench/RESULTS.md

DATABASE_URL, SATCOSO_DATA and SATCOSO_KEYS are read as by the server.`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: 'province' },
      only: { type: 'string', default: '' },
      data: { type: 'string' },
      seed: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '5' },
      repeats: { type: 'string', default: '3' },
      'fill-minutes': { type: 'string', default: '120' },
      json: { type: 'string' },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const size = sizes.find((known) => known === values.size);
  if (!size) throw new Error(`--size is one of ${sizes.join(', ')}`);
  return {
    size,
    only: values.only.split(',').map((name) => name.trim()).filter(Boolean),
    data: values.data ?? (process.env['SATCOSO_DATA'] || undefined),
    seed: whole('seed', values.seed),
    fillMinutes: whole('fill-minutes', values['fill-minutes']),
    json: values.json,
    save: values.save,
    help: values.help,
    settings: { seconds: whole('seconds', values.seconds), repeats: whole('repeats', values.repeats), warmUp: Math.max(1, Math.floor(whole('seconds', values.seconds) / 2)) },
  };
}

function whole(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
}
