/** Binds the contracts of ratings to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { ratingContract } from '../rating.contract.ts';
import { ratingFrameContract } from '../rating.frame.contract.ts';
import { enterAppraisal, enterEarlier, enterOwn, enterSelf, excludeRating, includeRating } from './rating.commands.ts';
import { correctRating, decideRatings, regroupRatings, takeBackRating } from './rating.decisions.ts';
import { exportRatings } from './rating.export.ts';
import { endFrame, setFrame, undoFrame } from './rating.frame.commands.ts';
import { getFrame, listFrameActs, listFrames } from './rating.frame.reads.ts';
import { ownRatings, ratingsOfPerson, ratingsOfUnit } from './rating.history.ts';
import { listRatings, readOwnOpen, readRating } from './rating.reads.ts';
import { changeSeason, closeSeason, dropSeason, openSeason, redrawSeason, reopenSeason } from './rating.season.commands.ts';
import { listSeasons, readSeason } from './rating.season.reads.ts';

export const ratingRoutes = [
  bind(ratingFrameContract.frame, getFrame),
  bind(ratingFrameContract.frames, listFrames),
  bind(ratingFrameContract.frameActs, listFrameActs),
  bind(ratingFrameContract.setFrame, setFrame),
  bind(ratingFrameContract.endFrame, endFrame),
  bind(ratingFrameContract.undoFrame, undoFrame),
  bind(ratingContract.seasons, listSeasons),
  bind(ratingContract.season, readSeason),
  bind(ratingContract.list, listRatings),
  bind(ratingContract.export, exportRatings),
  bind(ratingContract.ofUnit, ratingsOfUnit),
  bind(ratingContract.ofPerson, ratingsOfPerson),
  bind(ratingContract.own, ownRatings),
  bind(ratingContract.ownOpen, readOwnOpen),
  bind(ratingContract.rating, readRating),
  bind(ratingContract.openSeason, openSeason),
  bind(ratingContract.changeSeason, changeSeason),
  bind(ratingContract.redraw, redrawSeason),
  bind(ratingContract.closeSeason, closeSeason),
  bind(ratingContract.reopenSeason, reopenSeason),
  bind(ratingContract.dropSeason, dropSeason),
  bind(ratingContract.rateSelf, enterSelf),
  bind(ratingContract.rateOwn, enterOwn),
  bind(ratingContract.appraise, enterAppraisal),
  bind(ratingContract.decide, decideRatings),
  bind(ratingContract.correct, correctRating),
  bind(ratingContract.takeBack, takeBackRating),
  bind(ratingContract.exclude, excludeRating),
  bind(ratingContract.include, includeRating),
  bind(ratingContract.regroup, regroupRatings),
  bind(ratingContract.enterEarlier, enterEarlier),
];
