/** The units' part of the API: reads of any day, acts on the history of one unit. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { tableFiles, tableWish } from '../../platform/table.formats.ts';
import { hierarchies, unitKinds } from './unit.kinds.ts';
import { relationKinds } from './unit.ts';

export const unitId = idSchema<'unit'>();
export const unitActId = idSchema<'unitAct'>();
export const kindSchema = z.enum(unitKinds.map(({ code }) => code));
export const hierarchySchema = z.enum(hierarchies.map(({ code }) => code));
export const relationSchema = z.enum(relationKinds);

const text = (most: number) => z.string().trim().min(1).max(most);

export const propertiesSchema = z.strictObject({
  population: z.number().int().min(0).optional(),
  households: z.number().int().min(0).optional(),
  areaKm2: z.number().min(0).optional(),
  ownOffice: z.boolean().optional(),
});

const factsSchema = z.strictObject({
  name: text(200),
  shortName: text(100).nullable(),
  kind: kindSchema,
  type: text(40).nullable(),
  rank: text(40).nullable(),
  code: text(40).nullable(),
  properties: propertiesSchema,
});

/** A unit as it was on the day asked (or, where it did not stand then, in its nearest version). */
export const unitBrief = z.object({
  id: unitId,
  name: z.string(),
  shortName: z.string().nullable(),
  kind: kindSchema,
  type: z.string().nullable(),
  code: z.string().nullable(),
});

export const unitItem = unitBrief.extend({
  period: periodSchema,
  /** Names of the units above, nearest first. */
  path: z.array(z.string()),
  children: z.number().int(),
});

const spellSchema = periodSchema.extend({ decision: z.string().nullable() });
/** Names are public structure; `readable` says whether there is a page to open. */
const linkedUnit = unitBrief.extend({ readable: z.boolean() });
const relationItem = spellSchema.extend({ kind: relationSchema, direction: z.enum(['out', 'in']), other: unitBrief });
const lineageItem = z.object({ unit: linkedUnit, on: daySchema, share: z.enum(['whole', 'part']), decision: z.string().nullable() });

export const unitPage = unitBrief.extend({
  /** Whether it stood on the day asked. */
  state: z.enum(['stands', 'notYet', 'dissolved']),
  life: periodSchema,
  rank: z.string().nullable(),
  properties: propertiesSchema,
  version: periodSchema,
  path: z.array(linkedUnit),
  parents: z.array(spellSchema.extend({ hierarchy: hierarchySchema, parent: linkedUnit })),
  childKinds: z.array(z.object({ hierarchy: hierarchySchema, kind: kindSchema, count: z.number().int() })),
  relations: z.array(relationItem),
  predecessors: z.array(lineageItem),
  successors: z.array(lineageItem),
  may: z.array(z.string()),
});

export type UnitBrief = z.infer<typeof unitBrief>;
export type UnitItem = z.infer<typeof unitItem>;
export type UnitPage = z.infer<typeof unitPage>;

const asOf = daySchema.optional();
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
const filters = { q: z.string().trim().max(100).optional(), kind: several(kindSchema).optional(), under: unitId.optional(), asOf };
const paging = { cursor: z.string().max(500).optional(), limit: pageSize };

const acted = z.object({ unitId, actId: unitActId });
const decision = text(300).nullable().default(null);
const place = { id: unitId, on: daySchema, decision };
const actProblems = ['unit.notThere', 'unit.cycle', 'unit.parentNotThere', 'unit.orphan', 'unit.holdsOutside', 'unit.overlap', 'platform.notFound', 'platform.forbidden'];

