/** Items as they come over the API, with units named by id or by the ref of a founding, as they are stored: by id alone. */
import { z } from 'zod';
import type { Ctx } from '../../../platform/context.ts';
import { homeOf, nationalHome, newId, type Home } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import type { UnitFacts, UnitId } from '../../units/unit.ts';
import type { ItemInput } from '../reorganisation.contract.ts';
import type { ReorganisationId, ReorganisationItem } from '../reorganisation.ts';
import { findReorganisation, readRefs, type NewItem } from './reorganisation.store.ts';

type Found = Extract<ItemInput, { kind: 'found' }>;
type Naming = (name: string) => UnitId;

export async function itemsFrom(ctx: Ctx, { id, items }: { id: ReorganisationId; items: readonly ItemInput[] }): Promise<NewItem[]> {
  const set = await findReorganisation(ctx, id);
  const refs = await readRefs(ctx, id);
  const founding = items.filter((item) => item.kind === 'found');
  const byRef = new Map(founding.map((item) => [item.ref, item]));
  if (byRef.size < founding.length || founding.some(({ ref }) => refs.has(ref))) throw new Problem({ code: 'reorganisations.refTwice', kind: 'conflict' });
  const fallback = set?.unitId ? homeOf(set.unitId) : nationalHome;
  for (const item of founding) refs.set(item.ref, newId<'unit'>(homeOfNew(item, { byRef, refs, fallback })));
  const named: Naming = (name) => {
    if (isId(name)) return name.toLowerCase() as UnitId;
    const known = refs.get(name);
    if (known === undefined) throw new Problem({ code: 'reorganisations.unknownRef', kind: 'conflict', data: { ref: name } });
    return known;
  };
  return items.map((item) => ({ ref: item.kind === 'found' ? item.ref : null, item: itemFrom(item, named) }));
}

function isId(name: string): boolean {
  return z.guid().safeParse(name).success;
}

interface Known {
  readonly byRef: ReadonlyMap<string, Found>;
  readonly refs: ReadonlyMap<string, UnitId>;
  readonly fallback: Home;
}

/** The book of the unit above it; what stands on top is entered in the book of the committee whose change set it is. */
function homeOfNew(item: Found, known: Known, seen: ReadonlySet<string> = new Set()): Home {
  for (const { parentId } of item.parents) {
    if (isId(parentId)) return homeOf(parentId.toLowerCase() as UnitId);
    const drafted = known.refs.get(parentId);
    if (drafted) return homeOf(drafted);
    const beside = known.byRef.get(parentId);
    if (beside && !seen.has(parentId)) return homeOfNew(beside, known, new Set([...seen, parentId]));
  }
  return known.fallback;
}

function itemFrom(item: ItemInput, named: Naming): ReorganisationItem {
  switch (item.kind) {
    case 'found':
      return {
        kind: 'found', unitId: named(item.ref), facts: { ...item.facts, properties: given(item.facts.properties) },
        parents: item.parents.map(({ hierarchy, parentId }) => ({ hierarchy, parentId: named(parentId) })), ...(item.posts && { posts: item.posts }),
      };
    case 'change':
      return { kind: 'change', unitId: named(item.unitId), facts: given(item.facts) as Partial<UnitFacts> }; // keys that were not sent are left out
    case 'move':
      return { ...item, unitId: named(item.unitId), parentId: item.parentId === null ? null : named(item.parentId) };
    case 'handOver':
      return { kind: 'handOver', unitId: named(item.unitId), hierarchy: item.hierarchy, toId: named(item.toId), ...(item.kinds && { kinds: item.kinds }) };
    case 'merge':
      return { kind: 'merge', unitIds: item.unitIds.map(named), intoId: named(item.intoId), ...(item.holders && { holders: item.holders }) };
    case 'split':
      return { kind: 'split', unitId: named(item.unitId), intoIds: item.intoIds.map(named), heirId: item.heirId ? named(item.heirId) : null, ...(item.remains && { remains: true }) };
    case 'dissolve':
      return { kind: 'dissolve', unitId: named(item.unitId), heirId: item.heirId ? named(item.heirId) : null };
    case 'relate':
    case 'unrelate':
      return { ...item, unitId: named(item.unitId), otherId: named(item.otherId) };
    case 'place':
      return { ...item, cellId: named(item.cellId) };
    case 'seat':
      return { ...item, unitId: named(item.unitId) };
  }
}

/** Leaves out the keys that were not sent. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
