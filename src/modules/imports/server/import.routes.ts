/** Binds the contract of imports to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { importsContract } from '../imports.contract.ts';
import { listRuns } from './import.reads.ts';
import { receivePart } from './import.parts.ts';
import { apply, check, getProgress, getTemplate, undo, upload } from './import.uploads.ts';

export const importRoutes = [
  bind(importsContract.upload, upload),
  bind(importsContract.part, receivePart),
  bind(importsContract.check, check),
  bind(importsContract.progress, getProgress),
  bind(importsContract.apply, apply),
  bind(importsContract.runs, listRuns),
  bind(importsContract.undo, undo),
  bind(importsContract.template, getTemplate),
];
