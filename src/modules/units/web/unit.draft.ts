/** What stands in the fields of a form about a unit, and what of it is sent. Pure. */
import type { UnitPage } from '../unit.contract.ts';
import { hierarchyOf, type UnitKind } from '../unit.kinds.ts';
import { parseNumber } from './unit.words.ts';

export interface FactsDraft {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly type: string;
  readonly rank: string;
  readonly code: string;
  readonly population: string;
  readonly households: string;
  readonly areaKm2: string;
  readonly ownOffice: '' | 'yes' | 'no';
}

export type CountedFact = 'population' | 'households' | 'areaKm2';
export const countedFacts: readonly CountedFact[] = ['population', 'households', 'areaKm2'];

export function emptyDraft(kind: UnitKind): FactsDraft {
  return { name: '', shortName: '', kind, type: '', rank: '', code: '', population: '', households: '', areaKm2: '', ownOffice: '' };
}

/** Numbers are written as people here write them, so that an untouched field reads back the same. */
export function draftOf(unit: Pick<UnitPage, 'name' | 'shortName' | 'kind' | 'type' | 'rank' | 'code' | 'properties'>, written: (value: number) => string): FactsDraft {
  const { properties } = unit;
  const counted = (value: number | undefined) => (value === undefined ? '' : written(value));
  return {
    name: unit.name,
    shortName: unit.shortName ?? '',
    kind: unit.kind,
    type: unit.type ?? '',
    rank: unit.rank ?? '',
    code: unit.code ?? '',
    population: counted(properties.population),
    households: counted(properties.households),
    areaKm2: counted(properties.areaKm2),
    ownOffice: properties.ownOffice === undefined ? '' : properties.ownOffice ? 'yes' : 'no',
  };
}

const withOffice: readonly UnitKind[] = ['cell', 'village', 'commune'];

/** The fields that fit the kind (people and land are a territory's), and those in which something stands already. */
export function shownFacts(draft: FactsDraft): readonly (CountedFact | 'rank' | 'ownOffice')[] {
  const isTerritory = hierarchyOf(draft.kind) === 'territory';
  const territorial = (['rank', ...countedFacts] as const).filter((fact) => isTerritory || draft[fact] !== '');
  return withOffice.includes(draft.kind) || draft.ownOffice !== '' ? [...territorial, 'ownOffice'] : territorial;
}

/** The fields that can't be read: a missing name, a number that is none. */
export function faultsOf(draft: FactsDraft): readonly (keyof FactsDraft)[] {
  const numbers = countedFacts.filter((fact) => draft[fact].trim() !== '' && !isCount(fact, draft[fact]));
  return draft.name.trim() === '' ? ['name', ...numbers] : numbers;
}

function isCount(fact: CountedFact, text: string): boolean {
  const value = parseNumber(text);
  return value !== undefined && (fact === 'areaKm2' || Number.isInteger(value));
}

export function factsOf(draft: FactsDraft) {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    name: draft.name.trim(),
    shortName: text(draft.shortName),
    kind: draft.kind,
    type: text(draft.type),
    rank: text(draft.rank),
    code: text(draft.code),
    properties: propertiesOf(draft),
  };
}

export type SentFacts = ReturnType<typeof factsOf>;

/** Only what was changed is sent: an act on the name says nothing about the number of households. */
export function changedFacts(before: FactsDraft, after: FactsDraft): Partial<SentFacts> {
  const was: Readonly<Record<string, unknown>> = factsOf(before);
  return Object.fromEntries(Object.entries(factsOf(after)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key])));
}

function propertiesOf(draft: FactsDraft) {
  const counted = Object.fromEntries(countedFacts.flatMap((fact) => (draft[fact].trim() === '' ? [] : [[fact, parseNumber(draft[fact])]])));
  return draft.ownOffice === '' ? counted : { ...counted, ownOffice: draft.ownOffice === 'yes' };
}
