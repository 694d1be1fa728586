/**
 * Rows into the database by COPY, many tables at once, each over a connection of its own. Nothing is seen by others
 * before `finish`. The tables are empty before: their rows are written frozen, so that no vacuum has to visit them.
 */
import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { RowText, type Piece } from './row.text.ts';

/** Columns in the order in which rows give their values. */
export const tableColumns = {
  homes: ['id', 'name'],
  units: ['id', 'home_id', 'created_at'],
  unit_versions: ['id', 'unit_id', 'valid', 'name', 'name_key', 'exact_key', 'short_name', 'kind', 'type', 'rank', 'code', 'properties', 'decision', 'note'],
  unit_parents: ['id', 'unit_id', 'hierarchy', 'parent_id', 'valid', 'decision'],
  unit_relations: ['id', 'unit_id', 'kind', 'other_id', 'valid', 'decision'],
  unit_lineage: ['id', 'predecessor_id', 'successor_id', 'effective_on', 'share', 'decision'],
  people: [
    'home_id', 'id', 'full_name', 'name_key', 'exact_key', 'sort_key', 'sex', 'birth_on', 'birth_precision', 'education', 'qualification', 'political_theory', 'generated',
    'phone_sealed', 'email_sealed', 'citizen_no_sealed', 'citizen_no_hash', 'membership_no_sealed', 'membership_no_hash', 'version',
  ],
  person_keys: ['kind', 'hash', 'person_id'],
  memberships: ['home_id', 'id', 'person_id', 'valid', 'recognised_on', 'end_reason', 'decision', 'version'],
  placements: ['home_id', 'id', 'person_id', 'membership_id', 'cell_id', 'kind', 'valid', 'in_reason', 'out_reason', 'decision'],
  exemptions: ['home_id', 'id', 'person_id', 'valid', 'decision'],
  away_spells: ['home_id', 'id', 'person_id', 'valid', 'place', 'with_leave', 'contact_sealed'],
  posts: ['id', 'unit_id', 'kind', 'title', 'seats', 'valid'],
  tenures: ['home_id', 'id', 'person_id', 'post_id', 'valid', 'how', 'end_reason', 'decision'],
  meetings: [
    'home_id', 'id', 'unit_id', 'kind', 'is_extended', 'state', 'held_on', 'starts', 'ends', 'mode', 'topic', 'adopted_on', 'opened_on', 'is_late', 'minutes',
    'expected', 'present', 'online', 'excused', 'absent', 'full_expected', 'full_present', 'guests', 'heads', 'score', 'score_level', 'version', 'recorded_at',
  ],
  meeting_books: ['home_id', 'meeting_id', 'content'],
  meeting_guests: ['home_id', 'id', 'meeting_id', 'name', 'role', 'is_present'],
  attendances: ['home_id', 'held_on', 'meeting_id', 'person_id', 'unit_id', 'basis', 'standing', 'mark', 'reason'],
} as const satisfies Record<string, readonly string[]>;

export type LoadedTable = keyof typeof tableColumns;
export type Value = string | number | boolean | null | Buffer;

/** Where rows go: the database, or a test that looks at them. */
export interface RowSink {
  write(table: LoadedTable, values: readonly Value[]): void;
  /** Waits where more was written than the database has taken. */
  breathe(): Promise<void>;
}

interface Lane {
  readonly client: pg.Client;
  readonly stream: CopyStreamQuery;
}

export class CopyLoader implements RowSink {
  readonly #lanes: ReadonlyMap<LoadedTable, Lane>;
  readonly #text = new RowText((piece) => void this.#send(piece));
  readonly #failed = Promise.withResolvers<never>();
  #rows = 0;
  #failure: unknown;

  private constructor(lanes: ReadonlyMap<LoadedTable, Lane>) {
    this.#lanes = lanes;
    this.#failed.promise.catch(() => {});
    for (const { stream } of lanes.values()) stream.on('error', (error) => this.#fail(error));
  }

  static async open(url: string, tables: readonly LoadedTable[]): Promise<CopyLoader> {
    return new CopyLoader(new Map(await Promise.all(tables.map(async (table) => [table, await openLane(url, table)] as const))));
  }

  get rows(): number {
    return this.#rows;
  }

  /** Rejected as soon as the database refuses anything. */
  get failed(): Promise<never> {
    return this.#failed.promise;
  }

  write(table: LoadedTable, values: readonly Value[]): void {
    this.#text.write(table, values);
  }

  /** Rows that were gathered elsewhere; done when they are on their way to the database. */
  async take(piece: Piece<Uint8Array>): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#send(piece, (error) => (error ? reject(error) : resolve()));
    await promise;
  }

  async breathe(): Promise<void> {
    for (const { stream } of this.#lanes.values()) if (stream.writableNeedDrain && this.#failure === undefined) await once(stream, 'drain');
    if (this.#failure !== undefined) throw this.#failure;
  }

  async finish(): Promise<void> {
    this.#text.flush();
    if (this.#failure !== undefined) throw this.#failure;
    await Promise.all([...this.#lanes.values()].map(finishLane));
  }

  /** What was written is gone. */
  async abandon(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map(({ client }) => client.end().catch(() => {})));
  }

  #send({ table, text, rows }: Piece<string | Uint8Array>, onTaken?: (error: Error | null | undefined) => void): void {
    const lane = this.#lanes.get(table);
    if (!lane) throw new Error(`table ${table} is not being loaded`);
    this.#rows += rows;
    lane.stream.write(text, onTaken);
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#failed.reject(error);
  }
}

async function openLane(url: string, table: LoadedTable): Promise<Lane> {
  const client = new pg.Client({ connectionString: url, application_name: 'satcoso-generate', options: '-c synchronous_commit=off' });
  client.on('error', () => {});
  await client.connect();
  await client.query('begin');
  // Rows can be written frozen only into a table emptied in the same transaction, and not through a partitioned one; homes has its first row already.
  const isFrozen = table !== 'homes' && table !== 'attendances';
  if (isFrozen) await client.query(`truncate ${table}`);
  const stream = client.query(copyFrom(`copy ${table} (${tableColumns[table].join(', ')}) from stdin${isFrozen ? ' with (freeze)' : ''}`));
  return { client, stream };
}

async function finishLane({ client, stream }: Lane): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  stream.once('error', reject);
  stream.once('finish', resolve);
  stream.end();
  await promise;
  await client.query('commit');
  await client.end();
}
