/** What the database may refuse of an import, though the checks let it pass. */
import type { ConstraintRefusals } from '../../../platform/db/errors.ts';
import { cascadeRefusals } from '../../cascades/server/index.ts';
import { petitionRefusals } from '../../petitions/server/index.ts';
import { shortcomingRefusals } from '../../shortcomings/server/index.ts';
import { documentRefusals } from '../../documents/server/index.ts';
import { meetingRefusals } from '../../meetings/server/index.ts';
import { membershipRefusals } from '../../membership/server/index.ts';
import { personRefusals } from '../../people/server/index.ts';
import { postRefusals } from '../../posts/server/index.ts';
import { reviewRefusals } from '../../reviews/server/index.ts';
import { visitRefusals } from '../../visits/server/index.ts';
import { oversightRefusals } from '../../oversight/server/index.ts';
import { ratingRefusals } from '../../ratings/server/index.ts';
import { unitRefusals } from '../../units/server/index.ts';

export const importRefusals: ConstraintRefusals = { ...unitRefusals, ...personRefusals, ...membershipRefusals, ...postRefusals, ...meetingRefusals, ...documentRefusals, ...cascadeRefusals, ...shortcomingRefusals, ...petitionRefusals, ...reviewRefusals, ...ratingRefusals, ...oversightRefusals, ...visitRefusals, oversight_assignments_regulation_fkey: { code: 'imports.usedSince', kind: 'conflict' }, placements_membership_fkey: { code: 'imports.usedSince', kind: 'conflict' } };
