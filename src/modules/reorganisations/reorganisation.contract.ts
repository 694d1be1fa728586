/** Change sets over the API: draft, put and remove items, dry run with its lists, apply, undo. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { integer, pageSize } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { postKind } from '../posts/post.contract.ts';
import { hows } from '../posts/post.ts';
import { hierarchySchema, kindSchema, propertiesSchema, relationSchema } from '../units/unit.contract.ts';
import { outcomeLists } from './reorganisation.lists.ts';

const reorganisationId = idSchema<'reorganisation'>();
const unitId = idSchema<'unit'>();
const personId = idSchema<'person'>();
const text = (most: number) => z.string().trim().min(1).max(most);
const instant = z.iso.datetime();
const paging = { cursor: z.string().max(500).optional(), limit: pageSize };
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** An id, or the ref of a founding in the same change set. */
const unitName = text(80);
const facts = {
  name: text(200),
  shortName: text(100).nullable(),
  kind: kindSchema,
  type: text(40).nullable(),
  rank: text(40).nullable(),
  code: text(40).nullable(),
  properties: propertiesSchema,
};
const newFacts = z.strictObject({
  ...facts,
  shortName: facts.shortName.default(null),
  type: facts.type.default(null),
  rank: facts.rank.default(null),
  code: facts.code.default(null),
  properties: facts.properties.default({}),
});

const newPost = z.strictObject({ kind: postKind, title: text(200).nullable().default(null), seats: z.number().int().min(1).max(200) });

const itemInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'), ref: text(80), facts: newFacts,
    parents: z.array(z.strictObject({ hierarchy: hierarchySchema, parentId: unitName })).max(4), posts: z.array(newPost).max(40).optional(),
  }),
  z.strictObject({ kind: z.literal('change'), unitId: unitName, facts: z.strictObject(facts).partial() }),
  z.strictObject({ kind: z.literal('move'), unitId: unitName, hierarchy: hierarchySchema, parentId: unitName.nullable() }),
  z.strictObject({ kind: z.literal('handOver'), unitId: unitName, hierarchy: hierarchySchema, toId: unitName, kinds: z.array(kindSchema).min(1).optional() }),
  z.strictObject({ kind: z.literal('merge'), unitIds: z.array(unitName).min(1).max(1000), intoId: unitName, holders: z.enum(['leave', 'carry']).optional() }),
  z.strictObject({ kind: z.literal('split'), unitId: unitName, intoIds: z.array(unitName).min(1).max(100), heirId: unitName.nullable().optional(), remains: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('dissolve'), unitId: unitName, heirId: unitName.nullable().optional() }),
  z.strictObject({ kind: z.literal('relate'), unitId: unitName, relation: relationSchema, otherId: unitName }),
  z.strictObject({ kind: z.literal('unrelate'), unitId: unitName, relation: relationSchema, otherId: unitName }),
  z.strictObject({ kind: z.literal('place'), personId, cellId: unitName }),
  z.strictObject({ kind: z.literal('seat'), personId, unitId: unitName, post: postKind, how: z.enum(hows).nullable().default(null) }),
]);

export type ItemInput = z.output<typeof itemInput>;

/** As stored: every unit by its id. */
const itemOutput = z.object({ seq: z.number().int(), ref: z.string().nullable(), item: z.looseObject({ kind: z.string() }) });

/** Names where the reader may see them. */
const namedUnit = z.object({ id: unitId, name: z.string().nullable() });
const namedPerson = z.object({ id: personId, name: z.string().nullable() });

const summary = z.object({
  id: reorganisationId,
  title: z.string(),
  decision: z.object({ number: z.string(), signedOn: daySchema.nullable(), issuer: z.string().nullable() }),
  effectiveOn: daySchema,
  state: z.enum(['draft', 'applied', 'undone']),
  unit: namedUnit.nullable(),
  createdAt: instant,
  checkedAt: instant.nullable(),
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
});

/** `list.outcome` → how many. */
const counts = z.record(z.string(), z.number().int());
const result = z.object({ id: reorganisationId, errors: z.number().int(), warnings: z.number().int(), counts });

const outcome = z.object({
  outcome: z.string(),
  item: z.number().int().nullable(),
  unit: namedUnit.nullable(),
  person: namedPerson.nullable(),
  /** Hierarchy, kind of relation, of placement or of post; `error` or `warning` of a finding. */
  aspect: z.string().nullable(),
  from: namedUnit.nullable(),
  to: namedUnit.nullable(),
  amount: z.number().int().nullable(),
  note: z.string().nullable(),
});

export type OutcomeItem = z.infer<typeof outcome>;
export type ReorganisationSummary = z.infer<typeof summary>;
export type ReorganisationResult = z.infer<typeof result>;

const drafting = ['reorganisations.notDraft', 'platform.notFound', 'platform.forbidden'] as const;

