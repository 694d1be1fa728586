/** What the database refuses about ratings, in the module's words. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';

export const ratingRefusals: ConstraintRefusals = {
  rating_frames_no_overlap: { code: 'ratings.frameSetAlready', kind: 'conflict' },
  rating_seasons_once: { code: 'ratings.seasonThere', kind: 'conflict' },
  ratings_unit_once: { code: 'ratings.there', kind: 'conflict' },
  ratings_person_once: { code: 'ratings.there', kind: 'conflict' },
};
