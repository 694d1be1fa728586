/** Everybody of a province as a file, streamed to the last byte, beside COPY of the same people; memory is watched as in all of it. */
import { get } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Bench, Workload } from '../bench.ts';
import { limitOf, type Line } from '../measure.ts';

export const exports: Workload = {
  name: 'export',
  title: 'export of all people of a province',
  run: async (bench) => {
    const copied = await copyOfTheSame(bench);
    const lines: Line[] = [];
    for (const format of ['csv', 'xlsx']) {
      const { milliseconds, bytes, lines: written, first } = await download(bench, `/api/people-export?format=${format}`);
      // An Excel file is packed: its rows are those of the CSV.
      const rows = format === 'csv' ? written - 1 : (lines[0]?.rows ?? 0);
      const perSecond = rows / (milliseconds / 1000);
      lines.push({
        workload: 'export', what: `people as ${format.toUpperCase()}`, by: '1 user', requests: 1, errors: 0, perSecond, unit: 'rows', rows,
        ms: { p50: milliseconds, p95: milliseconds, p99: milliseconds, most: milliseconds },
        limit: limitOf('COPY of the same people', { ours: perSecond, limit: copied }),
        note: `${(bytes / 1024 ** 2).toFixed(1)} MB, first byte after ${Math.round(first)} ms`,
      });
    }
    return lines;
  },
};

interface Download {
  readonly milliseconds: number;
  readonly first: number;
  readonly bytes: number;
  readonly lines: number;
}

async function download({ server, callers: { province } }: Bench, path: string): Promise<Download> {
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<Download>();
  get(`${server.origin}${path}`, { headers: province.headers }, (response) => {
    let [bytes, lines, first] = [0, 0, 0];
    if (response.statusCode !== 200) reject(new Error(`${path} answered ${response.statusCode}`));
    response.on('data', (part: Buffer) => {
      first ||= performance.now() - started;
      bytes += part.length;
      for (const byte of part) lines += byte === 10 ? 1 : 0;
    });
    response.once('error', reject);
    response.once('end', () => resolve({ milliseconds: performance.now() - started, first, bytes, lines }));
  }).once('error', reject);
  return promise;
}

/** People placed under the province today, with the same plain columns, rows a second. */
async function copyOfTheSame({ installation, places: { province, today } }: Bench): Promise<number> {
  const client = await installation.ownerPool.connect();
  try {
    const started = performance.now();
    let rows = 0;
    // Texts of ours, no input from outside.
    await pipeline(client.query(copyTo(`copy (
      select p.full_name, p.sex, p.birth_on, v.name from unit_closure c
      join placements l on l.cell_id = c.descendant_id and l.valid @> '${today}'::date
      join people p on p.home_id = l.home_id and p.id = l.person_id
      join unit_versions v on v.unit_id = l.cell_id and v.valid @> '${today}'::date
      where c.hierarchy = 'reach' and c.ancestor_id = '${province.id}' and c.valid @> '${today}'::date
      order by split_part(p.sort_key, ' ', 1) collate "vi-x-icu", p.sort_key collate "vi-x-icu", p.id) to stdout`)), new Writable({
      write: (part: Buffer, _encoding, done) => {
        for (const byte of part) rows += byte === 10 ? 1 : 0;
        done();
      },
    }));
    return rows / ((performance.now() - started) / 1000);
  } finally {
    client.release();
  }
}
