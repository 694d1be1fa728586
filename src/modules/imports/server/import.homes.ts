/**
 * The home of each unit of a workbook: provinces get books of their own, what stands under them is entered there,
 * and what stands above them in the country's book. The home of a unit that is already known never changes.
 */
import { nationalHome, type Home } from '../../../platform/ids.ts';
import type { SheetRow } from '../format/sheets.ts';
import { groupBy } from '../check/context.ts';

export interface HomePlan {
  of(unitRef: string): Home;
  /** Books to open, with the name of their province. */
  readonly opened: readonly { readonly id: Home; readonly name: string }[];
}

export interface HomeSource {
  readonly units: readonly SheetRow<'units'>[];
  readonly relations: readonly SheetRow<'unit_relations'>[];
  /** Home of a unit that stands already; undefined for a new one. */
  readonly known: (unitRef: string) => Home | undefined;
  readonly next: Home;
}

export function planHomes(source: HomeSource): HomePlan {
  const rows = groupBy(source.units, (row) => row.ref);
  const relations = groupBy(source.relations, (row) => row.unit);
  const homes = new Map<string, Home>();
  const opened: { id: Home; name: string }[] = [];

  function of(ref: string): Home {
    const settled = homes.get(ref) ?? source.known(ref);
    if (settled !== undefined) return settled;
    homes.set(ref, nationalHome); // stops at a cycle, which the checks report
    const home = find(ref);
    homes.set(ref, home);
    return home;
  }

  function find(ref: string): Home {
    const versions = rows.get(ref);
    const first = versions?.[0];
    if (!first || first.kind === 'country' || first.kind === 'central') return nationalHome;
    if (first.kind === 'province') return open(first.name);
    if (first.kind === 'provincial_party') return ofRelated(ref) ?? open(first.name);
    const parents = versions.flatMap((row) => [row.party_parent, row.territory_parent, row.government_parent, row.front_parent]);
    const own = parents.filter((parent) => parent !== null).map(of).find((home) => home !== nationalHome);
    return own ?? ofRelated(ref) ?? nationalHome;
  }

  function ofRelated(ref: string): Home | undefined {
    return relations.get(ref)?.map((row) => of(row.other)).find((home) => home !== nationalHome);
  }

  function open(name: string): Home {
    const id = source.next + opened.length;
    opened.push({ id, name });
    return id;
  }

  for (const ref of rows.keys()) of(ref);
  return { of, opened };
}
