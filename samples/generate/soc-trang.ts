// Case D: the 109 commune Party organisations of Sóc Trăng in 2021–2022 with their leading officers, a few seats
// vacant; two communes are shown down to their hamlets. Since 2025-07-01 all belong to Cần Thơ.

import { fillCell } from './cell.ts';
import { addCommune } from './commune.ts';
import type { Commune, Superior } from './commune.ts';
import { endDistrict, foundNewCommunes, keepCommune } from './district.ts';
import { leadOrganisation } from './leaders.ts';
import { openPlace } from './people.ts';
import type { Place } from './people.ts';
import type { Provinces } from './provinces.ts';
import { at, createRandom } from './random.ts';
import { mergeCommunes } from './reform.ts';
import { slug } from './slug.ts';
import { districts, successors } from './soc-trang.facts.ts';
import { addSuperior, officeCellOf } from './superiors.ts';
import { changeUnit } from './units.ts';
import { addVillage, addVillageCell, electCellOffices, electVillageOffices, lowerFirst } from './village.ts';
import type { World } from './world.ts';

const ANCHOR = '2022-05-09';
const CELL_TERMS = ['2010-01-01', '2012-10-09', '2015-04-02', '2017-09-28', '2020-03-17', '2022-09-15', '2025-01-15'];
const HEAD_ELECTIONS = ['2010-01-01', '2012-12-02', '2015-05-17', '2017-12-03', '2020-06-21', '2022-12-25', '2025-03-30'];
const DECISION = 'Nghị quyết 1668/NQ-UBTVQH15';
/** Communes shown down to their hamlets, with the number of these. */
const detailed: Readonly<Record<string, number>> = { '31612': 8, '31699': 7 };
/** Their successors, which take over the boards of the Front. */
const detailedSuccessors: readonly string[] = ['31591', '31699'];
/** Committees without a secretary in that span. */
const withoutSecretary: Readonly<Record<string, { from: string; to: string }>> = {
  '31543': { from: '2022-03-01', to: '2022-08-14' },
  '31651': { from: '2022-04-11', to: '2022-12-04' },
  '31786': { from: '2021-11-22', to: '2022-06-30' },
  '31702': { from: '2022-02-07', to: '2022-06-09' },
};

type MadeDistrict = { code: string; superior: Superior };
type MadeCommune = { commune: Commune; successor: string };

export function addSocTrang(world: World, provinces: Provinces): void {
  const place = openPlace({ world, random: createRandom('Sóc Trăng'), name: 'soc-trang', region: 'soc-trang', series: 5 });
  const madeDistricts: MadeDistrict[] = [];
  const made: MadeCommune[] = [];
  for (const facts of districts) {
    const superior = addDistrict(place, { ...facts, above: provinces.socTrang });
    madeDistricts.push({ code: facts.code, superior });
    for (const [code, name, successor] of facts.communes) {
      made.push({ commune: addDistrictCommune(place, { superior, code, name }), successor });
    }
  }
  mergeWardNine(world, made);
  reform(place, { province: provinces.canTho, madeDistricts, made });
}

function addDistrict(place: Place, facts: { code: string; name: string; above: Superior }): Superior {
  const superior = addSuperior(place.world, {
    ref: `soc-trang.${slug(facts.name)}`, name: facts.name, level: 'district', code: facts.code, above: facts.above, hasGovernment: false,
  });
  leadOrganisation(place, {
    leading: { ...superior, council: '' }, level: 'superior', cells: [officeCellOf(superior)],
    renewals: ['2010-01-01', '2015-08-25', '2020-08-25', `2022-0${place.random.int(1, 9)}-15`],
  });
  return superior;
}

function addDistrictCommune(place: Place, facts: { superior: Superior; code: string; name: string }): Commune {
  const { superior, code, name } = facts;
  const hamlets = detailed[code] ?? 0;
  const commune = addCommune(place.world, {
    ref: `${superior.ref}.${slug(name)}`, name, code, superior, organisations: hamlets > 0 ? 'all' : 'party', hasAgencyCell: true,
  });
  leadOrganisation(place, {
    leading: commune, level: 'commune', cells: [commune.agency], renewals: renewalsOf(place),
    ...(withoutSecretary[code] ? { withoutSecretary: withoutSecretary[code] } : {}),
  });
  for (let index = 0; index < hamlets; index += 1) addHamlet(place, commune, index);
  return commune;
}

