/** What other modules may use of posts. */
export { appointNew } from './post.commands.ts';
export { tenuresOfPerson } from './post.reads.ts';
export { postRefusals } from './post.refusals.ts';
export { postRoutes } from './post.routes.ts';
