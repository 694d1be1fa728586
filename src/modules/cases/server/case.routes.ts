/** Binds the contract of the cases. */
import { bind } from '../../../platform/http/routes.ts';
import { caseContract } from '../case.contract.ts';
import { listCases } from './case.reads.ts';

export const caseRoutes = [bind(caseContract.list, (ctx) => listCases(ctx))];
