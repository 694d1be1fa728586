/** The people's part of the API. Numbers and contacts never stand in an address: looking one up is a POST. */
import { z } from 'zod';
import { act, query } from '../../platform/contract.ts';
import { daySchema } from '../../platform/day.ts';
import { flag, integer, pageSize, several } from '../../platform/http/query.schema.ts';
import { idSchema } from '../../platform/ids.ts';
import { tableFiles, tableWish } from '../../platform/table.formats.ts';
import { membershipShapes } from '../membership/membership.contract.ts';
import { namedUnit, postKind, tenureItem } from '../posts/post.contract.ts';
import { hows } from '../posts/post.ts';
import { birthPrecisions, educations, qualifications, sexes, theoryLevels } from './person.ts';

const unitId = idSchema<'unit'>();
const personId = idSchema<'person'>();
const text = (most: number) => z.string().trim().min(1).max(most);
const decision = text(300).nullable().default(null);
const asOf = daySchema.optional();
const cursor = z.string().max(800).optional();
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

export const memberStatuses = ['full', 'probationary', 'none'] as const;
export const memberMarks = ['exempt', 'away', 'temporary', 'notArrived'] as const;
const status = z.enum(memberStatuses);
const mark = z.enum(memberMarks);

const birth = z.strictObject({ on: daySchema, precision: z.enum(birthPrecisions) });
const facts = {
  fullName: text(120).refine((name) => /\p{L}/u.test(name), { error: 'a name has letters' }),
  sex: z.enum(sexes).nullable(),
  birth: birth.nullable(),
  education: z.enum(educations).nullable(),
  qualification: z.enum(qualifications).nullable(),
  politicalTheory: z.enum(theoryLevels).nullable(),
};
const optionalFacts = {
  sex: facts.sex.default(null),
  birth: facts.birth.default(null),
  education: facts.education.default(null),
  qualification: facts.qualification.default(null),
  politicalTheory: facts.politicalTheory.default(null),
};

const contactInput = z.strictObject({
  phone: text(40).nullable().optional(),
  email: z.email().max(200).nullable().optional(),
  citizenNo: z.string().trim().regex(/^(\d{9}|\d{12})$/, 'a citizen number has 12 digits (an old one 9)').nullable().optional(),
  membershipNo: text(40).nullable().optional(),
});
const contactShape = z.object({ phone: z.string().nullable(), email: z.string().nullable(), citizenNo: z.string().nullable(), membershipNo: z.string().nullable() });

export const personFilters = {
  q: z.string().trim().max(100).optional(),
  unitId: unitId.optional(),
  status: several(status).optional(),
  mark: several(mark).optional(),
  sex: z.enum(sexes).optional(),
  post: several(postKind).optional(),
  ageFrom: integer({ least: 0, most: 130 }).optional(),
  ageTo: integer({ least: 0, most: 130 }).optional(),
  asOf,
};

export const personItem = z.object({
  id: personId,
  fullName: z.string(),
  sex: z.enum(sexes).nullable(),
  birth: birth.nullable(),
  age: z.number().int().nullable(),
  generated: z.boolean(),
  status,
  marks: z.array(mark),
  /** Official cell, where it lies in the caller's reach. */
  cell: namedUnit.nullable(),
  posts: z.array(z.object({ kind: postKind, title: z.string().nullable(), unit: namedUnit })),
});

export const personPage = z.object({
  id: personId,
  version: z.number().int(),
  ...facts,
  age: z.number().int().nullable(),
  generated: z.boolean(),
  status,
  marks: z.array(mark),
  /** Null where the caller may not see it; then nothing says whether there is any. */
  contact: contactShape.nullable(),
  memberships: z.array(membershipShapes.membership),
  placements: z.array(membershipShapes.placement),
  exemptions: z.array(membershipShapes.exemption),
  awaySpells: z.array(membershipShapes.awaySpell),
  tenures: z.array(tenureItem),
  may: z.array(z.string()),
});

/** What `people.recordedAlready` tells of each who may be the same person. */
export const recordedAlready = z.object({ people: z.array(z.object({ id: personId, fullName: z.string(), birth: birth.nullable(), unit: z.string().nullable() })) });

const foundPerson = z.object({ id: personId, fullName: z.string(), birth: birth.nullable(), generated: z.boolean(), unit: namedUnit.nullable(), post: postKind.nullable() });

const entry = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('admitted'), on: daySchema, decision }),
  z.strictObject({ as: z.literal('member'), admittedOn: daySchema, recognisedOn: daySchema.nullable(), from: daySchema, inReason: z.enum(['initial', 'transfer_in']), decision }),
  z.strictObject({ as: z.literal('post'), postId: idSchema<'post'>(), from: daySchema, how: z.enum(hows).nullable().default(null), decision }),
]);

