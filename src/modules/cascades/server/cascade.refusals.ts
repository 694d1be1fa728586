/** What the database refuses about cascades, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

const already = { code: 'cascades.already', kind: 'conflict' } as const;

export const cascadeRefusals: ConstraintRefusals = { clauses_pkey: already, removed_clauses_pkey: already, cascades_pkey: already, answers_pkey: already, answers_once: already, clause_revisions_once: already, answers_asked_fkey: already, cascade_steps_asked_fkey: already, answers_clause_fkey: { code: 'cascades.clauseAnswered', kind: 'conflict' } };
