/** Binds the contract of scoring frames to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { frameContract } from '../frame.contract.ts';
import { endFrame, setFrame, undoFrame } from './frame.commands.ts';
import { getFrame, listFrameActs, listFrames } from './frame.reads.ts';

export const frameRoutes = [
  bind(frameContract.frame, getFrame),
  bind(frameContract.frames, listFrames),
  bind(frameContract.frameActs, listFrameActs),
  bind(frameContract.setFrame, setFrame),
  bind(frameContract.endFrame, endFrame),
  bind(frameContract.undoFrame, undoFrame),
];
