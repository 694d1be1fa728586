/**
 * What a search for a name means in SQL. Ranks, lowest first: names with the diacritics that were typed before those
 * without; among either the very name, then whole words, beginnings of words, parts of words. Columns are those of `p`, a person.
 */
import { sql, type RawBuilder } from 'kysely';
import { nameSearch, type NameSearch } from '../person.ts';

export interface Search {
  readonly matches: RawBuilder<unknown>;
  readonly rank: RawBuilder<number>;
  /** Each rank that there can be, with the predicate for just its names. */
  readonly tiers: readonly { readonly rank: number; readonly is: RawBuilder<unknown> }[];
}

export function searchFor(typed: string | undefined): Search | undefined {
  const search = nameSearch(typed);
  return search && searchOf(search);
}

function searchOf({ words, accented }: NameSearch): Search {
  const every = (all: readonly string[], test: (word: string) => RawBuilder<unknown>) => sql`(${sql.join(all.map(test), sql` and `)})`;
  const name = sql`(' ' || p.name_key || ' ')`; // as people_by_word has it
  const part = every(words, (word) => sql`${name} like ${`%${likeText(word)}%`}`);
  const whole = every(words, (word) => sql`${name} like ${`% ${likeText(word)} %`}`);
  const starts = every(words, (word) => sql`${name} like ${`% ${likeText(word)}%`}`);
  const borne = every(accented.length > 0 ? accented : [''], (word) => sql`' ' || p.exact_key like ${`% ${likeText(word)}%`}`);
  const named = sql`p.name_key = ${words.join(' ')}`; // by people_by_whole_name, so that a common one is as quick as a rare one
  const kinds = [named, sql`${whole} and not ${named}`, sql`${starts} and not ${whole}`, sql`${part} and not ${starts}`];
  const plain = kinds.map((is, rank) => ({ rank, is }));
  return {
    matches: part,
    rank: sql<number>`((case when ${borne} then 0 else ${sql.lit(kinds.length)} end) + (case when ${named} then 0 when ${whole} then 1 when ${starts} then 2 else 3 end))`,
    tiers: accented.length === 0 ? plain : [
      ...plain.map(({ rank, is }) => ({ rank, is: sql`${is} and ${borne}` })),
      ...plain.map(({ rank, is }) => ({ rank: rank + kinds.length, is: sql`${is} and not ${borne}` })),
    ],
  };
}

/** As it stands in a pattern of `like`. */
export function likeText(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&');
}
