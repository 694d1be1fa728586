/** What composition roots may use of imports. */
export { applyImport, checkImport, undoImport, type ImportProgress, type ImportRequest } from './import.commands.ts';
export { findUnitsByRef } from './import.reads.ts';
export { importRefusals } from './import.refusals.ts';
export { importRoutes } from './import.routes.ts';
export { forgetUploads } from './import.uploads.ts';
