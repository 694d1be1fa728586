/** Clauses and states in words; where the pages of cascades are. */
import type { z } from 'zod';
import type { Writing } from '../../../ui/language.tsx';
import type { cascadeContract } from '../cascade.contract.ts';
import { towardNames } from '../cascade.kinds.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import { radarTexts } from './radar.messages.ts';

export type Clauses = z.output<(typeof cascadeContract)['clauses']['output']>;
export type ClauseOnPage = Clauses['items'][number];
export type Radar = z.output<(typeof cascadeContract)['radar']['output']>;
export type AskedUnit = z.output<(typeof cascadeContract)['unit']['output']>;
export type AskedClause = AskedUnit['clauses'][number];

export function clausesHref(id: string): string {
  return `/van-ban/${id}/noi-dung`;
}

export function radarHref(id: string, unitId?: string): string {
  return `/van-ban/${id}/trien-khai${unitId === undefined ? '' : `?trong=${unitId}`}`;
}

export function askedHref(id: string, unitId: string): string {
  return `/van-ban/${id}/trien-khai/${unitId}`;
}

/** Where it is answered and carried out: at the unit itself, or at whoever goes on with it. */
export function answersAt({ unit, heir }: Pick<AskedUnit, 'unit' | 'heir'>): string {
  return heir?.id ?? unit.id;
}

/** A unit that is asked, and with whom it goes on where it was merged. */
export function bodyWords({ name, heir }: { readonly name: string; readonly heir: { readonly name: string } | null }, { t }: Pick<Writing, 't'>): string {
  return heir ? t(radarTexts.heirOf, { unit: name, heir: heir.name }) : name;
}

/** Who only receives it is not told of units beyond its reach. */
export function passedDownWords({ cascade, own, may }: Clauses, { t, day, number }: Pick<Writing, 't' | 'day' | 'number'>): string | undefined {
  if (!cascade) return undefined;
  const said = { day: day(cascade.openedOn), units: number(cascade.asked) };
  if (may.includes('document.record')) return t(texts.passedDown, said);
  return own.length === 1 ? t(texts.passedToOwn, { ...said, unit: bodyWords(own[0]!, { t }) }) : t(texts.passedWithin, said);
}

/** "Phải đạt từ 97 % · Hạn 31/12/2026 · Giao: đảng ủy các xã". */
export function demandsOf({ target, measure, toward, dueOn, forWhom }: Pick<ClauseOnPage, 'target' | 'measure' | 'toward' | 'dueOn' | 'forWhom'>, { t, day, number }: Pick<Writing, 't' | 'day' | 'number'>): string {
  return [
    target !== null && measure !== null && toward !== null && t(texts.target, { toward: t(towardNames[toward]), number: number(target), measure }),
    dueOn !== null && t(texts.due, { day: day(dueOn) }),
    forWhom !== null && t(texts.forWhom, { whom: forWhom }),
  ].filter(Boolean).join(' · ');
}

/** "97,5" and "1.200" as they are written here. Undefined where it is no number. */
export function readNumber(typed: string): number | undefined {
  const bare = typed.trim().replaceAll(/\s/g, '');
  if (!/^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+([,.]\d+)?$/.test(bare)) return undefined;
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare);
  return Number((isGrouped ? bare.replaceAll('.', '') : bare).replace(',', '.'));
}

export function writtenNumber(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
