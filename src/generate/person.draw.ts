/** Draws people and writes them: names, what is known of birth and schooling, numbers sealed with the installation's keys. */
import type { Home, Id } from '../platform/ids.ts';
import type { Keys } from '../platform/crypto/keys.ts';
import { nameKeys, type NameKeys } from '../modules/people/person.ts';
import { contactColumns, type ContactColumns } from '../modules/people/server/index.ts';
import { givenNameKey } from '../platform/text/fold.ts';
import type { RowSink } from './copy.loader.ts';
import { dayText, yearOf, type DayNumber } from './day.numbers.ts';
import type { IdMint } from './id.mint.ts';
import { drawName } from './person.names.ts';
import { chooser, type Random } from './random.ts';

/** Where a row of a person is written and by whom: one stream of chance and one run of numbers per province. */
export interface Drawing {
  readonly sink: RowSink;
  readonly mint: IdMint;
  readonly keys: Keys;
  readonly random: Random;
  /** Words of names that were folded already. */
  readonly folded: Map<string, NameKeys>;
  /** How many people the province has made: its invented numbers follow from it. */
  readonly made: { people: number };
  readonly maker: number;
}

export interface DrawnPerson {
  readonly id: Id<'person'>;
  readonly home: Home;
  readonly bornIn: number;
}

const educations = {
  old: chooser<string | null>([['upper_secondary', 38], ['lower_secondary', 34], ['primary', 9], [null, 19]]),
  young: chooser<string | null>([['upper_secondary', 84], ['lower_secondary', 5], [null, 11]]),
};
const qualifications = {
  old: chooser<string | null>([['none', 46], ['vocational', 16], ['college', 5], ['bachelor', 12], ['master', 1], [null, 20]]),
  young: chooser<string | null>([['none', 14], ['vocational', 14], ['college', 13], ['bachelor', 38], ['master', 7], ['doctor', 0.4], [null, 14]]),
};
const theories = chooser<string | null>([['none', 46], ['elementary', 21], ['intermediate', 14], ['advanced', 3], [null, 16]]);
const precisions = chooser<'day' | 'month' | 'year' | null>([['day', 83], ['month', 4], ['year', 9], [null, 4]]);

export function drawPerson(drawing: Drawing, given: { home: Home; birth: DayNumber; isMember: boolean; womenShare: number }): DrawnPerson {
  const { random, sink, mint } = drawing;
  const id = mint.id<'person'>(given.home);
  const bornIn = yearOf(given.birth);
  const sex = random.chance(given.womenShare) ? 'female' : 'male';
  const name = drawName(random, sex, bornIn);
  const keys = keysOf(drawing, name);
  const generation = bornIn < 1972 ? 'old' : 'young';
  const [birthOn, precision] = birthColumns(random, given.birth);
  const contact = drawContact(drawing, id, given);
  sink.write('people', [
    given.home, id, name, keys.nameKey, keys.exactKey, keys.sortKey, random.chance(0.985) ? sex : null, birthOn, precision,
    educations[generation](random), qualifications[generation](random), theories(random), true,
    contact.phone_sealed ?? null, null, contact.citizen_no_sealed ?? null, contact.citizen_no_hash ?? null, contact.membership_no_sealed ?? null, contact.membership_no_hash ?? null, 1,
  ]);
  return { id, home: given.home, bornIn };
}

/** Keys of a name are those of its words: the few thousand words there are get folded once. */
function keysOf({ folded }: Drawing, name: string): NameKeys {
  const words = name.split(' ').map((word) => folded.get(word) ?? foldWord(folded, word));
  return { nameKey: words.map((word) => word.nameKey).join(' '), exactKey: words.map((word) => word.exactKey).join(' '), sortKey: givenNameKey(name) };
}

function foldWord(folded: Map<string, NameKeys>, word: string): NameKeys {
  const keys = nameKeys(word);
  folded.set(word, keys);
  return keys;
}

function birthColumns(random: Random, birth: DayNumber): [string | null, string | null] {
  const precision = precisions(random);
  const text = dayText(birth);
  if (precision === null) return [null, null];
  return [precision === 'day' ? text : precision === 'month' ? `${text.slice(0, 7)}-01` : `${text.slice(0, 4)}-01-01`, precision];
}

/** Numbers lie in ranges that are given to nobody; different people never share one, except telephones. */
function drawContact({ keys, random, sink, made, maker }: Drawing, id: Id<'person'>, { isMember }: { isMember: boolean }): ContactColumns {
  made.people += 1;
  const own = `${String(maker).padStart(3, '0')}${String((made.people * 7919) % 1_000_000).padStart(6, '0')}`;
  const phone = random.chance(0.15) ? `0900${own.slice(3)}` : undefined;
  const citizenNo = random.chance(isMember ? 0.4 : 0.15) ? `000${own}` : undefined;
  const membershipNo = isMember && random.chance(0.9) ? `00.${own}` : undefined;
  const columns = contactColumns(keys, id, { phone, citizenNo, membershipNo });
  if (columns.citizen_no_hash) sink.write('person_keys', ['citizen_no', columns.citizen_no_hash, id]);
  if (columns.membership_no_hash) sink.write('person_keys', ['membership_no', columns.membership_no_hash, id]);
  return columns;
}
