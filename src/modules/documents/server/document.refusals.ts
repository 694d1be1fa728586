/** What the database refuses about documents, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const documentRefusals: ConstraintRefusals = {
  documents_pkey: { code: 'documents.already', kind: 'conflict' },
  documents_numbered_once: { code: 'documents.numberTaken', kind: 'conflict' },
};