export const unitContract = {
  list: query({
    name: 'units.list',
    path: '/api/units',
    verb: 'unit.read',
    summary: { vi: 'Tìm đơn vị theo tên, mã, loại', en: 'Find units by name, code, kind' },
    input: z.strictObject({ ...filters, ...paging }),
    output: page(unitItem),
  }),
  export: query({
    name: 'units.export',
    path: '/api/units-export',
    verb: 'record.export',
    summary: { vi: 'Xuất danh sách đơn vị ra CSV hoặc Excel', en: 'Export the list of units to CSV or Excel' },
    input: z.strictObject({ ...filters, ...tableWish }),
    output: z.unknown(),
    files: tableFiles,
  }),
  find: query({
    name: 'units.find',
    path: '/api/unit-names',
    verb: 'unit.find',
    summary: { vi: 'Tìm đơn vị để phân quyền (chỉ tên)', en: 'Find units to assign roles for (names only)' },
    input: z.strictObject({ q: z.string().trim().min(1).max(100), limit: pageSize }),
    output: page(unitBrief.extend({ path: z.array(z.string()) })),
  }),
  children: query({
    name: 'units.children',
    path: '/api/unit-tree',
    verb: 'unit.read',
    summary: { vi: 'Đơn vị trực thuộc; không nêu đơn vị thì là các đơn vị trên cùng', en: 'Units directly under one, or the topmost ones' },
    input: z.strictObject({ id: unitId.optional(), hierarchy: hierarchySchema, asOf, ...paging }),
    output: page(unitItem),
  }),
  unit: query({
    name: 'units.unit',
    path: '/api/units/:id',
    verb: 'unit.read',
    summary: { vi: 'Đơn vị vào một ngày', en: 'A unit on a day' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: unitId, asOf }),
    output: unitPage,
  }),
  history: query({
    name: 'units.history',
    path: '/api/units/:id/history',
    verb: 'unit.read',
    summary: { vi: 'Quá trình của đơn vị, tách thay đổi và đính chính', en: 'What happened to a unit: changes and corrections apart' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: unitId }),
    output: z.object({
      versions: z.array(spellSchema.extend({ facts: factsSchema, note: z.string().nullable() })),
      acts: z.array(
        z.object({
          id: unitActId,
          kind: z.string(),
          nature: z.enum(['change', 'correction']),
          on: daySchema,
          decision: z.string().nullable(),
          reason: z.string().nullable(),
          recordedAt: z.iso.datetime(),
          recordedBy: z.string().nullable(),
          undoable: z.boolean(),
        }),
      ),
    }),
  }),
  found: act({
    name: 'units.found',
    path: '/api/units',
    verb: 'unit.manage',
    summary: { vi: 'Thành lập đơn vị', en: 'Found a unit' },
    problems: [...actProblems, 'unit.typeUnknown', 'unit.nameMissing'],
    input: z.strictObject({
      facts: factsSchema.partial({ shortName: true, type: true, rank: true, code: true, properties: true }),
      from: daySchema,
      parents: z.array(z.strictObject({ hierarchy: hierarchySchema, parentId: unitId })).min(1),
      decision,
    }),
    output: acted,
  }),
  change: act({
    name: 'units.change',
    path: '/api/units/:id/change',
    verb: 'unit.manage',
    summary: { vi: 'Đổi tên, loại, cấp, mã hoặc đặc điểm từ một ngày', en: 'Change name, kind, rank, code or properties from a day' },
    problems: [...actProblems, 'unit.typeUnknown', 'unit.nameMissing'],
    input: z.strictObject({ ...place, facts: factsSchema.partial() }),
    output: acted,
  }),
  move: act({
    name: 'units.move',
    path: '/api/units/:id/move',
    verb: 'unit.manage',
    summary: { vi: 'Chuyển về đơn vị cấp trên khác từ một ngày', en: 'Move under another unit from a day' },
    problems: [...actProblems, 'unit.ownParent', 'unit.sameParent', 'unit.outOfReach'],
    input: z.strictObject({ ...place, hierarchy: hierarchySchema, parentId: unitId.nullable() }),
    output: acted,
  }),
  dissolve: act({
    name: 'units.dissolve',
    path: '/api/units/:id/dissolve',
    verb: 'unit.manage',
    summary: { vi: 'Giải thể; ngày ghi là ngày cuối cùng đơn vị còn hoạt động', en: 'Dissolve; the day is the last one on which it stands' },
    problems: [...actProblems, 'unit.stillHolds', 'unit.changedLater'],
    input: z.strictObject(place),
    output: acted,
  }),
  relate: act({
    name: 'units.relate',
    path: '/api/units/:id/relate',
    verb: 'unit.manage',
    summary: { vi: 'Gắn quan hệ với đơn vị khác từ một ngày', en: 'Relate to another unit from a day' },
    problems: [...actProblems, 'unit.relatedAlready', 'unit.ownRelation'],
    input: z.strictObject({ ...place, relation: relationSchema, otherId: unitId }),
    output: acted,
  }),
  unrelate: act({
    name: 'units.unrelate',
    path: '/api/units/:id/unrelate',
    verb: 'unit.manage',
    summary: { vi: 'Thôi quan hệ từ một ngày', en: 'End a relation from a day' },
    problems: [...actProblems, 'unit.notRelated'],
    input: z.strictObject({ ...place, relation: relationSchema, otherId: unitId }),
    output: acted,
  }),
  correct: act({
    name: 'units.correct',
    path: '/api/units/:id/correct',
    verb: 'unit.correct',
    summary: { vi: 'Đính chính thông tin nhập sai', en: 'Correct what was entered by mistake' },
    problems: [...actProblems, 'unit.noParent', 'unit.foundedTooLate', 'unit.endsBeforeFounding', 'unit.typeUnknown', 'unit.nothingCorrected'],
    input: z.strictObject({
      id: unitId,
      /** A day on which the mistaken entry holds. */
      on: daySchema,
      reason: text(300),
      facts: factsSchema.partial().optional(),
      parent: z.strictObject({ hierarchy: hierarchySchema, parentId: unitId }).optional(),
      foundedOn: daySchema.optional(),
    }),
    output: acted,
  }),
  undo: act({
    name: 'units.undo',
    path: '/api/unit-acts/:actId/undo',
    verb: 'unit.manage',
    summary: { vi: 'Hoàn tác việc vừa ghi', en: 'Undo what was just recorded' },
    problems: [...actProblems, 'unit.actNotLast', 'unit.stillHolds'],
    input: z.strictObject({ actId: unitActId }),
    output: z.object({ unitId }),
  }),
} as const;
