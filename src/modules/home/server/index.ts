/** What composition roots may use of the home page. */
export { homeRoutes } from './home.routes.ts';
