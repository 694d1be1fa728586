/** What the database refuses about rules, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const ruleRefusals: ConstraintRefusals = {
  rules_scope_fkey: { code: 'platform.notFound', kind: 'not_found' },
  rules_no_overlap: { code: 'rules.setAlready', kind: 'conflict' },
  rules_valid_bounded: { code: 'rules.endsBeforeStart', kind: 'invalid' },
};
