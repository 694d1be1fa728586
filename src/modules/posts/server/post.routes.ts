/** Binds the contract of posts to commands and reads. */
import { bind } from '../../../platform/http/routes.ts';
import { postContract } from '../post.contract.ts';
import { getHeadsBoard, getUnifiedBoard } from './post.boards.ts';
import { appointPerson, close, correct, create, leave, undo } from './post.commands.ts';
import { exportPosts } from './post.export.ts';
import { getPostHistory, listActsOfPerson, listActsOfUnit } from './post.log.ts';
import { listPosts, listPostsOfPerson, listPostsOfUnit } from './post.reads.ts';

export const postRoutes = [
  bind(postContract.ofUnit, listPostsOfUnit),
  bind(postContract.list, listPosts),
  bind(postContract.export, exportPosts),
  bind(postContract.unified, getUnifiedBoard),
  bind(postContract.heads, getHeadsBoard),
  bind(postContract.ofPerson, listPostsOfPerson),
  bind(postContract.history, getPostHistory),
  bind(postContract.actsOfUnit, listActsOfUnit),
  bind(postContract.actsOfPerson, listActsOfPerson),
  bind(postContract.create, create),
  bind(postContract.close, close),
  bind(postContract.appoint, appointPerson),
  bind(postContract.endTenure, leave),
  bind(postContract.correct, correct),
  bind(postContract.undo, undo),
];
