/** How a unit, its kind and its facts are named on screen. Pure. */
import type { Language } from '../../../platform/messages.ts';
import { meetingUnitKinds } from '../../meetings/meeting.kinds.ts';
import { hierarchies, kindName, typeName, unitKinds, type Hierarchy, type UnitKind, type UnitKindEntry } from '../unit.kinds.ts';

export function unitHref(id: string): string {
  return `/don-vi/${id}`;
}

/** Undefined where such a unit holds none, or who asks may not read them. */
export function meetingsHref({ id, kind, may }: { readonly id: string; readonly kind: UnitKind; readonly may: readonly string[] }): string | undefined {
  return may.includes('meeting.read') && meetingUnitKinds.includes(kind) ? `/sinh-hoat?donVi=${id}` : undefined;
}

export function kindsOf(hierarchy: Hierarchy): readonly (UnitKindEntry & { readonly code: UnitKind })[] {
  return unitKinds.filter((kind) => kind.hierarchy === hierarchy);
}

/** "Chi bộ · Thôn, tổ dân phố"; the local word alone where it says it all ("Ấp"). */
export function kindWords({ kind, type }: { kind: UnitKind; type: string | null }, language: Language): string {
  const local = typeName(kind, type, language);
  if (!local) return kindName(kind, language);
  return kind === 'cell' ? `${kindName(kind, language)} · ${local}` : local;
}

export function hierarchyName(hierarchy: Hierarchy, language: Language): string {
  return hierarchies.find(({ code }) => code === hierarchy)?.[language] ?? hierarchy;
}

/** "1.250" and "12,5" as people here write them; undefined where it is no number. */
export function parseNumber(text: string): number | undefined {
  const bare = text.trim().replace(/[.\s]/g, '').replace(',', '.');
  const value = Number(bare);
  return bare !== '' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