export const reorganisationContract = {
  list: query({
    name: 'reorganisations.list',
    path: '/api/reorganisations',
    verb: 'reorganisation.draft',
    summary: { vi: 'Các phương án sắp xếp', en: 'Change sets of reorganisations' },
    input: z.strictObject({ state: z.enum(['draft', 'applied', 'undone']).optional(), ...paging }),
    output: page(summary),
  }),
  get: query({
    name: 'reorganisations.get',
    path: '/api/reorganisations/:id',
    verb: 'reorganisation.draft',
    summary: { vi: 'Một phương án: quyết định, trạng thái, số nội dung, kết quả chạy thử gần nhất', en: 'One change set: decision, state, number of items, last dry run' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: reorganisationId }),
    output: summary.extend({ items: z.number().int(), counts, may: z.array(z.string()) }),
  }),
  create: act({
    name: 'reorganisations.create',
    path: '/api/reorganisations',
    verb: 'reorganisation.draft',
    summary: { vi: 'Lập phương án sắp xếp', en: 'Draft a change set' },
    problems: ['platform.notFound', 'platform.forbidden'],
    input: z.strictObject({
      unitId,
      title: text(300),
      decision: z.strictObject({ number: text(120), signedOn: daySchema.nullable().default(null), issuer: text(160).nullable().default(null) }),
      effectiveOn: daySchema,
    }),
    output: z.object({ id: reorganisationId }),
  }),
  items: query({
    name: 'reorganisations.items',
    path: '/api/reorganisations/:id/items',
    verb: 'reorganisation.draft',
    summary: { vi: 'Nội dung của phương án', en: 'Items of a change set' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: reorganisationId, ...paging }),
    output: page(itemOutput),
  }),
  putItems: act({
    name: 'reorganisations.putItems',
    path: '/api/reorganisations/:id/items',
    verb: 'reorganisation.draft',
    summary: { vi: 'Thêm nội dung vào phương án', en: 'Add items to a change set' },
    bodyLimit: 16 * 1024 * 1024,
    problems: [...drafting, 'reorganisations.unknownRef', 'reorganisations.refTwice'],
    input: z.strictObject({ id: reorganisationId, items: z.array(itemInput).min(1).max(5000) }),
    output: z.object({ items: z.array(z.object({ seq: z.number().int(), ref: z.string().nullable(), unitId: unitId.nullable() })) }),
  }),
  removeItems: act({
    name: 'reorganisations.removeItems',
    path: '/api/reorganisations/:id/items/remove',
    verb: 'reorganisation.draft',
    summary: { vi: 'Bỏ nội dung khỏi phương án', en: 'Take items out of a change set' },
    problems: [...drafting, 'reorganisations.refUsed'],
    input: z.strictObject({ id: reorganisationId, seqs: z.array(z.number().int().min(1)).min(1).max(5000) }),
    output: z.object({ removed: z.number().int() }),
  }),
  dryRun: act({
    name: 'reorganisations.dryRun',
    path: '/api/reorganisations/:id/dry-run',
    verb: 'reorganisation.draft',
    summary: { vi: 'Chạy thử: mọi lỗi, từng đơn vị, đảng viên, chức danh đi đâu; chưa ghi gì', en: 'Dry run: every error, where each unit, member and post goes; nothing is changed' },
    problems: [...drafting, 'reorganisations.empty', 'reorganisations.useCommand', 'platform.stale'],
    input: z.strictObject({ id: reorganisationId }),
    output: result,
  }),
  outcomes: query({
    name: 'reorganisations.outcomes',
    path: '/api/reorganisations/:id/outcomes',
    verb: 'reorganisation.draft',
    summary: { vi: 'Từng dòng kết quả chạy thử hoặc áp dụng, trong phạm vi của mình', en: 'Row by row what the dry run found or what was applied, within one’s reach' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: reorganisationId, list: z.enum(outcomeLists), outcome: z.string().max(60).optional(), cursor: z.string().max(500).optional(), limit: integer({ least: 1, most: 500 }).default(50) }),
    output: page(outcome),
  }),
  apply: act({
    name: 'reorganisations.apply',
    path: '/api/reorganisations/:id/apply',
    verb: 'reorganisation.apply',
    summary: { vi: 'Áp dụng phương án, tất cả hoặc không gì cả', en: 'Apply the change set: everything or nothing' },
    problems: [...drafting, 'reorganisations.empty', 'reorganisations.hasErrors', 'reorganisations.useCommand', 'platform.stale'],
    input: z.strictObject({ id: reorganisationId }),
    output: result,
  }),
  undo: act({
    name: 'reorganisations.undo',
    path: '/api/reorganisations/:id/undo',
    verb: 'reorganisation.apply',
    summary: { vi: 'Hoàn tác cả phương án', en: 'Undo the whole change set' },
    problems: ['platform.notFound', 'platform.forbidden', 'reorganisations.notApplied', 'reorganisations.useCommand', 'reorganisations.inTheWay', 'reorganisations.outOfReach', 'platform.stale'],
    input: z.strictObject({ id: reorganisationId }),
    output: z.object({ id: reorganisationId }),
  }),
} as const;
