/**
 * Where the rows of each table live when one machine is not enough (docs/scaling.md): *distributed* by the home of the
 * row, *reference* on every node, *local* on the one that is asked. Said once, in db/distribution.json.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const distributionFile = join(import.meta.dirname, '../../../db/distribution.json');

/** The column by which rows are spread; never changed in a row. */
export const homeColumn = 'home_id';

const placeSchema = z.enum(['distributed', 'reference', 'local']);

export type Place = z.output<typeof placeSchema>;
export type Registry = Readonly<Record<string, Place>>;

export async function readRegistry(file = distributionFile): Promise<Registry> {
  return z.record(z.string(), placeSchema).parse(JSON.parse(await readFile(file, 'utf8')));
}

export function tablesAt(registry: Registry, place: Place): string[] {
  return Object.keys(registry).filter((table) => registry[table] === place);
}
