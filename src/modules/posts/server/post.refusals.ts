/** What the database refuses about posts, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

const notFound = { code: 'platform.notFound', kind: 'not_found' } as const;
const endsBeforeStart = { code: 'posts.endsBeforeStart', kind: 'conflict' } as const;

export const postRefusals: ConstraintRefusals = {
  posts_unit_fkey: notFound,
  posts_valid_bounded: endsBeforeStart,
  tenures_person_fkey: notFound,
  tenures_post_fkey: notFound,
  tenures_no_overlap: { code: 'posts.alreadyHolds', kind: 'conflict' },
  tenures_valid_bounded: endsBeforeStart,
};
