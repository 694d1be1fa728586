/** The rows that a seed gives, looked at without a database. */
import { hashOf } from '../random.ts';
import type { LoadedTable, RowSink, Value } from '../copy.loader.ts';
import { dayNumber } from '../day.numbers.ts';
import { buildCountry } from '../generate.ts';
import { drawProvince } from '../people.ts';
import type { Country } from '../structure.ts';
import { planTerritory, type Size, type TerritoryPlan } from '../territory.plan.ts';

export interface Drawn {
  readonly country: Country;
  readonly plan: TerritoryPlan;
  readonly tables: ReadonlyMap<LoadedTable, readonly (readonly Value[])[]>;
}

const keys = { sealing: [{ id: 1, key: Buffer.alloc(32, 1) }], hashing: Buffer.alloc(32, 2) };

export async function drawRows(given: { size: Size; seed: string; folder?: string; withPeople?: boolean }): Promise<Drawn> {
  const tables = new Map<LoadedTable, (readonly Value[])[]>();
  const sink: RowSink = {
    write: (table, values) => void (tables.get(table)?.push(values) ?? tables.set(table, [values])),
    breathe: async () => {},
  };
  const plan = await planTerritory({ ...given, folder: given.folder });
  const country = await buildCountry(sink, { seed: given.seed }, plan);
  const peopling = { sink, seed: given.seed, keys, until: dayNumber('2026-06-30'), country, folded: new Map(), isReorganised: true, onCells() {} };
  if (given.withPeople !== false) for (const province of country.provinces) await drawProvince(peopling, province);
  return { country, plan, tables };
}

/** Sealed fields are sealed anew each time: of them only that they are there is compared. */
export function fingerprint({ tables }: Drawn): Record<string, string> {
  const shown = (value: Value) => (Buffer.isBuffer(value) ? (value.length === 32 ? value.toString('hex') : 'sealed') : String(value));
  return Object.fromEntries([...tables].map(([table, lines]) => [table, `${lines.length}/${hashOf(lines.map((line) => line.map(shown).join('\t')).join('\n'))}`]));
}
