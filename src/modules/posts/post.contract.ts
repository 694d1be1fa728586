/** The posts' part of the API. An act answers with its id: the token for undoing it. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { flag, pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { tableFiles, tableWish } from '../../platform/table.formats.ts';
import { postKinds } from './post.kinds.ts';
import { hows, tenureEndReasons } from './post.ts';

const unitId = idSchema<'unit'>();
const personId = idSchema<'person'>();
const postId = idSchema<'post'>();
const tenureId = idSchema<'tenure'>();
const actId = idSchema<'postAct'>();
export const postKind = z.enum(postKinds.map(({ code }) => code));
const how = z.enum(hows);
const endReason = z.enum(tenureEndReasons);
const text = (most: number) => z.string().trim().min(1).max(most);
const decision = text(300).nullable().default(null);
const asOf = daySchema.optional();
const filters = { asOf, unitId: unitId.optional(), kind: several(postKind).optional(), vacant: flag().optional() };
const paging = { cursor: z.string().max(500).optional(), limit: pageSize };
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
const spell = periodSchema.refine(({ from, to }) => to === null || from <= to, { error: 'the last day comes before the first' });

export const namedUnit = z.object({ id: unitId, name: z.string() });
export const namedPerson = z.object({ id: personId, fullName: z.string() });
const standing = z.enum(['full', 'probationary', 'none']);

const concurrentPost = z.object({ postId, kind: postKind, title: z.string().nullable(), unit: namedUnit });
const holder = z.object({ tenureId, person: namedPerson, period: periodSchema, how: how.nullable(), decision: z.string().nullable(), concurrent: z.array(concurrentPost) });

export const postItem = z.object({
  id: postId,
  unit: namedUnit,
  kind: postKind,
  title: z.string().nullable(),
  seats: z.number().int(),
  period: periodSchema,
  holders: z.array(holder),
  vacant: z.number().int(),
  vacantSince: daySchema.nullable(),
});

export const tenureItem = z.object({ id: tenureId, postId, kind: postKind, title: z.string().nullable(), unit: namedUnit, period: periodSchema, how: how.nullable(), endReason: endReason.nullable(), decision: z.string().nullable() });

const villageRow = z.object({
  village: namedUnit,
  heads: z.array(namedPerson),
  secretaries: z.array(namedPerson),
  deputies: z.array(namedPerson),
  frontHeads: z.array(namedPerson),
  secretaryIsHead: z.boolean(),
  deputyIsFrontHead: z.boolean(),
});

const communeRow = z.object({
  commune: namedUnit,
  secretaries: z.array(namedPerson),
  chairs: z.array(namedPerson),
  secretaryIsChair: z.boolean(),
  villages: z.array(villageRow),
  summary: z.object({ villages: z.number().int(), secretaryIsHead: z.number().int(), deputyIsFrontHead: z.number().int() }),
});

const headRow = z.object({
  tenureId,
  person: namedPerson,
  village: namedUnit,
  commune: namedUnit.nullable(),
  kind: postKind,
  since: daySchema,
  age: z.number().int().nullable(),
  /** Null where the caller may not read membership at the village. */
  standing: standing.nullable(),
  memberSince: daySchema.nullable(),
  alsoSecretary: z.boolean(),
});

const communeSummary = z.object({ commune: namedUnit.nullable(), heads: z.number().int(), members: z.number().int(), notMembers: z.number().int(), vacant: z.number().int() });

const postLog = z.object({
  items: z.array(z.object({
    id: actId,
    kind: z.string(),
    nature: z.enum(['change', 'correction']),
    on: daySchema,
    post: z.object({ kind: postKind, title: z.string().nullable(), unit: namedUnit }),
    person: namedPerson.nullable(),
    decision: z.string().nullable(),
    reason: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    recordedBy: z.string().nullable(),
    undoneAt: z.iso.datetime().nullable(),
    mayUndo: z.boolean(),
  })),
});

const acted = z.object({ actId, postId, tenureId: tenureId.nullable() });
const actProblems = ['platform.notFound', 'platform.forbidden', 'posts.inFuture'];
const tenureProblems = [...actProblems, 'posts.outsidePost', 'posts.alreadyHolds', 'posts.noSeat', 'posts.endsBeforeStart', 'posts.unitNotThere', 'posts.unitEnds'];

