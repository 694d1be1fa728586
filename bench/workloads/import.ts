/**
 * Import of new members through the API, as an officer of the province does it: upload, check, apply with all rules,
 * undo. Beside it, in the same run, COPY of the very rows that it wrote into the very tables (rolled back).
 */
import type { Workload } from '../bench.ts';
import { askFor } from '../load.ts';
import { partBytes } from '../../src/modules/imports/imports.contract.ts';
import type { Caller } from '../accounts.ts';
import { limitOf, sum, type Line } from '../measure.ts';
import { copyAgain, rowsOfImport } from './import.copy.ts';
import { memberFiles, type ImportFile } from './import.rows.ts';

const share = 12;
const [fewest, most] = [1000, 20_000];

interface Counts {
  readonly tables: readonly { readonly table: string; readonly added: number }[];
}

export const imports: Workload = {
  name: 'import',
  title: 'import of members',
  run: async (bench) => {
    const { server: { origin }, callers: { province: caller }, places, installation } = bench;
    const people = Math.min(most, Math.max(fewest, places.province.size * share));
    const source = `bench ${new Date().toISOString()}`;
    const files = memberFiles({ people, cells: places.someCells, from: places.today, seed: Date.now() });
    const uploadId = await uploadFiles({ origin, caller, source, files });
    const checked = await askFor<Counts & { errors: number; findings: readonly unknown[] }>(origin, `/api/imports/uploads/${uploadId}/check`, { caller, post: {} });
    if (checked.body.errors > 0) throw new Error(`the import has errors: ${JSON.stringify(checked.body.findings.slice(0, 3))}`);
    const applied = await askFor<Counts & { runId: string }>(origin, `/api/imports/uploads/${uploadId}/apply`, { caller, post: {} });
    const copies = await rowsOfImport(installation, source);
    const undone = await askFor<unknown>(origin, `/api/imports/${applied.body.runId}/undo`, { caller, post: {} });
    const copied = await copyAgain(installation, copies);
    const rows = sum(copies.map((copy) => copy.rows));
    const perSecond = rows / (applied.ms / 1000);
    const limit = limitOf('COPY into the same tables', { ours: perSecond, limit: copied });
    return [
      step({ what: `check of ${people} members`, milliseconds: checked.ms, rows }),
      {
        ...step({ what: `apply ${people} members`, milliseconds: applied.ms, rows }), limit,
        budget: { text: '≥ 30 % of COPY and ≥ 5,000 rows/s', met: limit.ratio >= 0.3 && perSecond >= 5000 },
        note: `rows of ${copies.map(({ table, rows: count }) => `${table} ${count}`).join(', ')}; the record of the import itself is written besides`,
      },
      step({ what: 'undo', milliseconds: undone.ms, rows }),
    ];
  },
};

/** As the screen sends them: one part after the other. */
async function uploadFiles({ origin, caller, source, files }: { origin: string; caller: Caller; source: string; files: readonly ImportFile[] }): Promise<string> {
  const { body: { uploadId } } = await askFor<{ uploadId: string }>(origin, '/api/imports/uploads', { caller, post: { source, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) } });
  for (const { name, bytes } of files) {
    for (let part = 0; part * partBytes < bytes.length; part += 1) {
      const base64 = bytes.subarray(part * partBytes, (part + 1) * partBytes).toString('base64');
      await askFor<unknown>(origin, `/api/imports/uploads/${uploadId}/parts`, { caller, post: { file: name, part, base64 } });
    }
  }
  return uploadId;
}

function step({ what, milliseconds, rows }: { what: string; milliseconds: number; rows: number }): Line {
  return { workload: 'import', what, by: '1 user', requests: 1, errors: 0, perSecond: rows / (milliseconds / 1000), unit: 'rows', rows, ms: { p50: milliseconds, p95: milliseconds, p99: milliseconds, most: milliseconds } };
}
