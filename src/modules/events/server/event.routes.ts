/** Binds the contract of the log to its reads. */
import { bind } from '../../../platform/http/routes.ts';
import { eventContract } from '../event.contract.ts';
import { listEvents, verifyLog } from './event.reads.ts';

export const eventRoutes = [bind(eventContract.list, listEvents), bind(eventContract.verify, verifyLog)];
