/** Binds the contract of the home page. */
import { bind } from '../../../platform/http/routes.ts';
import { homeContract } from '../home.contract.ts';
import { listLately } from './lately.reads.ts';

export const homeRoutes = [bind(homeContract.lately, (ctx, input) => listLately(ctx, input))];
