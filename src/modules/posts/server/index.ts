/** What other modules may use of posts. */
export { namesApart, toldApart } from './namesakes.reads.ts';
export { appointNew } from './post.commands.ts';
export { tenuresOfPerson } from './post.reads.ts';
export { postRefusals } from './post.refusals.ts';
export { postRoutes } from './post.routes.ts';