export const personContract = {
  list: query({
    name: 'people.list',
    path: '/api/people',
    verb: 'person.read',
    summary: { vi: 'Danh sách người vào một ngày, xếp theo tên', en: 'People on a day, by given name' },
    input: z.strictObject({ ...personFilters, cursor, limit: pageSize }),
    output: page(personItem),
  }),
  count: query({
    name: 'people.count',
    path: '/api/people-count',
    verb: 'person.read',
    summary: { vi: 'Số người trong danh sách; danh sách lớn chỉ đếm đến một mức', en: 'How many people a list holds; of a large list only that there are more' },
    input: z.strictObject(personFilters),
    output: z.object({ atLeast: z.number().int(), exact: z.boolean() }),
  }),
  search: query({
    name: 'people.search',
    path: '/api/people-search',
    verb: 'person.read',
    summary: { vi: 'Tìm nhanh người theo tên', en: 'Find people quickly by name' },
    input: z.strictObject({ q: z.string().trim().min(1).max(100), limit: integer({ least: 1, most: 20 }).default(8) }),
    output: z.object({ items: z.array(foundPerson) }),
  }),
  export: query({
    name: 'people.export',
    path: '/api/people-export',
    verb: 'record.export',
    summary: { vi: 'Xuất danh sách người ra CSV hoặc Excel', en: 'Export the list of people to CSV or Excel' },
    /** `contacts`: with phone, email and identity numbers, where the caller may see them. */
    input: z.strictObject({ ...personFilters, ...tableWish, contacts: flag().default(false) }),
    output: z.unknown(),
    files: tableFiles,
  }),
  person: query({
    name: 'people.person',
    path: '/api/people/:id',
    verb: 'person.read',
    summary: { vi: 'Trang của một người; mỗi lần mở được ghi lại', en: 'The page of a person; every opening is recorded' },
    problems: ['platform.notFound'],
    input: z.strictObject({ id: personId, asOf }),
    output: personPage,
  }),
  own: query({
    name: 'people.own',
    path: '/api/me/person',
    verb: 'self.read',
    summary: { vi: 'Hồ sơ của chính mình', en: 'One’s own record' },
    problems: ['people.noOwnRecord'],
    input: z.strictObject({ asOf }),
    output: personPage,
  }),
  looked: query({
    name: 'people.looked',
    path: '/api/me/looked',
    verb: 'self.read',
    summary: { vi: 'Ai đã mở hồ sơ của mình, khi nào', en: 'Who opened one’s own record, and when' },
    problems: ['people.noOwnRecord'],
    input: z.strictObject({ cursor, limit: pageSize }),
    output: page(z.object({ at: z.iso.datetime(), what: z.enum(['opened', 'found']), by: z.string().nullable() })),
  }),
  findByNumber: act({
    name: 'people.findByNumber',
    path: '/api/people/find-by-number',
    verb: 'person.contact',
    summary: { vi: 'Tìm người theo đúng số căn cước hoặc số thẻ đảng viên', en: 'Find a person by the exact citizen or membership number' },
    input: z.strictObject({ kind: z.enum(['citizen_no', 'membership_no']), number: text(40) }),
    output: z.object({ person: foundPerson.nullable(), notArrived: z.boolean() }),
  }),
  record: act({
    name: 'people.record',
    path: '/api/people',
    verb: 'person.record',
    summary: { vi: 'Ghi một người mới vào đơn vị: kết nạp, đã là đảng viên, hoặc giữ chức danh', en: 'Record a new person in a unit: admitted, already a member, or holding a post' },
    problems: ['platform.notFound', 'platform.forbidden', 'people.citizenNoTaken', 'people.membershipNoTaken', 'people.recordedAlready', 'people.postElsewhere', 'membership.tooYoung', 'membership.notACell', 'membership.inFuture', 'membership.placedBeforeAdmission', 'membership.recognisedTooEarly', 'posts.outsidePost', 'posts.noSeat', 'posts.inFuture'],
    /** `isAnother`: looked at those of the same name and birth, and it is none of them. */
    input: z.strictObject({ unitId, fullName: facts.fullName, ...optionalFacts, contact: contactInput.optional(), entry, isAnother: z.boolean().default(false) }),
    output: z.object({ id: personId, version: z.number().int() }),
  }),
  change: act({
    name: 'people.change',
    path: '/api/people/:id/change',
    verb: 'person.record',
    summary: { vi: 'Sửa thông tin của một người', en: 'Change what is recorded about a person' },
    problems: ['platform.notFound', 'platform.forbidden', 'platform.stale', 'people.citizenNoTaken', 'people.membershipNoTaken'],
    input: z.strictObject({ id: personId, version: z.number().int().min(1), facts: z.strictObject(facts).partial().optional(), contact: contactInput.optional() }),
    output: z.object({ id: personId, version: z.number().int() }),
  }),
};

export type PersonFiltersInput = z.output<z.ZodObject<typeof personFilters>>;
