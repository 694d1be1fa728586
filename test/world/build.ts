/**
 * Small worlds by hand: units in time, people, membership, posts, written by the owner of the tables without the acts
 * of the modules. Call `derive()` after the last change of structure; days are given as text.
 */
import { sql } from 'kysely';
import { deriveClosure } from '../../src/modules/units/server/unit.closure.ts';
import { hierarchyOf, type Hierarchy, type UnitKind, type UnitType } from '../../src/modules/units/unit.kinds.ts';
import type { PostKind } from '../../src/modules/posts/post.kinds.ts';
import { day, type Day } from '../../src/platform/day.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { toRange } from '../../src/platform/db/period.columns.ts';
import { newId, type Id } from '../../src/platform/ids.ts';
import { exactKey, foldVietnamese, givenNameKey } from '../../src/platform/text/fold.ts';

type UnitId = Id<'unit'>;
type PersonId = Id<'person'>;
type PostId = Id<'post'>;

/** First and last day; from 2000-01-01 and still holding where nothing is said. */
export interface Span {
  readonly from?: string;
  readonly to?: string;
}

export interface NewUnit extends Span {
  readonly kind: UnitKind;
  readonly name?: string;
  readonly shortName?: string;
  readonly type?: UnitType;
  readonly code?: string;
  /** Parent in the hierarchy of its kind. */
  readonly parent?: UnitId;
  readonly parents?: Partial<Record<Hierarchy, UnitId>>;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface NewMember extends Span {
  readonly admitted?: string;
  readonly recognised?: string | null;
  readonly endReason?: 'transferred_out' | 'removed' | 'let_go' | 'expelled' | 'died';
  readonly inReason?: 'admission' | 'transfer_in' | 'internal' | 'initial';
  readonly outReason?: 'transfer_out' | 'internal' | 'end';
}

/** `to` goes with `endReason`: a membership ends for a reason. */
export interface NewMembership extends Span {
  readonly recognised?: string | null;
  readonly endReason?: NewMember['endReason'];
}

export interface NewPerson {
  readonly name?: string;
  readonly sex?: 'male' | 'female';
  readonly birth?: string;
}

const start = '2000-01-01';

export type Build = ReturnType<typeof buildIn>;

export function buildIn(world: { owner: Database }, home = 0) {
  const { db } = world.owner;
  let count = 0;

  return {
    async unit(unit: NewUnit): Promise<UnitId> {
      const id = newId<'unit'>(home);
      await sql`insert into units (id, home_id, created_at) values (${id}, ${home}, now())`.execute(db);
      await writeVersion(id, { ...unit, name: unit.name ?? `${unit.kind} ${++count}` });
      const parents = { ...unit.parents, ...(unit.parent ? { [hierarchyOf(unit.kind)]: unit.parent } : {}) };
      for (const [hierarchy, parent] of Object.entries(parents)) await writeParent(id, { hierarchy, parent, ...span(unit) });
      return id;
    },

    /** Under whom a unit stood, spell by spell. */
    async place(unit: UnitId, hierarchy: Hierarchy, spells: readonly (Span & { parent: UnitId })[]): Promise<void> {
      for (const spell of spells) await writeParent(unit, { hierarchy, ...spell });
    },

    /** From that day on the unit stands elsewhere. */
    async move(unit: UnitId, place: { hierarchy: Hierarchy; parent: UnitId; on: string }): Promise<void> {
      await sql`update unit_parents set valid = daterange(lower(valid), ${place.on}::date)
        where unit_id = ${unit} and hierarchy = ${place.hierarchy} and valid @> ${place.on}::date`.execute(db);
      await writeParent(unit, { hierarchy: place.hierarchy, parent: place.parent, from: place.on });
    },

    async relation(unit: UnitId, kind: 'leads' | 'belongs_to' | 'governs', other: UnitId, period: Span = {}): Promise<void> {
      await sql`insert into unit_relations (id, unit_id, kind, other_id, valid) values (${newId(home)}, ${unit}, ${kind}, ${other}, ${range(period)}::daterange)`.execute(db);
    },

    async lineage(predecessor: UnitId, successor: UnitId, on: string, share: 'whole' | 'part' = 'whole'): Promise<void> {
      await sql`insert into unit_lineage (id, predecessor_id, successor_id, effective_on, share) values (${newId(home)}, ${predecessor}, ${successor}, ${on}, ${share})`.execute(db);
    },

    async person(person: NewPerson = {}): Promise<PersonId> {
      const id = newId<'person'>(home);
      const name = person.name ?? `Nguyễn Văn Người ${++count}`;
      await sql`insert into people (home_id, id, full_name, name_key, exact_key, sort_key, sex, birth_on, birth_precision, generated, version)
        values (${home}, ${id}, ${name}, ${foldVietnamese(name)}, ${exactKey(name)}, ${givenNameKey(name)}, ${person.sex ?? null},
          ${person.birth ?? null}, ${person.birth ? 'day' : null}, true, 1)`.execute(db);
      return id;
    },

    /** A membership with one official placement that lasts as long; `admitted` where it began before the placement. */
    async member(person: PersonId, cell: UnitId, member: NewMember = {}): Promise<Id<'membership'>> {
      const from = member.admitted ?? member.from;
      const ended = member.endReason ? { endReason: member.endReason, ...span(member) } : {};
      const id = await writeMembership(person, { ...ended, ...(from ? { from } : {}), ...(member.recognised === undefined ? {} : { recognised: member.recognised }) });
      await writePlacement({ person, membership: id, cell, kind: 'official', ...member });
      return id;
    },

    /** A membership alone; recognised on its first day where nothing is said, never where null. */
    async membership(person: PersonId, membership: NewMembership): Promise<Id<'membership'>> {
      return writeMembership(person, membership);
    },

    async placement(placement: NewPlacement): Promise<void> {
      await writePlacement(placement);
    },

    async exemption(person: PersonId, period: Span): Promise<void> {
      await sql`insert into exemptions (home_id, id, person_id, valid) values (${home}, ${newId(home)}, ${person}, ${range(period)}::daterange)`.execute(db);
    },

    async away(person: PersonId, period: Span & { withLeave?: boolean }): Promise<void> {
      await sql`insert into away_spells (home_id, id, person_id, valid, with_leave) values (${home}, ${newId(home)}, ${person}, ${range(period)}::daterange, ${period.withLeave ?? null})`.execute(db);
    },

    async post(unit: UnitId, kind: PostKind, post: Span & { seats?: number } = {}): Promise<PostId> {
      const id = newId<'post'>(home);
      await sql`insert into posts (id, unit_id, kind, seats, valid) values (${id}, ${unit}, ${kind}, ${post.seats ?? 1}, ${range(post)}::daterange)`.execute(db);
      return id;
    },

    async tenure(person: PersonId, post: PostId, period: Span = {}): Promise<Id<'tenure'>> {
      const id = newId<'tenure'>(home);
      await sql`insert into tenures (home_id, id, person_id, post_id, valid) values (${home}, ${id}, ${person}, ${post}, ${range(period)}::daterange)`.execute(db);
      return id;
    },

    async rule(rule: Span & { key: string; value: unknown; unit: string; scope?: UnitId }): Promise<void> {
      await sql`insert into rules (id, key, value, value_unit, scope_unit_id, valid, document, confidence)
        values (${newId(home)}, ${rule.key}, ${JSON.stringify(rule.value)}, ${rule.unit}, ${rule.scope ?? null}, ${range(rule)}::daterange, 'test', 'read')`.execute(db);
    },

    /** The closure anew, and fresh statistics: tests plan as a loaded database does. */
    async derive(): Promise<void> {
      await deriveClosure(db);
      await sql`analyze units, unit_versions, unit_closure, unit_relations, people, memberships, placements, posts, tenures`.execute(db);
    },
  };

  async function writeVersion(id: UnitId, unit: NewUnit & { name: string }): Promise<void> {
    await sql`insert into unit_versions (id, unit_id, valid, name, name_key, exact_key, short_name, kind, type, code, properties)
      values (${newId(home)}, ${id}, ${range(unit)}::daterange, ${unit.name}, ${foldVietnamese(unit.name)}, ${exactKey(unit.name)}, ${unit.shortName ?? null}, ${unit.kind},
        ${unit.type ?? null}, ${unit.code ?? null}, ${JSON.stringify(unit.properties ?? {})})`.execute(db);
  }

  async function writeParent(unit: UnitId, place: Span & { hierarchy: string; parent: UnitId }): Promise<void> {
    await sql`insert into unit_parents (id, unit_id, hierarchy, parent_id, valid)
      values (${newId(home)}, ${unit}, ${place.hierarchy}, ${place.parent}, ${range(place)}::daterange)`.execute(db);
  }

  async function writeMembership(person: PersonId, membership: NewMembership): Promise<Id<'membership'>> {
    const id = newId<'membership'>(home);
    const recognised = membership.recognised === undefined ? (membership.from ?? start) : membership.recognised;
    await sql`insert into memberships (home_id, id, person_id, valid, recognised_on, end_reason, version)
      values (${home}, ${id}, ${person}, ${range(membership)}::daterange, ${recognised}, ${membership.endReason ?? null}, 1)`.execute(db);
    return id;
  }

  async function writePlacement(placement: NewPlacement): Promise<void> {
    await sql`insert into placements (home_id, id, person_id, membership_id, cell_id, kind, valid, in_reason, out_reason)
      values (${home}, ${newId(home)}, ${placement.person}, ${placement.membership}, ${placement.cell}, ${placement.kind ?? 'official'},
        ${range(placement)}::daterange, ${placement.inReason ?? null}, ${placement.outReason ?? null})`.execute(db);
  }
}

export interface NewPlacement extends Span {
  readonly person: PersonId;
  readonly membership: Id<'membership'>;
  readonly cell: UnitId;
  readonly kind?: 'official' | 'temporary';
  readonly inReason?: NewMember['inReason'] | undefined;
  readonly outReason?: NewMember['outReason'] | undefined;
}

function span({ from, to }: Span): Span {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function range({ from, to }: Span): string {
  return toRange({ from: day(from ?? start), to: to === undefined ? null : (day(to) as Day) });
}
