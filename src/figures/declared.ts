/** Every figure that the modules declare. */
import { cascadeFigures } from '../modules/cascades/cascade.figures.ts';
import { documentFigures } from '../modules/documents/document.figures.ts';
import { meetingCellFigures } from '../modules/meetings/meeting.cell.figures.ts';
import { meetingFigures } from '../modules/meetings/meeting.figures.ts';
import { studyFigures } from '../modules/meetings/meeting.study.figures.ts';
import { awayFigures } from '../modules/membership/away.figures.ts';
import { memberFigures } from '../modules/membership/member.figures.ts';
import { postFigures } from '../modules/posts/post.figures.ts';
import { taskFigures } from '../modules/tasks/task.figures.ts';
import { unifiedFigures } from '../modules/posts/unified.figures.ts';
import { ratingFigures } from '../modules/ratings/rating.figures.ts';
import { unitFigures } from '../modules/units/unit.figures.ts';
import { oversightFigures } from '../modules/oversight/oversight.figures.ts';
import { reviewFigures } from '../modules/reviews/review.figures.ts';
import { petitionFigures } from '../modules/petitions/petition.figures.ts';
import { shortcomingFigures } from '../modules/shortcomings/shortcoming.figures.ts';
import { visitFigures } from '../modules/visits/visit.figures.ts';
import type { Figure } from './figure.ts';

export const figures: readonly Figure[] = [...memberFigures, ...unitFigures, ...postFigures, ...unifiedFigures, ...awayFigures, ...meetingCellFigures, ...meetingFigures, ...studyFigures, ...documentFigures, ...cascadeFigures, ...taskFigures, ...shortcomingFigures, ...ratingFigures, ...reviewFigures, ...petitionFigures, ...oversightFigures, ...visitFigures];

const byId = new Map(figures.map((figure) => [figure.id, figure]));
if (byId.size !== figures.length) throw new Error('two figures share an id');

export function findFigure(id: string): Figure | undefined {
  return byId.get(id);
}
