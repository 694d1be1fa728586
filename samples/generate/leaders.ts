// The leading officers of a commune, district or province. At each congress (and sometimes between two) a
// holder stays, moves up, or makes room; several posts in one hand are normal.

import { HORIZON, REFORM, START, addDays, addMonths, ageOn, dayBetween, dayInYear, later, yearOf } from './days.ts';
import { endMembership, isHereAtReform, placeMember, placementOn } from './membership.ts';
import { admit, drawPerson } from './people.ts';
import type { Place } from './people.ts';
import { createPost, takePost } from './posts.ts';
import { at } from './random.ts';
import { recordStints } from './succession.ts';
import type { Stint } from './succession.ts';
import type { Person } from './world.ts';

export type Role = 'secretary' | 'standing' | 'deputy' | 'vice' | 'inspection' | 'front';

/** Units whose posts are to be filled; an empty ref means the sample does not hold that one. */
export type Leading = { party: string; government: string; council: string; front: string };

export type LeadershipPlan = {
  leading: Leading;
  level: 'commune' | 'superior';
  /** Cells in which the officers take part. */
  cells: readonly string[];
  /** Days on which the roster is renewed, the first being the start. */
  renewals: readonly string[];
  /** Does the secretary also chair the People's Committee on that day? */
  unified?: (day: string) => boolean;
  /** No deputy's seat stays vacant. */
  full?: boolean;
  /** The committee has no secretary in this span; `to` is its last day. */
  withoutSecretary?: { from: string; to: string };
};

type Roster = Partial<Record<Role, Person>>;

export function leadOrganisation(place: Place, plan: LeadershipPlan): void {
  const rosters = drawRosters(place, plan);
  const stints = (role: Role): Stint[] => stintsOf(rosters, (entry) => entry.roster[role]);
  const { party, government, council, front } = plan.leading;
  fillPost(place, party, 'secretary', interrupt(place, plan, stints('secretary')));
  fillPost(place, party, 'standing_deputy_secretary', leaveVacant(place, plan, stints('standing')));
  fillPost(place, party, 'deputy_secretary', leaveVacant(place, plan, stints('deputy')));
  if (plan.level === 'commune' && government !== '') fillPost(place, party, 'inspection_head', stints('inspection'));
  if (government !== '') {
    const chairs = stintsOf(rosters, ({ day, roster }) => (plan.unified?.(day) ? roster.secretary : roster.deputy));
    fillPost(place, government, 'peoples_committee_chair', chairs);
    fillPost(place, government, 'peoples_committee_vice_chair', stints('vice'));
  }
  if (council !== '') {
    const bySecretary = place.random.chance(0.6);
    fillPost(place, council, 'peoples_council_chair', stints(bySecretary ? 'secretary' : 'standing'));
  }
  if (front !== '') fillPost(place, front, 'front_chair', stints('front'));
  if (plan.cells.length === 1) {
    fillPost(place, at(plan.cells, 0), 'secretary', stints('standing'));
    fillPost(place, at(plan.cells, 0), 'deputy_secretary', stints(government === '' ? 'deputy' : 'vice'));
  }
  settle(place, plan, rosters);
}

/** The committees founded on 2025-07-01 are appointed, from among those who led their predecessors. */
export function appointLeaders(
  place: Place,
  facts: { leading: Leading; pool: readonly Person[]; cell: string; leadsCell: boolean },
): Person[] {
  const { world } = place;
  const { party, government, council, front } = facts.leading;
  const pool = facts.pool.filter((person) => isHereAtReform(world, person) && ageOn(person.birth, REFORM) < 60);
  let next = 0;
  const appoint = (unit: string, kind: string, person?: Person): Person => {
    const chosen = person ?? pool[next++] ?? drawOfficer(place, { level: 'commune', on: REFORM, cell: facts.cell });
    const post = createPost(world, { unit, kind, from: REFORM });
    takePost(world, { person: chosen, post, from: REFORM, how: 'appointed' });
    return chosen;
  };
  const secretary = appoint(party, 'secretary');
  const standing = appoint(party, 'standing_deputy_secretary');
  const deputy = appoint(party, 'deputy_secretary');
  const chosen = [secretary, standing, deputy];
  if (government !== '') {
    appoint(government, 'peoples_committee_chair', deputy);
    chosen.push(appoint(government, 'peoples_committee_vice_chair'), appoint(party, 'inspection_head'));
  }
  if (council !== '') appoint(council, 'peoples_council_chair', place.random.chance(0.7) ? secretary : standing);
  if (front !== '') chosen.push(appoint(front, 'front_chair'));
  if (facts.leadsCell) {
    appoint(facts.cell, 'secretary', standing);
    appoint(facts.cell, 'deputy_secretary', deputy);
  }
  return chosen;
}

function drawRosters(place: Place, plan: LeadershipPlan): { day: string; roster: Roster }[] {
  const rosters: { day: string; roster: Roster }[] = [];
  for (const day of plan.renewals) {
    rosters.push({ day, roster: renew(place, { plan, day, previous: rosters.at(-1)?.roster ?? {} }) });
  }
  return rosters;
}

