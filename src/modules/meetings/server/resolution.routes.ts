/** Binds the contract of the resolution book to commands, reads and files. */
import { bind } from '../../../platform/http/routes.ts';
import { resolutionContract } from '../resolution.contract.ts';
import { enterResolution, takeOutResolution } from './resolution.commands.ts';
import { bookFile, resolutionFile } from './resolution.files.ts';
import { getResolution, listBook } from './resolution.reads.ts';

export const resolutionRoutes = [
  bind(resolutionContract.resolution, getResolution),
  bind(resolutionContract.book, listBook),
  bind(resolutionContract.enterResolution, enterResolution),
  bind(resolutionContract.takeOutResolution, takeOutResolution),
  bind(resolutionContract.resolutionFile, resolutionFile),
  bind(resolutionContract.bookFile, bookFile),
];
