/** Writes units: each with its versions, parents and relations in time, and which units succeeded which. */
import { exactKey, foldVietnamese } from '../platform/text/fold.ts';
import type { Home } from '../platform/ids.ts';
import type { Hierarchy, UnitKind } from '../modules/units/unit.kinds.ts';
import type { RelationKind, UnitId, UnitProperties } from '../modules/units/unit.ts';
import type { RowSink } from './copy.loader.ts';
import { dayText, range, type DayNumber } from './day.numbers.ts';
import type { IdMint } from './id.mint.ts';

/** From a day up to, but without, another; open where there is none. */
export interface Stretch {
  readonly from: DayNumber;
  readonly end?: DayNumber | undefined;
}

export interface NameStretch extends Stretch {
  readonly name: string;
  readonly type: string | null;
}

export interface ParentStretch extends Stretch {
  readonly hierarchy: Hierarchy;
  readonly parentId: UnitId;
}

export interface NewUnit {
  readonly home: Home;
  readonly kind: UnitKind;
  readonly code?: string;
  readonly shortName?: string;
  readonly properties?: UnitProperties;
  readonly names: readonly NameStretch[];
  readonly parents: readonly ParentStretch[];
}

/** When rows say they were written: a fixed moment, as the same seed gives the same rows. */
const createdAt = '2022-01-01T00:00:00Z';

export class UnitBook {
  readonly #sink: RowSink;
  readonly #mint: IdMint;
  #count = 0;

  constructor(sink: RowSink, mint: IdMint) {
    this.#sink = sink;
    this.#mint = mint;
  }

  get count(): number {
    return this.#count;
  }

  found(unit: NewUnit): UnitId {
    const id: UnitId = this.#mint.id(unit.home);
    this.#count += 1;
    this.#sink.write('units', [id, unit.home, createdAt]);
    const properties = JSON.stringify(unit.properties ?? {});
    for (const { name, type, from, end } of unit.names) {
      this.#sink.write('unit_versions', [
        this.#mint.id(unit.home), id, range(from, end), name, foldVietnamese(name), exactKey(name), unit.shortName ?? null, unit.kind, type, null, unit.code ?? null, properties, null, null,
      ]);
    }
    for (const { hierarchy, parentId, from, end } of unit.parents) {
      this.#sink.write('unit_parents', [this.#mint.id(unit.home), id, hierarchy, parentId, range(from, end), null]);
    }
    return id;
  }

  relate({ home, unitId, kind, otherId, from, end }: Stretch & { home: Home; unitId: UnitId; kind: RelationKind; otherId: UnitId }): void {
    this.#sink.write('unit_relations', [this.#mint.id(home), unitId, kind, otherId, range(from, end), null]);
  }

  succeed({ home, from, to, on, decision }: { home: Home; from: UnitId; to: UnitId; on: DayNumber; decision: string }): void {
    this.#sink.write('unit_lineage', [this.#mint.id(home), from, to, dayText(on), 'whole', decision]);
  }

  breathe(): Promise<void> {
    return this.#sink.breathe();
  }
}
