/**
 * A change set of a reorganisation: one decision, one effective day, and what becomes of each unit named. Pure: types of
 * the items, and `digest`, which brings the items together and says where they contradict each other.
 *
 * A unit that ends (merge, split, dissolve) stands until the day before the effective day; whoever takes over begins on
 * it. What an ended unit held follows its heir, the unit that takes what nobody decided otherwise; `move` and `place`
 * items decide row by row, and where there is no heir they must.
 */
import type { Day } from '../../platform/day.ts';
import type { Id } from '../../platform/ids.ts';
import type { How } from '../posts/post.ts';
import type { PostKind } from '../posts/post.kinds.ts';
import type { Hierarchy, UnitKind } from '../units/unit.kinds.ts';
import type { RelationKind, UnitFacts, UnitId } from '../units/unit.ts';

export type ReorganisationId = Id<'reorganisation'>;
export type PersonId = Id<'person'>;

export interface Decision {
  readonly number: string;
  readonly signedOn: Day | null;
  readonly issuer: string | null;
}

export interface FoundItem {
  readonly kind: 'found';
  /** Made by whoever drafts (`newId<'unit'>(home)`); the home of the unit is in it. */
  readonly unitId: UnitId;
  readonly facts: UnitFacts;
  readonly parents: readonly { readonly hierarchy: Hierarchy; readonly parentId: UnitId }[];
  /** Posts of the new unit; where nothing is said, the kinds that its predecessors had, each with the most seats of any. */
  readonly posts?: readonly { readonly kind: PostKind; readonly title: string | null; readonly seats: number }[];
}

/** New name, kind, type, rank, code or properties. */
export interface ChangeItem {
  readonly kind: 'change';
  readonly unitId: UnitId;
  readonly facts: Partial<UnitFacts>;
}

/** Under another unit, or (null) on top of its tree. Also says where a child of an ended unit goes instead of to the heir. */
export interface MoveItem {
  readonly kind: 'move';
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  readonly parentId: UnitId | null;
}

/** Everything directly under a unit that goes on standing (of these kinds, or all) is handed to another one. */
export interface HandOverItem {
  readonly kind: 'handOver';
  readonly unitId: UnitId;
  readonly hierarchy: Hierarchy;
  readonly toId: UnitId;
  readonly kinds?: readonly UnitKind[];
}

/** The units end and go over whole into one, founded in this change set or standing already. */
export interface MergeItem {
  readonly kind: 'merge';
  readonly unitIds: readonly UnitId[];
  readonly intoId: UnitId;
  /** `carry`: whoever holds a post of the units holds the same one of the successor. Otherwise (`leave`) the posts are to be filled anew. */
  readonly holders?: 'leave' | 'carry';
}

/** The unit goes over in parts into several; children and members are decided row by row, or go to the heir. */
export interface SplitItem {
  readonly kind: 'split';
  readonly unitId: UnitId;
  readonly intoIds: readonly UnitId[];
  readonly heirId?: UnitId | null;
  /** It goes on standing with what is not given away. */
  readonly remains?: boolean;
}

/** The unit ends without a successor; what it holds is scattered row by row, or goes to the heir. */
export interface DissolveItem {
  readonly kind: 'dissolve';
  readonly unitId: UnitId;
  readonly heirId?: UnitId | null;
}

export interface RelateItem {
  readonly kind: 'relate' | 'unrelate';
  readonly unitId: UnitId;
  readonly relation: RelationKind;
  readonly otherId: UnitId;
}

/** Row by row: in which cell this member takes part from the effective day. */
export interface PlaceItem {
  readonly kind: 'place';
  readonly personId: PersonId;
  readonly cellId: UnitId;
}

/** Row by row: who holds a post of a unit from the effective day; decides double seats. */
export interface SeatItem {
  readonly kind: 'seat';
  readonly personId: PersonId;
  readonly unitId: UnitId;
  readonly post: PostKind;
  readonly how: How | null;
}

export type ReorganisationItem =
  | FoundItem | ChangeItem | MoveItem | HandOverItem | MergeItem | SplitItem | DissolveItem | RelateItem | PlaceItem | SeatItem;

export const itemKinds = ['found', 'change', 'move', 'handOver', 'merge', 'split', 'dissolve', 'relate', 'unrelate', 'place', 'seat'] as const satisfies readonly ReorganisationItem['kind'][];

export interface ReorganisationDraft {
  readonly title: string;
  readonly decision: Decision;
  readonly effectiveOn: Day;
  /** The committee whose change set it is: who reaches it may read it. Null: the installation's own. */
  readonly unitId: UnitId | null;
  readonly items: readonly ReorganisationItem[];
}

/** Every unit that an item names. */
export function unitsNamed(item: ReorganisationItem): UnitId[] {
  switch (item.kind) {
    case 'found':
      return [item.unitId, ...item.parents.map(({ parentId }) => parentId)];
    case 'move':
      return [item.unitId, ...(item.parentId === null ? [] : [item.parentId])];
    case 'handOver':
      return [item.unitId, item.toId];
    case 'merge':
      return [...item.unitIds, item.intoId];
    case 'split':
      return [item.unitId, ...item.intoIds, ...(item.heirId ? [item.heirId] : [])];
    case 'dissolve':
      return [item.unitId, ...(item.heirId ? [item.heirId] : [])];
    case 'relate':
    case 'unrelate':
      return [item.unitId, item.otherId];
    case 'place':
      return [item.cellId];
    case 'change':
    case 'seat':
      return [item.unitId];
  }
}
