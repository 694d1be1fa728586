/** What is typed into the forms about a person, and what of it is sent. Pure. */
import type { z } from 'zod';
import type { personPage } from '../person.contract.ts';
import { contactFields, type Contact, type Education, type PersonFacts, type Qualification, type Sex, type TheoryLevel } from '../person.ts';
import { birthText, parseBirth } from './birth.ts';

export interface TypedFacts {
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly birth: string;
  readonly education: Education | null;
  readonly qualification: Qualification | null;
  readonly politicalTheory: TheoryLevel | null;
}

export type TypedContact = { readonly [F in keyof Contact]: string };

export const noFacts: TypedFacts = { fullName: '', sex: null, birth: '', education: null, qualification: null, politicalTheory: null };
export const emptyContact: TypedContact = { phone: '', email: '', citizenNo: '', membershipNo: '' };

export function factsTyped({ fullName, sex, birth, education, qualification, politicalTheory }: z.output<typeof personPage>): TypedFacts {
  return { fullName, sex, birth: birth ? birthText(birth) : '', education, qualification, politicalTheory };
}

export function contactTyped(contact: Contact): TypedContact {
  return { phone: contact.phone ?? '', email: contact.email ?? '', citizenNo: contact.citizenNo ?? '', membershipNo: contact.membershipNo ?? '' };
}

/** What the form refuses by itself. */
export function faultsOf(typed: TypedFacts): { readonly fullName?: 'nameMissing' | 'nameFault'; readonly birth?: 'birthFault' } {
  const name = typed.fullName.trim() === '' ? 'nameMissing' : LETTER.test(typed.fullName) ? undefined : 'nameFault';
  return { ...(name ? { fullName: name } : {}), ...(parseBirth(typed.birth) === undefined ? { birth: 'birthFault' as const } : {}) };
}

const LETTER = /\p{L}/u;
const CITIZEN_NO = /^(\d{9}|\d{12})$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function contactFaultsOf(typed: TypedContact): { readonly citizenNo?: 'citizenNoFault'; readonly email?: 'emailFault' } {
  const { citizenNo, email } = tidied(typed);
  return { ...(citizenNo === '' || CITIZEN_NO.test(citizenNo) ? {} : { citizenNo: 'citizenNoFault' as const }), ...(email === '' || EMAIL.test(email) ? {} : { email: 'emailFault' as const }) };
}

export function factsToSend(typed: TypedFacts): PersonFacts {
  return { ...typed, fullName: typed.fullName.trim(), birth: parseBirth(typed.birth) ?? null };
}

/** Only what differs from what the form began with, so that what others changed meanwhile stays. */
export function changedFacts(typed: TypedFacts, began: TypedFacts): Partial<PersonFacts> {
  const all = factsToSend(typed);
  const keys = (Object.keys(began) as (keyof TypedFacts)[]).filter((key) => typed[key] !== began[key]);
  return Object.fromEntries(keys.map((key) => [key, all[key]]));
}

export function changedContact(typed: TypedContact, began: TypedContact): Partial<Contact> {
  const tidy = tidied(typed);
  return Object.fromEntries(contactFields.filter((field) => tidy[field] !== began[field]).map((field) => [field, tidy[field] || null]));
}

/** The digits of a citizen number are often set apart by spaces or dots, as on the card. */
function tidied({ phone, email, citizenNo, membershipNo }: TypedContact): TypedContact {
  return { phone: phone.trim(), email: email.trim(), citizenNo: citizenNo.replace(/[\s.]/g, ''), membershipNo: membershipNo.trim() };
}