export const postContract = {
  ofUnit: query({
    name: 'posts.ofUnit',
    path: '/api/units/:unitId/posts',
    verb: 'post.read',
    summary: { vi: 'Chức danh của một đơn vị, người giữ và chỗ khuyết', en: 'Posts of a unit, their holders and vacancies' },
    problems: ['platform.notFound'],
    input: z.strictObject({ unitId, asOf }),
    output: z.object({ items: z.array(postItem), may: z.array(z.string()) }),
  }),
  list: query({
    name: 'posts.list',
    path: '/api/posts',
    verb: 'post.read',
    summary: { vi: 'Chức danh được xem, lọc theo loại và chỗ khuyết', en: 'Posts one may see, filtered by kind and vacancy' },
    input: z.strictObject({ ...filters, ...paging }),
    output: page(postItem),
  }),
  export: query({
    name: 'posts.export',
    path: '/api/posts-export',
    verb: 'record.export',
    summary: { vi: 'Xuất danh sách chức danh ra CSV hoặc Excel', en: 'Export the list of posts to CSV or Excel' },
    input: z.strictObject({ ...filters, ...tableWish }),
    output: z.unknown(),
    files: tableFiles,
  }),
  unified: query({
    name: 'posts.unified',
    path: '/api/posts/unified',
    verb: 'post.read',
    summary: { vi: 'Bảng nhất thể hóa chức danh theo xã, theo thôn', en: 'Board of unified posts by commune and village' },
    input: z.strictObject({ asOf, unitId: unitId.optional(), ...paging }),
    output: page(communeRow),
  }),
  heads: query({
    name: 'posts.heads',
    path: '/api/posts/heads',
    verb: 'post.read',
    summary: { vi: 'Trưởng thôn, tổ trưởng tổ dân phố: là đảng viên hay chưa', en: 'Heads of villages and residential groups: member or not' },
    input: z.strictObject({ asOf, unitId: unitId.optional(), member: flag().optional(), ...paging }),
    output: page(headRow).extend({ communes: z.array(communeSummary) }),
  }),
  ofPerson: query({
    name: 'posts.ofPerson',
    path: '/api/people/:personId/posts',
    verb: 'post.read',
    summary: { vi: 'Chức danh một người đã và đang giữ', en: 'Posts that a person holds or held' },
    input: z.strictObject({ personId }),
    output: z.object({ items: z.array(tenureItem) }),
  }),
  history: query({
    name: 'posts.history',
    path: '/api/posts/:id/history',
    verb: 'post.read',
    summary: { vi: 'Những việc đã ghi về một chức danh, tách thay đổi và đính chính', en: 'What was recorded about a post: changes and corrections apart' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: postId }),
    output: postLog,
  }),
  actsOfUnit: query({
    name: 'posts.actsOfUnit',
    path: '/api/units/:unitId/post-acts',
    verb: 'post.read',
    summary: { vi: 'Những việc đã ghi gần đây về chức danh của một đơn vị', en: 'What was lately recorded about the posts of a unit' },
    problems: ['platform.notFound'],
    input: z.strictObject({ unitId }),
    output: postLog,
  }),
  actsOfPerson: query({
    name: 'posts.actsOfPerson',
    path: '/api/people/:personId/post-acts',
    verb: 'post.read',
    summary: { vi: 'Những việc đã ghi gần đây về chức danh của một người', en: 'What was lately recorded about the posts of a person' },
    input: z.strictObject({ personId }),
    output: postLog,
  }),
  create: act({
    name: 'posts.create',
    path: '/api/posts',
    verb: 'post.record',
    summary: { vi: 'Lập chức danh ở đơn vị', en: 'Create a post at a unit' },
    problems: [...actProblems, 'posts.unitNotThere', 'posts.unitEnds', 'posts.notOfUnit'],
    input: z.strictObject({ unitId, kind: postKind, title: text(200).nullable().default(null), seats: z.number().int().min(1).max(200).default(1), from: daySchema, decision }),
    output: acted,
  }),
  close: act({
    name: 'posts.close',
    path: '/api/posts/:id/close',
    verb: 'post.record',
    summary: { vi: 'Thôi bố trí chức danh; ngày nêu là ngày cuối cùng còn chức danh', en: 'Close a post; the day is its last one' },
    problems: [...actProblems, 'posts.alreadyClosed', 'posts.stillHeld', 'posts.endsBeforeStart'],
    input: z.strictObject({ id: postId, lastDay: daySchema, decision }),
    output: acted,
  }),
  appoint: act({
    name: 'posts.appoint',
    path: '/api/posts/:id/appoint',
    verb: 'post.record',
    summary: { vi: 'Ghi bầu, bổ nhiệm, giao phụ trách', en: 'Record an election or appointment' },
    problems: tenureProblems,
    input: z.strictObject({ id: postId, personId, period: spell, how: how.nullable().default(null), decision }),
    output: acted,
  }),
  endTenure: act({
    name: 'posts.endTenure',
    path: '/api/posts/:id/end-tenure',
    verb: 'post.record',
    summary: { vi: 'Ghi thôi giữ chức; ngày nêu là ngày cuối cùng giữ chức', en: 'Record the end of a tenure; the day is the last one in the post' },
    problems: [...actProblems, 'posts.alreadyEnded', 'posts.endsBeforeStart'],
    input: z.strictObject({ id: postId, tenureId, lastDay: daySchema, reason: endReason, decision }),
    output: acted,
  }),
  correct: act({
    name: 'posts.correct',
    path: '/api/posts/:id/correct',
    verb: 'post.record',
    summary: { vi: 'Đính chính thông tin giữ chức đã nhập sai', en: 'Correct a mistaken entry of a tenure' },
    problems: [...tenureProblems, 'posts.nothingCorrected'],
    input: z.strictObject({
      id: postId,
      tenureId,
      reason: text(300),
      right: z.strictObject({ period: spell.optional(), how: how.nullable().optional(), endReason: endReason.nullable().optional(), decision: text(300).nullable().optional() }).optional(),
      remove: z.boolean().default(false),
    }),
    output: acted,
  }),
  undo: act({
    name: 'posts.undo',
    path: '/api/posts/undo',
    verb: 'post.record',
    summary: { vi: 'Hoàn tác việc ghi gần nhất về một chức danh', en: 'Undo what was last recorded about a post' },
    problems: ['platform.notFound', 'platform.forbidden', 'posts.notLastAct', 'posts.unitNotThere', 'posts.unitEnds'],
    input: z.strictObject({ actId }),
    output: acted,
  }),
};
