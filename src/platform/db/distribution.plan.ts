/**
 * From one machine to a Citus cluster, as a list of steps: which foreign keys go, where each table is taken, which keys
 * come back. Pure, so that the list can be shown before anything is touched. What already stands in its place is left.
 */
import { homeColumn, tablesAt, type Place, type Registry } from './distribution.ts';

export interface ForeignKey {
  readonly name: string;
  readonly table: string;
  readonly references: string;
  /** As PostgreSQL writes it: `FOREIGN KEY (…) REFERENCES …`. */
  readonly definition: string;
}

/** Where Citus has a table; a local one that it must know because of its foreign keys is `joined`. */
export type Standing = Exclude<Place, 'local'> | 'joined';

export interface Situation {
  readonly registry: Registry;
  readonly standing: Readonly<Record<string, Standing>>;
  /** Those in the database, and those that an earlier run took out and did not come to put back. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly missing: readonly ForeignKey[];
  readonly shards: number;
}

export type Step =
  | { readonly act: 'dropKeys'; readonly foreignKeys: readonly ForeignKey[] }
  | { readonly act: 'reference' | 'join' | 'free'; readonly table: string }
  | { readonly act: 'distribute'; readonly table: string; readonly beside: string | undefined; readonly shards: number }
  | { readonly act: 'addKey'; readonly foreignKey: ForeignKey };

export function planDistribution({ registry, standing, foreignKeys, missing, shards }: Situation): Step[] {
  const all = [...foreignKeys, ...missing];
  const joined = localsTiedToReferences(registry, all);
  const isInPlace = (table: string) => standing[table] !== undefined || (registry[table] === 'local' && !joined.includes(table));
  const dropped = foreignKeys.filter(({ table, references }) => !isInPlace(table) || !isInPlace(references));
  const references = tablesAt(registry, 'reference').filter((table) => !isInPlace(table));
  const distributed = tablesAt(registry, 'distributed').filter((table) => !isInPlace(table));
  const first = tablesAt(registry, 'distributed').find(isInPlace) ?? distributed[0];
  const added = [...dropped, ...missing];
  // After an interrupted run nobody knows which old copies were freed already.
  const freed = missing.length > 0 ? [...tablesAt(registry, 'reference'), ...tablesAt(registry, 'distributed')] : [...references, ...distributed];
  return [
    ...(dropped.length > 0 ? [{ act: 'dropKeys', foreignKeys: dropped } as const] : []),
    ...references.map((table) => ({ act: 'reference', table }) as const),
    ...distributed.map((table) => ({ act: 'distribute', table, beside: table === first ? undefined : first, shards }) as const),
    ...freed.map((table) => ({ act: 'free', table }) as const),
    ...joined.filter((table) => !isInPlace(table)).map((table) => ({ act: 'join', table }) as const),
    ...added.map((foreignKey) => ({ act: 'addKey', foreignKey }) as const),
  ];
}

export function statementsOf(step: Step): string[] {
  switch (step.act) {
    case 'dropKeys':
      return step.foreignKeys.map(({ table, name }) => `alter table ${quoted(table)} drop constraint ${quoted(name)}`);
    case 'addKey':
      return [`alter table ${quoted(step.foreignKey.table)} add constraint ${quoted(step.foreignKey.name)} ${step.foreignKey.definition}`];
    case 'reference':
      return [`select create_reference_table(${literal(step.table)})`];
    case 'join':
      return [`select citus_add_local_table_to_metadata(${literal(step.table)})`];
    case 'free':
      return [`select truncate_local_data_after_distributing_table(${literal(step.table)})`];
    case 'distribute':
      return [`select create_distributed_table(${literal(step.table)}, '${homeColumn}', ${placeOf(step)})`];
  }
}

function placeOf({ beside, shards }: { beside: string | undefined; shards: number }): string {
  return beside === undefined ? `colocate_with => 'none', shard_count => ${shards}` : `colocate_with => ${literal(beside)}`;
}

/** Citus checks a foreign key of a local table to a reference table only if it knows the local table and all that hang on it. */
function localsTiedToReferences(registry: Registry, foreignKeys: readonly ForeignKey[]): string[] {
  const tied = new Set(tablesAt(registry, 'reference'));
  for (let before = 0; before !== tied.size;) {
    before = tied.size;
    for (const { table, references } of foreignKeys) {
      for (const [one, other] of [[table, references], [references, table]] as const) {
        if (tied.has(one) && registry[other] === 'local') tied.add(other);
      }
    }
  }
  return tablesAt(registry, 'local').filter((table) => tied.has(table));
}

function quoted(name: string): string {
  return `"${name}"`;
}

function literal(table: string): string {
  return `'public.${quoted(table)}'`;
}
