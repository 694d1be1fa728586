/** The board of a regulation: units and who follows them, cadres and their load, gaps over a time, proposals; and the papers made of it. */
import { z } from 'zod';
import { query } from '../../platform/contract.ts';
import { daySchema, periodSchema } from '../../platform/day.ts';
import { pageSize } from '../../platform/http/query.schema.ts';
import { wordType } from '../reviews/review.kinds.ts';
import { mostHandedOver, mostParts } from './hand.over.ts';
import { assignmentId, assignmentItem, namedPerson, namedUnit, regulationId, text, tier, wholeRegulation } from './oversight.shapes.ts';
import { mostCandidates } from './proposal.ts';

const cursor = z.string().max(500).optional();
const words = z.object({ vi: z.string(), en: z.string() });
const ofRegulation = { regulationId, on: daySchema.optional() };
/** The area by which somebody is near: a district, now or formerly, or a commune. */
const near = namedUnit.nullable();
/** The same, of a unit; `isFormer`: it stands in it no more. */
const area = namedUnit.extend({ isFormer: z.boolean() }).nullable();
export const mostCadres = 500;
export const mostGaps = 200;

const boardRow = z.object({
  unit: namedUnit,
  /** The district or commune in which it stands or stood. */
  area,
  followers: z.array(z.object({ assignmentId, person: namedPerson, tier, leftPostOn: daySchema.nullable(), from: daySchema })),
  /** Since when nobody follows it. */
  uncoveredSince: daySchema.nullable(),
});

export const boardContract = {
  board: query({
    name: 'oversight.board',
    path: '/api/oversight/board',
    verb: 'oversight.read',
    /** By name. `gap`: those alone that nobody follows on the day. */
    input: z.strictObject({ ...ofRegulation, gap: z.enum(['yes']).optional(), search: z.string().trim().max(200).optional(), cursor, limit: pageSize }),
    output: z.object({ items: z.array(boardRow), next: z.string().nullable() }),
    problems: ['platform.notFound'],
    summary: { vi: 'Bảng phân công theo đơn vị', en: 'The board by unit' },
  }),
  cadres: query({
    name: 'oversight.cadres',
    path: '/api/oversight/cadres',
    verb: 'oversight.read',
    /** Who follows a unit on the day, and who holds a post at the organisation and follows none; the most units first. */
    input: z.strictObject(ofRegulation),
    output: z.object({
      items: z.array(z.object({
        person: namedPerson, tier, post: assignmentItem.shape.post, leftPostOn: daySchema.nullable(), isOver: z.boolean(),
        units: z.array(z.object({ assignmentId, unit: namedUnit })).max(mostCadres),
      })).max(mostCadres),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Cán bộ và số đơn vị đang theo dõi', en: 'Cadres and their load' },
  }),
  gaps: query({
    name: 'oversight.gaps',
    path: '/api/oversight/gaps',
    verb: 'oversight.read',
    /** Units that nobody followed on some day of the time, by name, with the stretches. */
    input: z.strictObject({ regulationId, from: daySchema, to: daySchema, cursor, limit: pageSize }),
    output: z.object({ items: z.array(z.object({ unit: namedUnit, gaps: z.array(z.object({ from: daySchema, to: daySchema, days: z.int() })) })), next: z.string().nullable() }),
    problems: ['platform.notFound', 'oversight.periodBackwards'],
    summary: { vi: 'Những khoảng thời gian không có người theo dõi', en: 'When nobody followed a unit' },
  }),
  proposals: query({
    name: 'oversight.proposals',
    path: '/api/oversight/proposals',
    verb: 'oversight.assign',
    /** For the units that nobody follows on the day. Nothing is assigned by it. */
    input: z.strictObject(ofRegulation),
    output: z.object({
      items: z.array(z.object({
        unit: namedUnit, area, uncoveredSince: daySchema.nullable(),
        candidates: z.array(z.object({ person: namedPerson, tier, post: assignmentItem.shape.post, load: z.int(), near })).max(mostCandidates),
      })).max(mostGaps),
    }),
    problems: ['platform.notFound', 'platform.forbidden'],
    summary: { vi: 'Gợi ý người theo dõi cho đơn vị chưa có', en: 'Proposals for units that nobody follows' },
  }),
  annex: query({
    name: 'oversight.annex',
    path: '/api/oversight/annex',
    verb: 'oversight.read',
    /** All that one decision assigned. */
    input: z.strictObject({ regulationId, decision: text(200) }),
    output: z.object({ regulation: wholeRegulation.pick({ id: true, title: true, unit: true }), decision: z.string(), period: periodSchema.nullable(), items: z.array(assignmentItem).max(2000) }),
    problems: ['platform.notFound'],
    summary: { vi: 'Phụ lục của quyết định phân công', en: 'The annex of a decision' },
  }),
  annexFile: query({
    name: 'oversight.annexFile',
    path: '/api/oversight/annex.docx',
    verb: 'oversight.read',
    input: z.strictObject({ regulationId, decision: text(200) }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: [wordType],
    summary: { vi: 'Phụ lục của quyết định phân công bằng tệp Word', en: 'The annex of a decision as a Word document' },
  }),
  handOver: query({
    name: 'oversight.handOver',
    path: '/api/oversight/assignments/:id/hand-over',
    verb: 'oversight.read',
    /** As of today, for whoever may read the unit. */
    input: z.strictObject({ id: assignmentId }),
    output: z.object({
      assignment: assignmentItem, talkingPoints: z.string().nullable(), on: daySchema,
      parts: z.array(z.object({
        code: z.string(), title: words, empty: words,
        items: z.array(z.object({ kind: words.optional(), text: z.string(), on: daySchema.nullable(), dueOn: daySchema.nullable(), isLate: z.boolean(), href: z.string().nullable() })).max(mostHandedOver),
      })).max(mostParts),
      /** Who follows the unit next or beside him. */
      others: z.array(z.object({ person: namedPerson, period: periodSchema })).max(20),
    }),
    problems: ['platform.notFound'],
    summary: { vi: 'Hồ sơ bàn giao việc theo dõi một đơn vị', en: 'The hand-over file of a unit' },
  }),
  handOverFile: query({
    name: 'oversight.handOverFile',
    path: '/api/oversight/assignments/:id/hand-over.docx',
    verb: 'oversight.read',
    input: z.strictObject({ id: assignmentId }),
    output: z.unknown(),
    problems: ['platform.notFound'],
    files: [wordType],
    summary: { vi: 'Hồ sơ bàn giao bằng tệp Word', en: 'The hand-over file as a Word document' },
  }),
};