function addHamlet(place: Place, commune: Commune, index: number): void {
  const { random } = place;
  const name = `Ấp ${index + 1}`;
  const village = `${commune.ref}.ap-${index + 1}`;
  const cell = `${commune.ref}.cell-${index + 1}`;
  addVillage(place, { commune, ref: village, name, type: 'ap', households: random.int(210, 560) });
  const core = addVillageCell(place, { commune, ref: cell, name: `Chi bộ ${lowerFirst(name)}`, leads: [village] });
  const { secretaries, deputies } = electCellOffices(place, { cell, core, terms: CELL_TERMS, gaps: true });
  electVillageOffices(place, {
    village, type: 'ap', secretaries, deputies, core, elections: HEAD_ELECTIONS,
    unified: (day) => index % 2 === 0 && day >= '2017',
    outsider: (day) => index === 3 && day < '2020',
    deputyHeadsFront: (day) => index % 3 !== 0 && day >= '2017',
  });
  fillCell(place, { cell, anchor: ANCHOR, size: random.int(9, 14), probationary: index % 3 === 0 ? 1 : 0, profile: 'village' });
}

/** Ward 1 of Sóc Trăng city took in ward 9 and has had its code since. */
function mergeWardNine(world: World, made: readonly MadeCommune[]): void {
  const city = 'soc-trang.thanh-pho-soc-trang';
  const find = (ref: string): Commune[] => made.flatMap(({ commune }) => (commune.ref === ref ? [commune] : []));
  const into = at(find(`${city}.phuong-1`), 0);
  const decision = 'Nghị quyết 1105/NQ-UBTVQH15';
  mergeCommunes(world, { from: find(`${city}.phuong-9`), into, on: '2024-09-01', decision });
  changeUnit(world, { ref: into.ref, on: '2024-09-01', facts: { code: '31522', decision } });
}

function reform(
  place: Place,
  facts: { province: Superior; madeDistricts: readonly MadeDistrict[]; made: readonly MadeCommune[] },
): void {
  const { province, madeDistricts, made } = facts;
  const { world } = place;
  const founded = new Map<string, Commune>();
  for (const { code, superior } of madeDistricts) {
    const plans = successors.filter(([, , home]) => home === code);
    const communes = foundNewCommunes(place, {
      district: superior, province, organisations: 'party', hasAgencyCell: true, decision: DECISION,
      communes: plans.map(([newCode, name]) => ({
        ref: `can-tho.${slug(name)}`,
        name,
        code: newCode,
        from: made.flatMap((one) => (one.successor === name ? [one.commune] : [])),
        ...(detailedSuccessors.includes(newCode) ? { organisations: 'all' as const } : {}),
      })),
    });
    for (const commune of communes) founded.set(commune.name, commune);
  }
  for (const { commune, successor } of made) if (successor === '') keepCommune(world, { commune, province, decision: DECISION });
  for (const { superior } of madeDistricts) {
    const own = made.filter(({ commune }) => commune.ref.startsWith(`${superior.ref}.`));
    const next = own.flatMap(({ commune, successor }) => founded.get(successor) ?? (successor === '' ? [commune] : []));
    endDistrict(world, { district: superior, successors: [...new Set(next)], decision: DECISION });
  }
}

function renewalsOf(place: Place): string[] {
  const { random } = place;
  const day = (): string => String(random.int(10, 28));
  const between = random.chance(0.5) ? [`2018-0${random.int(1, 9)}-${day()}`] : [];
  const recent = random.weighted([[`2021-1${random.int(0, 2)}-${day()}`, 3], [`2022-0${random.int(1, 4)}-${day()}`, 2], [`2023-0${random.int(1, 9)}-${day()}`, 5]] as const);
  return ['2010-01-01', `2015-0${random.int(4, 6)}-${day()}`, ...between, `2020-0${random.int(5, 7)}-${day()}`, recent];
}
