/** Binds the contract of shortcomings to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { shortcomingContract } from '../shortcoming.contract.ts';
import {
  beginShortcoming, confirmShortcoming, correctShortcoming, giveShortcomingBack, noteShortcoming, reportShortcoming, setShortcomingMeasure, takeShortcomingBack, withdrawShortcoming,
} from './shortcoming.commands.ts';
import { listOwn, listShortcomings, readShortcoming } from './shortcoming.reads.ts';

export const shortcomingRoutes = [
  bind(shortcomingContract.list, listShortcomings),
  bind(shortcomingContract.own, listOwn),
  bind(shortcomingContract.shortcoming, readShortcoming),
  bind(shortcomingContract.note, noteShortcoming),
  bind(shortcomingContract.correct, correctShortcoming),
  bind(shortcomingContract.setMeasure, setShortcomingMeasure),
  bind(shortcomingContract.begin, beginShortcoming),
  bind(shortcomingContract.report, reportShortcoming),
  bind(shortcomingContract.confirm, confirmShortcoming),
  bind(shortcomingContract.giveBack, giveShortcomingBack),
  bind(shortcomingContract.withdraw, withdrawShortcoming),
  bind(shortcomingContract.takeBack, takeShortcomingBack),
];
