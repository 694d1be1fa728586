/** What the constraints on the tables of access mean to somebody who runs into them. */
import type { ConstraintRefusals } from '../../platform/db/errors.ts';
import { refuse } from '../../platform/problem.ts';

export const accessRefusals: ConstraintRefusals = {
  accounts_name_once: refuse('access.nameTaken', 'conflict'),
  accounts_person_once: refuse('access.personHasAccount', 'conflict'),
};
