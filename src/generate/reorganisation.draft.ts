/**
 * The reorganisation of 1 July 2025 as one change set: provinces joined, districts dissolved, communes made of whole and
 * partial old ones, each with its Party organisation, People's Committee and Front. Cells and villages follow by rule;
 * those of a commune that went in parts are shared out row by row.
 */
import type { Day } from '../platform/day.ts';
import type { Home } from '../platform/ids.ts';
import type { ReorganisationDraft, ReorganisationItem } from '../modules/reorganisations/reorganisation.ts';
import type { PostKind } from '../modules/posts/post.kinds.ts';
import type { UnitKind } from '../modules/units/unit.kinds.ts';
import type { RelationKind, UnitId } from '../modules/units/unit.ts';
import { communeType, lowerFirst } from './build.seats.ts';
import { IdMint } from './id.mint.ts';
import { committeePosts } from './officers.ts';
import { Random } from './random.ts';
import { communesOf, type Mapping, type NewCommune, type NewProvince } from './reorganisation.mapping.ts';
import type { Agency, Commune, Seats } from './structure.ts';

export const effectiveOn = '2025-07-01' as Day;

/** A commune or province that begins on the day, with the bodies of those that it takes over whole or in part. */
export interface Founded {
  readonly seats: Seats;
  readonly home: Home;
  readonly predecessors: readonly Seats[];
}

export interface DraftedReorganisation {
  readonly draft: ReorganisationDraft;
  readonly founded: readonly Founded[];
}

type Level = 'province' | 'commune';
type Body = keyof Seats;

const bodies = ['territory', 'party', 'government', 'front'] as const satisfies readonly Body[];
const titles: Readonly<Record<Body, string>> = { territory: '', party: 'Đảng bộ', government: 'Ủy ban nhân dân', front: 'Ủy ban Mặt trận Tổ quốc Việt Nam' };
const relations: readonly (readonly [Body, RelationKind])[] = [['party', 'leads'], ['government', 'governs'], ['front', 'belongs_to']];

export function draftReorganisation(mapping: Mapping, { seed, top }: { seed: string; top: Pick<Seats, 'territory' | 'party' | 'front'> }): DraftedReorganisation {
  const drafting = new Drafting(seed);
  const provinces = new Map(mapping.provinces.map((province) => [province, drafting.joinProvinces(province, { ...top, government: undefined })]));
  const communes = new Map(mapping.communes.map((commune) => [commune, drafting.makeCommune(commune, provinces.get(commune.province)!)]));
  drafting.shareOut(communes);
  for (const province of mapping.provinces) drafting.dissolveDistricts(province, provinces.get(province)!, communes);
  const decision = { number: '202/2025/QH15', signedOn: '2025-06-12' as Day, issuer: 'Quốc hội' };
  return { draft: { title: 'Sắp xếp đơn vị hành chính ngày 01/7/2025', decision, effectiveOn, unitId: null, items: drafting.items }, founded: drafting.founded };
}

type Above = Omit<Seats, 'government'> & { readonly government: UnitId | undefined };

