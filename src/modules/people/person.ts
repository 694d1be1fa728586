/**
 * A person as recorded: once, whatever roles they hold, with no more than the work needs (docs/personal-data.md).
 * Pure: keys by which names are found and ordered, how numbers are compared, ages, what a search means.
 */
import { addYears, type Day } from '../../platform/day.ts';
import { exactKey, foldVietnamese, givenNameKey, tidySpaces } from '../../platform/text/fold.ts';

export const sexes = ['male', 'female'] as const;
export type Sex = (typeof sexes)[number];
export const educations = ['primary', 'lower_secondary', 'upper_secondary'] as const;
export type Education = (typeof educations)[number];
export const qualifications = ['none', 'vocational', 'college', 'bachelor', 'master', 'doctor'] as const;
export type Qualification = (typeof qualifications)[number];
export const theoryLevels = ['none', 'elementary', 'intermediate', 'advanced'] as const;
export type TheoryLevel = (typeof theoryLevels)[number];
export const birthPrecisions = ['day', 'month', 'year'] as const;
export type BirthPrecision = (typeof birthPrecisions)[number];

export interface Birth {
  readonly on: Day;
  /** How much of the day is known; where only the year is, `on` is its first day. */
  readonly precision: BirthPrecision;
}

export interface PersonFacts {
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly birth: Birth | null;
  readonly education: Education | null;
  readonly qualification: Qualification | null;
  readonly politicalTheory: TheoryLevel | null;
}

export const contactFields = ['phone', 'email', 'citizenNo', 'membershipNo'] as const;
export type ContactField = (typeof contactFields)[number];
export type Contact = { readonly [F in ContactField]: string | null };
export const noContact: Contact = { phone: null, email: null, citizenNo: null, membershipNo: null };

export interface NameKeys {
  readonly nameKey: string;
  readonly exactKey: string;
  readonly sortKey: string;
}

export function nameKeys(fullName: string): NameKeys {
  return { nameKey: foldVietnamese(fullName), exactKey: exactKey(fullName), sortKey: givenNameKey(fullName) };
}

/** Two spellings of one number are one number: only its letters and digits count. */
export function normaliseNumber(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/**
 * Full years on that day, as `age()` of PostgreSQL counts them for figures and lists: somebody born on 29 February
 * grows older on 1 March where there is no 29th.
 */
export function ageOn(birth: Birth, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.on.slice(0, 4));
  return birth.on.slice(5) <= on.slice(5) ? years : years - 1;
}

/** The days of birth of those whose age on the day lies between the two, both included. */
export function birthsOfAges({ from, to }: { from: number | undefined; to: number | undefined }, on: Day): { after: Day | undefined; until: Day | undefined } {
  return { after: to === undefined ? undefined : addYears(on, -(to + 1)), until: from === undefined ? undefined : addYears(on, -from) };
}

export interface NameSearch {
  /** Words without diacritics, each of which the name must contain. */
  readonly words: readonly string[];
  /** Those words that were typed with diacritics or đ: names that bear them so come first. */
  readonly accented: readonly string[];
}

/** What was typed, as words to look for; nothing where it holds no word. */
export function nameSearch(typed: string | undefined): NameSearch | undefined {
  const text = tidySpaces(typed ?? '');
  if (text === '') return undefined;
  const words = foldVietnamese(text).split(' ');
  const exact = exactKey(text).split(' ');
  return { words, accented: exact.filter((word, at) => word !== words[at]) };
}
