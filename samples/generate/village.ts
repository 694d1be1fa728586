// A village (or residential group), the board of the Front in it, the cell that leads it, and their officers.

import { START, addDays } from './days.ts';
import { drawCore } from './cell.ts';
import { drawPerson } from './people.ts';
import type { Place } from './people.ts';
import { createPost } from './posts.ts';
import { electEach, holderAt, isEligible, keepOrReplace, recordStints } from './succession.ts';
import type { Stint } from './succession.ts';
import { foundUnit, relate } from './units.ts';
import type { Commune } from './commune.ts';
import type { Person, UnitVersion } from './world.ts';

export type VillageSite = {
  commune: Commune;
  ref: string;
  /** Name with the local word, e.g. `Thôn 3`. */
  name: string;
  type: 'thon' | 'ap' | 'khom' | 'to_dan_pho' | 'khu_vuc';
  households: number;
  ownOffice?: UnitVersion['ownOffice'];
};

const headTitles = {
  thon: 'Trưởng thôn',
  ap: 'Trưởng ấp',
  khom: 'Trưởng khóm',
  khu_vuc: 'Trưởng khu vực',
  to_dan_pho: 'Tổ trưởng tổ dân phố',
} as const;

export function addVillage(place: Place, site: VillageSite): void {
  const { world, random } = place;
  foundUnit(world, {
    ref: site.ref,
    name: site.name,
    shortName: site.name,
    kind: 'village',
    type: site.type,
    territoryParent: site.commune.ref,
    households: site.households,
    population: Math.round(site.households * (3.3 + random.next() * 0.9)),
    note: 'tên và số liệu được tạo',
  });
  const board = foundUnit(world, {
    ref: boardOf(site.ref),
    name: `Ban công tác Mặt trận ${lowerFirst(site.name)}`,
    kind: 'front_board',
    frontParent: site.commune.front,
  });
  relate(world, { unit: board, relation: 'belongs_to', other: site.ref });
}

/** Founds the cell of one or several villages, with its core of lasting members. */
export function addVillageCell(
  place: Place,
  facts: { commune: Commune; ref: string; name: string; leads: readonly string[]; ownOffice?: UnitVersion['ownOffice'] },
): Person[] {
  foundUnit(place.world, {
    ref: facts.ref,
    name: facts.name,
    kind: 'cell',
    type: 'residential',
    partyParent: facts.commune.party,
    ownOffice: facts.ownOffice ?? '',
  });
  for (const village of facts.leads) relate(place.world, { unit: facts.ref, relation: 'leads', other: village });
  return drawCore(place, facts.ref);
}

export type VillageOffices = {
  village: string;
  type: VillageSite['type'];
  secretaries: readonly Stint[];
  deputies: readonly Stint[];
  core: readonly Person[];
  elections: readonly string[];
  /** Is the secretary to be elected head on that day? */
  unified: (day: string) => boolean;
  /** Is somebody outside the Party to be elected head on that day? */
  outsider: (day: string) => boolean;
  /** Is the deputy secretary to head the board of the Front from that day? */
  deputyHeadsFront: (day: string) => boolean;
};

/** The village head and the head of the board of the Front, election by election. */
export function electVillageOffices(place: Place, offices: VillageOffices): Stint[] {
  const { world } = place;
  const heads = electHeads(place, offices);
  const post = createPost(world, {
    unit: offices.village,
    kind: offices.type === 'to_dan_pho' ? 'residential_group_head' : 'village_head',
    title: headTitles[offices.type],
  });
  recordStints(world, { post, stints: heads, how: 'elected' });
  const boardPost = createPost(world, { unit: boardOf(offices.village), kind: 'front_board_head' });
  recordStints(world, { post: boardPost, stints: electFrontHeads(place, offices, heads), how: 'elected' });
  return heads;
}

/** Secretary and deputy of a cell from its core; with `gaps` a deputy's seat sometimes stays empty for a while. */
export function electCellOffices(
  place: Place,
  facts: { cell: string; core: readonly Person[]; terms: readonly string[]; gaps?: boolean },
): { secretaries: Stint[]; deputies: Stint[] } {
  const { world, random } = place;
  const secretaries = electEach(facts.terms, (day, holder) =>
    keepOrReplace(random, { keep: 0.66, holder, eligible: eligibleOn(facts.core, day) }),
  );
  const deputies = electEach(facts.terms, (day, holder) => {
    const eligible = eligibleOn(facts.core, day).filter((person) => person !== holderAt(secretaries, day));
    return keepOrReplace(random, { keep: 0.6, holder, eligible });
  });
  if (facts.gaps) delaySome(place, deputies);
  recordStints(world, { post: createPost(world, { unit: facts.cell, kind: 'secretary' }), stints: secretaries, how: 'elected' });
  recordStints(world, { post: createPost(world, { unit: facts.cell, kind: 'deputy_secretary' }), stints: deputies, how: 'elected' });
  return { secretaries, deputies };
}

export function boardOf(village: string): string {
  return `${village}.front-board`;
}

function electHeads(place: Place, offices: VillageOffices): Stint[] {
  return electEach(offices.elections, (day, holder) => {
    const secretary = holderAt(offices.secretaries, day);
    if (offices.unified(day) && secretary) return secretary;
    if (offices.outsider(day)) return holder && holder.admittedOn === '' ? holder : drawOutsider(place, day);
    const eligible = eligibleOn(offices.core, day).filter((person) => person !== secretary);
    return keepOrReplace(place.random, { keep: 0.6, holder, eligible });
  });
}

function electFrontHeads(place: Place, offices: VillageOffices, heads: readonly Stint[]): Stint[] {
  return electEach(offices.elections, (day, holder) => {
    const deputy = holderAt(offices.deputies, day);
    if (offices.deputyHeadsFront(day) && deputy) return deputy;
    if (holder && holder.admittedOn === '' && place.random.chance(0.7)) return holder;
    if (place.random.chance(0.3)) return drawOutsider(place, day);
    const eligible = eligibleOn(offices.core, day).filter(
      (person) => person !== deputy && person !== holderAt(heads, day) && person !== holderAt(offices.secretaries, day),
    );
    return keepOrReplace(place.random, { keep: 0.6, holder, eligible });
  });
}

function drawOutsider(place: Place, day: string): Person {
  const year = Number(day.slice(0, 4));
  return drawPerson(place, { bornIn: [year - 50, year - 28], women: 0.3 });
}

function eligibleOn(core: readonly Person[], day: string): Person[] {
  return core.filter((person) => isEligible(person, day));
}

function delaySome(place: Place, stints: Stint[]): void {
  for (const stint of stints) {
    const delayed = addDays(stint.from, place.random.int(40, 260));
    if (stint.from > START && (stint.to === '' || delayed < stint.to) && place.random.chance(0.14)) stint.from = delayed;
  }
}

/** As within a longer name: `Chi bộ thôn 3`. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