function renew(place: Place, facts: { plan: LeadershipPlan; day: string; previous: Roster }): Roster {
  const { plan, day, previous } = facts;
  const { random } = place;
  const roles = rolesOf(plan);
  const roster: Roster = {};
  const used = new Set<Person>();
  for (const [index, role] of roles.entries()) {
    const holder = previous[role];
    const below = roles.slice(index + 1).flatMap((lower) => previous[lower] ?? []).filter((person) => !used.has(person));
    const stays = holder && !used.has(holder) && ageOn(holder.birth, day) < 57 && random.chance(0.58);
    const risen = below.find((person) => ageOn(person.birth, day) < 55);
    const chosen = stays ? holder : risen && random.chance(0.5) ? risen : drawOfficer(place, { level: plan.level, on: day, cell: cellOf(plan, index) });
    roster[role] = chosen;
    used.add(chosen);
  }
  return roster;
}

function rolesOf(plan: LeadershipPlan): Role[] {
  const roles: Role[] = ['secretary', 'standing', 'deputy'];
  if (plan.leading.government !== '') {
    roles.push('vice');
    if (plan.level === 'commune') roles.push('inspection');
  }
  if (plan.leading.front !== '') roles.push('front');
  return roles;
}

function drawOfficer(place: Place, facts: { level: 'commune' | 'superior'; on: string; cell: string }): Person {
  const { random, world } = place;
  const year = yearOf(facts.on);
  const age = facts.level === 'superior' ? random.int(42, 54) : random.chance(0.1) ? random.int(31, 35) : random.int(35, 51);
  const person = drawPerson(place, { bornIn: [year - age, year - age], office: facts.level, women: 0.22 });
  admit(person, dayInYear(random, yearOf(person.birth) + random.int(22, 27)));
  const came = random.chance(0.5) ? facts.on : addMonths(facts.on, -random.int(3, 60));
  placeMember(world, { person, cell: facts.cell, from: later(START, later(person.admittedOn, came)) });
  return person;
}

function cellOf(plan: LeadershipPlan, index: number): string {
  return at(plan.cells, index % plan.cells.length);
}

function stintsOf(
  rosters: readonly { day: string; roster: Roster }[],
  holder: (entry: { day: string; roster: Roster }) => Person | undefined,
): Stint[] {
  const stints: Stint[] = [];
  for (const entry of rosters) {
    const person = holder(entry);
    const last = stints.at(-1);
    if (!person || last?.person === person) continue;
    if (last) last.to = addDays(entry.day, -1);
    stints.push({ person, from: entry.day, to: '' });
  }
  return stints;
}

function fillPost(place: Place, unit: string, kind: string, stints: readonly Stint[]): void {
  recordStints(place.world, { post: createPost(place.world, { unit, kind }), stints, how: 'elected' });
}

/** Now and then a deputy's seat waits some months for its next holder, or is empty at present. */
function leaveVacant(place: Place, plan: LeadershipPlan, stints: Stint[]): Stint[] {
  if (plan.full || plan.level === 'superior') return stints;
  for (const stint of stints) {
    const delayed = addDays(stint.from, place.random.int(60, 400));
    if (stint.from > START && (stint.to === '' || delayed < stint.to) && place.random.chance(0.16)) stint.from = delayed;
  }
  return stints;
}

/** The secretary leaves the post early; after the vacancy somebody new comes. */
function interrupt(place: Place, plan: LeadershipPlan, stints: Stint[]): Stint[] {
  const gap = plan.withoutSecretary;
  if (!gap) return stints;
  return stints.flatMap((stint) => {
    if (stint.from >= gap.from || (stint.to !== '' && stint.to < gap.to)) return [stint];
    const from = addDays(gap.to, 1);
    const next = drawOfficer(place, { level: plan.level, on: from, cell: cellOf(plan, 0) });
    return [{ ...stint, to: addDays(gap.from, -1) }, { person: next, from, to: stint.to }];
  });
}

/** Those who no longer lead move away, or stay as members of their cell. */
function settle(place: Place, plan: LeadershipPlan, rosters: readonly { day: string; roster: Roster }[]): void {
  const { random, world } = place;
  const last = rosters.at(-1);
  const staying = new Set(last ? Object.values(last.roster) : []);
  const gone = new Map<Person, string>();
  for (const [index, { roster }] of rosters.entries()) {
    const next = rosters[index + 1];
    if (!next) continue;
    for (const person of Object.values(roster)) if (!staying.has(person)) gone.set(person, next.day);
  }
  for (const [person, day] of gone) {
    if (!random.chance(plan.level === 'superior' ? 0.9 : 0.6)) continue;
    const lastDay = dayBetween(random, day, addMonths(day, 4));
    if (lastDay < HORIZON && placementOn(world, person, lastDay)) endMembership(world, { person, lastDay, reason: 'transferred_out' });
  }
}
