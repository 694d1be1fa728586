/** What the database refuses about people, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

const invalid = { code: 'platform.invalid', kind: 'invalid' } as const;

export const personRefusals: ConstraintRefusals = {
  people_citizen_no_once: { code: 'people.citizenNoTaken', kind: 'conflict' },
  people_membership_no_once: { code: 'people.membershipNoTaken', kind: 'conflict' },
  person_keys_pkey: { code: 'people.numberTaken', kind: 'conflict' },
  people_sex_known: invalid,
  people_birth_precision_known: invalid,
  people_birth_with_precision: invalid,
};
