/** Contact fields between the clear and their columns: sealed for keeping, hashed with a key for exact search. */
import { isSealedWithNewest, keyedHash, seal, unseal } from '../../../platform/crypto/seal.ts';
import type { Keys } from '../../../platform/crypto/keys.ts';
import type { Id } from '../../../platform/ids.ts';
import { normaliseNumber, type Contact, type ContactField } from '../person.ts';

export type NumberKind = 'citizen_no' | 'membership_no';

export const sealedColumns = {
  phone: 'phone_sealed',
  email: 'email_sealed',
  citizenNo: 'citizen_no_sealed',
  membershipNo: 'membership_no_sealed',
} as const satisfies Record<ContactField, string>;

export type SealedColumn = (typeof sealedColumns)[ContactField];
export type SealedRow = { readonly id: string } & { readonly [C in SealedColumn]: Buffer | null };

const places = { phone: 'people.phone', email: 'people.email', citizenNo: 'people.citizen_no', membershipNo: 'people.membership_no' } as const satisfies Record<ContactField, string>;

export interface ContactColumns {
  phone_sealed?: Buffer | null;
  email_sealed?: Buffer | null;
  citizen_no_sealed?: Buffer | null;
  citizen_no_hash?: Buffer | null;
  membership_no_sealed?: Buffer | null;
  membership_no_hash?: Buffer | null;
}

/** Columns for the fields that are given; a field given as null is emptied, one not given is left. */
export function contactColumns(keys: Keys, id: Id<'person'>, contact: { readonly [F in ContactField]?: string | null | undefined }): ContactColumns {
  const sealed = (field: ContactField, text: string | null) => (text === null ? null : seal(keys, { field: places[field], id }, text));
  const { phone, email, citizenNo, membershipNo } = contact;
  return {
    ...(phone === undefined ? {} : { phone_sealed: sealed('phone', phone) }),
    ...(email === undefined ? {} : { email_sealed: sealed('email', email) }),
    ...(citizenNo === undefined ? {} : { citizen_no_sealed: sealed('citizenNo', citizenNo), citizen_no_hash: hashed(keys, 'citizen_no', citizenNo) }),
    ...(membershipNo === undefined ? {} : { membership_no_sealed: sealed('membershipNo', membershipNo), membership_no_hash: hashed(keys, 'membership_no', membershipNo) }),
  };
}

export function contactOf(keys: Keys, row: SealedRow): Contact {
  const open = (field: ContactField) => {
    const bytes = row[sealedColumns[field]];
    return bytes === null ? null : unseal(keys, { field: places[field], id: row.id }, bytes);
  };
  return { phone: open('phone'), email: open('email'), citizenNo: open('citizenNo'), membershipNo: open('membershipNo') };
}

export function numberHash(keys: Keys, kind: NumberKind, number: string): Buffer {
  return keyedHash(keys, `people.${kind}`, normaliseNumber(number));
}

/** Columns sealed again under the newest key; those that already are stay out. */
export function resealedColumns(keys: Keys, row: SealedRow): ContactColumns {
  const fields = Object.entries(sealedColumns) as [ContactField, SealedColumn][];
  const stale = fields.flatMap(([field, column]) => {
    const bytes = row[column];
    if (bytes === null || isSealedWithNewest(keys, bytes)) return [];
    const place = { field: places[field], id: row.id };
    return [[column, seal(keys, place, unseal(keys, place, bytes))] as const];
  });
  return Object.fromEntries(stale);
}

function hashed(keys: Keys, kind: NumberKind, number: string | null): Buffer | null {
  return number === null ? null : numberHash(keys, kind, number);
}
