/** Which five figures stand on the page of a unit. Pure. */
import type { Hierarchy, UnitKind } from '../unit.kinds.ts';

const ofKind: Partial<Record<UnitKind, readonly string[]>> = {
  cell: ['members', 'members.admissions', 'heads.members', 'posts.vacancies', 'holders.several'],
  commune_party: ['members', 'cells', 'members.admissions', 'heads.members', 'villages.secretaryIsHead'],
  commune: ['villages', 'heads', 'heads.members', 'heads.secretaries', 'villages.ownOffice'],
  village: ['heads', 'heads.members', 'heads.secretaries', 'posts.vacancies', 'members'],
};

const ofHierarchy: Readonly<Record<Hierarchy, readonly string[]>> = {
  party: ['members', 'cells', 'members.admissions', 'secretaries.new', 'posts.vacancies'],
  territory: ['units.communes', 'villages', 'heads', 'heads.members', 'communes.secretaryIsChair'],
  government: ['units', 'holders.several', 'posts.vacancies', 'heads', 'communes.secretaryIsChair'],
  front: ['units', 'holders.several', 'posts.vacancies', 'heads', 'villages.deputyIsFrontHead'],
};

/** Leads no village: nothing to say of heads. */
const ofCellElsewhere = ['members', 'members.admissions', 'members.ends', 'posts.vacancies', 'holders.several'];

export function keyFigures({ kind, type, hierarchy }: { kind: UnitKind; type: string | null; hierarchy: Hierarchy }): readonly string[] {
  if (kind === 'cell' && type !== 'residential') return ofCellElsewhere;
  return ofKind[kind] ?? ofHierarchy[hierarchy];
}
