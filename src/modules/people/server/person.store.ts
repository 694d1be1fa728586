/** The only writer of people and of the country-wide registry of their numbers. */
import './person.tables.ts';
import { sql } from 'kysely';
import { markPeople } from '../../../figures/server/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rows } from '../../../platform/db/database.ts';
import { homeOf, type Id } from '../../../platform/ids.ts';
import { Problem } from '../../../platform/problem.ts';
import { nameKeys, type ContactField, type PersonFacts } from '../person.ts';
import { contactColumns, numberHash, resealedColumns, type NumberKind, type SealedRow } from './person.seal.ts';

type PersonId = Id<'person'>;
type ContactChange = { readonly [F in ContactField]?: string | null | undefined };
type FactsChange = { readonly [K in keyof PersonFacts]?: PersonFacts[K] | undefined };

export async function insertPerson(ctx: Ctx, person: { id: PersonId; facts: PersonFacts; contact: ContactChange; generated: boolean }): Promise<void> {
  const { id, facts, contact, generated } = person;
  await saveNumbers(ctx, id, contact);
  const empty = { phone_sealed: null, email_sealed: null, citizen_no_sealed: null, citizen_no_hash: null, membership_no_sealed: null, membership_no_hash: null };
  await ctx.db
    .insertInto('people')
    .values({ home_id: homeOf(id), id, ...empty, ...nameColumns(facts.fullName), ...factColumns(facts), ...contactColumns(ctx.keys, id, contact), generated, version: 1 })
    .execute();
}

/** Answers the new version. @throws Problem platform.stale when somebody else has changed the person since `version`. */
export async function updatePerson(ctx: Ctx, change: { id: PersonId; version: number; facts: FactsChange; contact: ContactChange }): Promise<number> {
  const { id, version, facts, contact } = change;
  await saveNumbers(ctx, id, contact);
  const columns = { ...(facts.fullName === undefined ? {} : nameColumns(facts.fullName)), ...factColumns(facts), ...contactColumns(ctx.keys, id, contact), version: version + 1 };
  const result = await ctx.db.updateTable('people').set(columns).where('home_id', '=', homeOf(id)).where('id', '=', id).where('version', '=', version).executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new Problem({ code: 'platform.stale', kind: 'stale' });
  if (facts.sex !== undefined || facts.birth !== undefined) await markPeople(ctx.db, [id]);
  return version + 1;
}

function nameColumns(fullName: string) {
  const keys = nameKeys(fullName);
  return { full_name: fullName, name_key: keys.nameKey, exact_key: keys.exactKey, sort_key: keys.sortKey };
}

function factColumns(facts: FactsChange) {
  return {
    ...(facts.sex === undefined ? {} : { sex: facts.sex }),
    ...(facts.birth === undefined ? {} : { birth_on: facts.birth?.on ?? null, birth_precision: facts.birth?.precision ?? null }),
    ...(facts.education === undefined ? {} : { education: facts.education }),
    ...(facts.qualification === undefined ? {} : { qualification: facts.qualification }),
    ...(facts.politicalTheory === undefined ? {} : { political_theory: facts.politicalTheory }),
  };
}

async function saveNumbers(ctx: Ctx, id: PersonId, contact: ContactChange): Promise<void> {
  if (contact.citizenNo !== undefined) await saveNumber(ctx, id, { kind: 'citizen_no', number: contact.citizenNo, taken: 'people.citizenNoTaken' });
  if (contact.membershipNo !== undefined) await saveNumber(ctx, id, { kind: 'membership_no', number: contact.membershipNo, taken: 'people.membershipNoTaken' });
}

async function saveNumber(ctx: Ctx, id: PersonId, { kind, number, taken }: { kind: NumberKind; number: string | null; taken: string }): Promise<void> {
  await ctx.db.deleteFrom('person_keys').where('kind', '=', kind).where('person_id', '=', id).execute();
  if (number === null) return;
  const saved = await ctx.db
    .insertInto('person_keys')
    .values({ kind, hash: numberHash(ctx.keys, kind, number), person_id: id })
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows !== 1n) throw new Problem({ code: taken, kind: 'conflict' });
}

const batch = 500;

/** After a new sealing key was added: seals what older keys sealed again, a batch at a time. Answers how many people. */
export async function resealPeople({ db, keys }: Pick<Ctx, 'db' | 'keys'>): Promise<number> {
  const newest = keys.sealing.at(-1)!.id;
  let count = 0;
  for (;;) {
    const stale = await rows(db, sql<SealedRow & { home_id: number; version: number }>`
      select home_id, id, version, phone_sealed, email_sealed, citizen_no_sealed, membership_no_sealed from people
      where get_byte(phone_sealed, 0) <> ${newest} or get_byte(email_sealed, 0) <> ${newest}
        or get_byte(citizen_no_sealed, 0) <> ${newest} or get_byte(membership_no_sealed, 0) <> ${newest} limit ${batch}`);
    for (const row of stale) {
      // The version stays: nothing was changed. A row changed meanwhile is sealed with the newest key already, or comes round again.
      await db.updateTable('people').set(resealedColumns(keys, row)).where('home_id', '=', row.home_id).where('id', '=', row.id).where('version', '=', row.version).execute();
    }
    count += stale.length;
    if (stale.length < batch) return count;
  }
}