class Drafting {
  readonly items: ReorganisationItem[] = [];
  readonly founded: Founded[] = [];
  readonly #mints = new Map<Home, IdMint>();
  readonly #random: Random;
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
    this.#random = new Random(`${seed}/reorganisation`);
  }

  /** One that stands alone goes on as it is; several go over into a new one, in the home of the one whose code it bears. */
  joinProvinces(province: NewProvince, above: Above): Seats {
    const [only, ...others] = province.from;
    if (only && others.length === 0) return only.seats;
    const { home } = province.from.find(({ plan }) => plan.code === province.code) ?? only!;
    const seats = this.#found({ level: 'province', home, place: province, type: province.name.startsWith('Thành phố') ? 'thanh_pho' : 'tinh', above });
    this.#merge(province.from.map((old) => old.seats), seats);
    this.founded.push({ seats, home, predecessors: province.from.map((old) => old.seats) });
    return seats;
  }

  makeCommune(commune: NewCommune, above: Seats): Seats {
    const [first, ...others] = commune.from;
    if (first?.isWhole && others.length === 0) return this.#keep(commune, first.commune);
    const home = commune.province.from.find((province) => communesOf(province).some((old) => old === first?.commune))?.home ?? commune.province.from[0]!.home;
    const seats = this.#found({ level: 'commune', home, place: commune, type: communeType(commune.name), above, ...(first ? {} : { hasNoPredecessor: true }) });
    const whole = commune.from.filter(({ isWhole }) => isWhole).map((old) => old.commune.seats);
    if (whole.length > 0) this.#merge(whole, seats);
    this.founded.push({ seats, home, predecessors: commune.from.map((old) => old.commune.seats) });
    return seats;
  }

  /** Communes that went in parts: villages, their Front boards and cells each to one of the successors. */
  shareOut(communes: ReadonlyMap<NewCommune, Seats>): void {
    const parts = Map.groupBy([...communes].flatMap(([next, seats]) => next.from.flatMap(({ commune, isWhole }) => (isWhole ? [] : [{ commune, seats }]))), ({ commune }) => commune);
    const heirs = new Set<Seats>();
    for (const [commune, targets] of parts) {
      const successors = targets.map(({ seats }) => seats);
      const heir = successors[0]!;
      heirs.add(heir);
      for (const body of bodies) this.items.push({ kind: 'split', unitId: commune.seats[body], intoIds: successors.map((seats) => seats[body]), heirId: heir[body] });
      this.#scatter(commune, successors);
    }
    for (const [next, seats] of communes) if (!next.from.some(({ isWhole }) => isWhole) && !heirs.has(seats)) this.#relateBodies(seats);
  }

  /** The districts end; some of their agencies go to a commune of the area, the others to the province. */
  dissolveDistricts({ from }: NewProvince, heir: Seats, communes: ReadonlyMap<NewCommune, Seats>): void {
    const successorOf = new Map([...communes].flatMap(([next, seats]) => next.from.map(({ commune }) => [commune, seats] as const)));
    for (const district of from.flatMap(({ districts }) => districts)) {
      for (const body of bodies) this.items.push({ kind: 'dissolve', unitId: district.seats[body], heirId: heir[body] });
      const near = district.communes.flatMap((commune) => successorOf.get(commune) ?? []);
      for (const agency of district.agencies.slice(1)) this.#handAgency(agency, near);
    }
  }

  #handAgency(agency: Agency, near: readonly Seats[]): void {
    if (near.length === 0 || !this.#random.chance(0.4)) return;
    this.items.push({ kind: 'move', unitId: agency.id, hierarchy: 'party', parentId: this.#random.pick(near).party });
  }

  /** A commune that nothing joins goes on, under a new name or code where it got one. */
  #keep({ code, name }: NewCommune, old: Commune): Seats {
    const isSame = old.code === code && old.name === name;
    if (!isSame) {
      this.items.push({ kind: 'change', unitId: old.seats.territory, facts: { name, code, type: communeType(name) } });
      for (const body of ['party', 'government', 'front'] as const) this.items.push({ kind: 'change', unitId: old.seats[body], facts: { name: `${titles[body]} ${lowerFirst(name)}` } });
    }
    return old.seats;
  }

  #scatter(commune: Commune, successors: readonly Seats[]): void {
    const heir = successors[0]!;
    for (const village of commune.villages) {
      const target = this.#random.pick(successors);
      if (target === heir) continue;
      this.items.push({ kind: 'move', unitId: village.id, hierarchy: 'territory', parentId: target.territory }, { kind: 'move', unitId: village.boardId, hierarchy: 'front', parentId: target.front });
      for (const cell of commune.cells) if (cell.villages[0] === village) this.items.push({ kind: 'move', unitId: cell.id, hierarchy: 'party', parentId: target.party });
    }
    for (const cell of commune.cells) {
      if (cell.villages.length === 0 && this.#random.chance(0.4)) this.items.push({ kind: 'move', unitId: cell.id, hierarchy: 'party', parentId: this.#random.pick(successors).party });
    }
  }

  #merge(olds: readonly Seats[], seats: Seats): void {
    for (const body of bodies) this.items.push({ kind: 'merge', unitIds: olds.map((old) => old[body]), intoId: seats[body] });
  }

  #found({ level, home, place, type, above, hasNoPredecessor }: { level: Level; home: Home; place: { code: string; name: string }; type: string; above: Above; hasNoPredecessor?: boolean }): Seats {
    const kinds: Readonly<Record<Body, UnitKind>> = { territory: level, party: level === 'province' ? 'provincial_party' : 'commune_party', government: 'peoples_committee', front: 'front_committee' };
    const found = (body: Body): UnitId => {
      const unitId: UnitId = this.#mintOf(home).id(home);
      const isTerritory = body === 'territory';
      const name = isTerritory ? place.name : `${titles[body]} ${lowerFirst(place.name)}`;
      const parentId = above[body];
      const facts = { name, shortName: null, kind: kinds[body], type: isTerritory ? type : null, rank: null, code: isTerritory ? place.code : null, properties: {} };
      this.items.push({ kind: 'found', unitId, facts, parents: parentId === undefined ? [] : [{ hierarchy: body, parentId }], ...(hasNoPredecessor ? { posts: postsOf(body) } : {}) });
      return unitId;
    };
    return { territory: found('territory'), party: found('party'), government: found('government'), front: found('front') };
  }

  #relateBodies(seats: Seats): void {
    for (const [body, relation] of relations) this.items.push({ kind: 'relate', unitId: seats[body], relation, otherId: seats.territory });
  }

  #mintOf(home: Home): IdMint {
    const known = this.#mints.get(home);
    if (known) return known;
    const mint = new IdMint({ seed: this.#seed, stage: 'reorganised', maker: home });
    this.#mints.set(home, mint);
    return mint;
  }
}

/** What a commune's bodies usually have, for one that nobody goes over into. */
function postsOf(body: Body): { kind: PostKind; title: null; seats: number }[] {
  return committeePosts.flatMap(({ of, kind, seats }) => (of === body ? [{ kind, title: null, seats }] : []));
}
