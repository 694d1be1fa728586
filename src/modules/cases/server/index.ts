/** What composition roots may use of the cases. */
export { caseRoutes } from './case.routes.ts';
export { listCases } from './case.reads.ts';
export { giveLastTasks } from './sample.tasks.ts';
export { cellDay, committeeDay, dayOfMonth, holdLastMonths, type SamplePlaces } from './sample.months.ts';
export { findSamplePlaces, isSampleLoaded, loadSample, sampleCadre, sampleFolder, type LoadedSample } from './sample.ts';
