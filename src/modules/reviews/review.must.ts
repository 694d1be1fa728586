/**
 * Who must be reviewed, by what form, where. Collectives: committees of grassroots and divisional organisations and of cells that have
 * one (25-HD/BTCTW; rulebook R4.15). People: members, each in the own cell; who leads elsewhere there as well (43-HD/BTCTW; R4.10).
 * Who is exempt from Party activities is not reviewed (R4.18). Pure.
 */
import type { Id } from '../../platform/ids.ts';
import { isLeader, type PostKind } from '../posts/post.kinds.ts';
import type { UnitKind, UnitType } from '../units/unit.kinds.ts';
import type { PeopleScope, ReviewForm } from './review.kinds.ts';

export interface Place {
  readonly id: Id<'unit'>;
  readonly kind: UnitKind;
  readonly type: UnitType | null;
  /** How many hold posts of its committee. */
  readonly committee: number;
}

export interface Held {
  readonly unitId: Id<'unit'>;
  readonly kind: PostKind;
  readonly unitKind: UnitKind;
}

export interface Member {
  readonly id: Id<'person'>;
  readonly cellId: Id<'unit'>;
  readonly isExempt: boolean;
  readonly posts: readonly Held[];
}

export interface Due {
  readonly unitId: Id<'unit'>;
  readonly personId: Id<'person'> | null;
  readonly form: ReviewForm;
}

/** Cells and their members are reviewed in the cycles of what stands directly above them: a province opens for committees and leaders. */
export function takesCells(opener: UnitKind): boolean {
  return opener !== 'provincial_party' && opener !== 'central';
}

const withCollective: readonly UnitKind[] = ['provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'division_party'];

export function collectivesDue(places: readonly Place[]): Due[] {
  return places.filter(({ kind, committee }) => withCollective.includes(kind) || (kind === 'cell' && committee > 1)).map(({ id }) => ({ unitId: id, personId: null, form: 'collective' }));
}

export function peopleDue(members: readonly Member[], { places, scope }: { readonly places: readonly Place[]; readonly scope: PeopleScope }): Due[] {
  if (scope === 'none') return [];
  const byId = new Map(places.map((place) => [place.id, place]));
  return members.filter(({ isExempt }) => !isExempt).flatMap((member) => {
    const form = formOf(member, byId.get(member.cellId)?.type ?? null);
    if (scope === 'leaders' && form !== '2B') return [];
    const elsewhere = leadingPosts(member).map(({ unitId }) => unitId).filter((unitId) => unitId !== member.cellId && byId.has(unitId));
    return [...new Set([member.cellId, ...elsewhere])].map((unitId) => ({ unitId, personId: member.id, form }));
  });
}

function formOf(member: Member, cellType: UnitType | null): ReviewForm {
  if (leadingPosts(member).length > 0) return '2B';
  return cellType === null || cellType === 'residential' ? '2C' : '2A';
}

function leadingPosts({ posts }: Member): readonly Held[] {
  return posts.filter(({ kind, unitKind }) => isLeader(kind, unitKind));
}
