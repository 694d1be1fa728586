/** What other parts of the server and the command line may use of figures. */
export { figuresRoutes, filtersOf } from './figures.routes.ts';
export { breakdownAnswer, compareAnswer, flowAnswer, listFigures, recordsAnswer, seriesAnswer, severalAnswer, valueAnswer as computeFigure } from './figures.reads.ts';
export type { TilesWish, Wish } from './figures.reads.ts';
export { agrees, printValue, printedFor } from './printed.ts';
export { firstDayChanged, forgetRollups, markMeetings, markMoved, markPeople, markPetitions, markRecords, markUnits, type CountedPetition } from './rollups/marks.ts';
export { checkRollups, type Checked } from './rollups/check.ts';
export { holdRollups, refreshRollups, type Refreshed } from './rollups/refresh.ts';
export { readMedians } from './histogram.reads.ts';
export { noteText } from '../words.ts';
