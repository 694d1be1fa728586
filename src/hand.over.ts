/** What the hand-over file of a unit holds, gathered from the modules; in this order. */
import type { HandOverPart } from './modules/oversight/hand.over.ts';
import { openShortcomings, openTasks } from './modules/oversight/server/index.ts';
import { openPetitions } from './modules/petitions/server/index.ts';
import { promisesBelow, visitsOfLeaver } from './modules/visits/server/index.ts';

export const handOverParts: readonly HandOverPart[] = [openTasks, promisesBelow, openPetitions, openShortcomings, visitsOfLeaver];
