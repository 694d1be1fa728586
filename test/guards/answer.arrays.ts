/**
 * The arrays (and maps) in what a read answers, found in its shape and in a real answer. One grows with the data unless it
 * is the page of a list; every other is named here with the reason why it stays short, and how long it may get.
 */
import { z } from 'zod';
import type { Procedure } from '../../src/platform/contract.ts';

/** Rows of one page. */
export const mostRows = 500;

export interface Bound {
  readonly most: number;
  readonly because: string;
  /** `procedure path`; `[]` steps into an array, `{}` into a map. */
  readonly arrays: readonly string[];
}

const inNotes = (procedures: readonly string[]) => procedures.flatMap((name) => [`${name} asked.filters{}`, `${name} asked.filters{}[]`, `${name} notes[]`, `${name} notes[].units[]`]);

export const bounds: readonly Bound[] = [
  {
    most: 120,
    because: 'verbs, roles, reaches, figures, their dimensions and buckets stand in the code',
    arrays: [
      'access.session mayVisit[]', 'access.whoSees items[].chain.verbs[]', 'access.whoSeesMe items[].chain.verbs[]', 'access.explain chains[].verbs[]', 'accounts.list items[].roles[]',
      'assignments.list items[].may[]', 'assignments.roles items[]', 'assignments.roles items[].verbs[]', 'assignments.roles items[].reaches[]', 'units.unit may[]', 'people.person may[]', 'people.own may[]',
      'posts.ofUnit may[]', 'reorganisations.get may[]', 'reorganisations.get counts{}', 'rules.list items[]', 'rules.list may[]', 'tasks.list items[].may[]', 'tasks.task may[]', 'tasks.task rules[]', 'attention.list items[].may[]', 'attention.list items[].citations[]', 'attention.summary alerts[]', 'attention.summary alerts[].rules[]', 'figures.list items[].rules[]', 'figures.several items[].figure.rules[]', 'figures.list items[].dimensions[]', 'figures.list items[].dimensions[].buckets[]',
      'figures.several items[].figure.dimensions[]', 'figures.several items[].figure.dimensions[].buckets[]', 'figures.compare records.columns[]', 'figures.compare records.columns[].buckets[]',
      'figures.compare records.items[].values{}', 'figures.compare records.items[].links{}', 'figures.records columns[]', 'figures.records columns[].buckets[]', 'figures.records items[].values{}',
      'figures.records items[].links{}', 'figures.flow ins[]', 'figures.flow outs[]', 'imports.runs items[].tables[]', 'people.list items[].marks[]', 'people.person marks[]', 'people.own marks[]',
    ],
  },
  {
    most: 40,
    because: 'the way up from a unit: the tree is a few steps deep (unit.closure.ts stops at 32)',
    arrays: ['access.whoSees items[].chain.path[]', 'access.whoSeesMe items[].chain.path[]', 'access.explain chains[].path[]', 'units.list items[].path[]', 'units.find items[].path[]', 'units.children items[].path[]', 'units.unit path[]'],
  },
  {
    most: 6_000,
    because: 'one meeting: its roll is refused above 6,000 people (meeting.people.ts), its pieces above their own bounds (meeting.parts.ts)',
    arrays: ['roll', 'guests', 'agenda', 'opinions', 'votes', 'conclusions', 'additions', 'files', 'frame.criteria', 'rules', 'may'].map((part) => `meetings.meeting ${part}[]`).concat('meetings.meeting score.points{}'),
  },
  { most: 60, because: 'other sittings on one topic and heads of the villages of one cell are cut off at 60; criteria of a scoring frame at 40', arrays: ['meetings.sittings items[]', 'meetings.heads items[]', 'meetings.frame frame.criteria[]', 'meetings.frame may[]', 'meetings.frames items[].criteria[]'] },
  { most: 60, because: 'conclusions and votes of one meeting (meeting.parts.ts)', arrays: ['meetings.resolution conclusions[]', 'meetings.resolution votes[]', 'meetings.resolution may[]', 'meetings.book items[].conclusions[]', 'meetings.book items[].votes[]'] },
  { most: 50, because: 'a document has 20 links and 20 files at most (document.ts); what is linked with it and the recipients within reach are cut off at 50 and 20', arrays: ['links', 'linkedFrom', 'files', 'recipients.own', 'may'].map((part) => `documents.document ${part}[]`) },
  { most: 200, because: 'of one task the latest 200 entries are told, with 20 files at most, 30 steps, 20 units that co-operate (task.ts) and the latest 30 former days (task.whole.ts); of who answers for tasks the first 200', arrays: ['tasks.task entries[]', 'tasks.task entries[].files[]', 'tasks.task steps[]', 'tasks.task partners[]', 'tasks.task formerDues[]', 'tasks.answerable items[]'] },
  { most: 100, because: 'a review has 12 sections, 30 suggestions and 60 opinions at most, and 30 former conclusions (review.ts); earlier shortcomings are cut off at 30, the reviews of one person at 100', arrays: ['sections', 'suggestions', 'opinions', 'former', 'former[].opinions', 'facts.shortcomings', 'may'].flatMap((part) => [`reviews.review ${part}[]`, `reviews.own ${part}[]`]).concat('reviews.ownList items[]', 'reviews.cycle may[]', 'reviews.cycles items[].may[]') },
  {
    most: 3_000, because: 'a report is of 1,000 committees at most (report.shapes.ts), of the cadres who followed them, of the lines and facts that stand in the code, and of the topics of petitions',
    arrays: ['facts', 'lines', 'committees', 'committees[].beside', 'committees[].cells', 'cadres', 'cadres[].beside', 'cadres[].cells', 'topics', 'uncovered'].map((part) => `reports.report findings.${part}[]`).concat('reports.report may[]', 'reports.records items[].marks[]'),
  },
  { most: 200, because: 'a shortcoming has 10 figures and 200 steps at most (shortcoming.ts); what was found of the same topic is cut off at 20, those of one person at 100', arrays: ['proofs', 'steps', 'related', 'may'].flatMap((part) => [`shortcomings.shortcoming ${part}[]`, `shortcomings.own items[].${part}[]`]).concat('shortcomings.own items[]') },
  { most: 150, because: 'figures that the modules declare', arrays: ['figures.list items[]'] },
  { most: 50, because: 'a visit has 12 topics heard, 10 promises, 10 files and 50 steps at most (visit.ts); those at one meeting are cut off at 40', arrays: ['topics', 'met', 'heard', 'promised', 'files', 'steps', 'steps[].former', 'may'].map((part) => `visits.visit ${part}[]`).concat('visits.list items[].topics[]', 'visits.ofMeeting items[]', 'visits.ofMeeting items[].topics[]', 'visits.ofMeeting unmatched[]') },
  { most: 120, because: 'places of one cadre are cut off at 60, what is below one at 120, what comes next and the lines of a brief at 30', arrays: ['', '[].ahead', '[].below'].map((part) => `visits.places items${part}[]`).concat(['cadres', 'leaders', 'figures', 'promises', 'petitions', 'missed', 'shortcomings', 'meetings'].map((part) => `visits.brief ${part}[]`)).concat(['visits.brief missed[].months[]']) },
  { most: 120, because: 'reports and evaluations of one cadre are cut off at 120 and 40, their places at 60, opinions at 60, former decisions at 20, what was heard at 20', arrays: ['visits.draft', 'visits.report'].flatMap((of) => [`${of} facts[]`, `${of} facts[].heard[]`, `${of} facts[].visits{}`, `${of} may[]`]).concat(['visits.evaluation ', 'visits.ownEvaluations items[].'].flatMap((of) => ['opinions', 'places', 'former', 'may'].map((part) => `${of}${part}[]`)), 'visits.ownReports items[]', 'visits.ownEvaluations items[]') },
  { most: 200, because: 'a regulation names kinds of unit and tiers of cadres, a few of each; of one cadre what he follows is cut off at 200', arrays: ['oversight.regulations items[].kinds[]', 'oversight.regulations may[]', 'oversight.regulation kinds[]', 'oversight.regulation duties[]', 'oversight.regulation may[]', 'oversight.own items[]', 'oversight.assignment may[]'] },
  { most: 100, because: 'a petition has 100 steps and 10 files at most (petition.ts); what is alike is cut off at 20; of who decides there is one for each level', arrays: [...['steps', 'related', 'files', 'may'].map((part) => `petitions.petition ${part}[]`), 'petitions.similar items[]', 'petitions.bodies items[]', 'petitions.inbox counts{}', 'petitions.times items[]'] },
  { most: 1000, because: 'topics, lines of the map of competence and wordings that hold at one unit, written by hand and cut off at 1,000', arrays: ['petitions.topics items[]', 'petitions.competences items[]', 'petitions.templates items[]'] },
  {
    most: 2000,
    because: 'who follows one unit and when nobody did are a few; cadres of one regulation are cut off at 500, its gaps at 200 with three candidates each, what one decision assigned at 2,000, what is handed over at 100 of each part',
    arrays: ['oversight.board items[].followers[]', 'oversight.cadres items[]', 'oversight.cadres items[].units[]', 'oversight.gaps items[].gaps[]', 'oversight.proposals items[]', 'oversight.proposals items[].candidates[]', 'oversight.annex items[]', 'oversight.handOver parts[]', 'oversight.handOver parts[].items[]', 'oversight.handOver others[]'],
  },
  {
    most: 84_000,
    because: 'a document has 200 clauses at most (clause.ts), a radar 500 rows with a count for each clause and state (radar.reads.ts); steps and deadlines are eight; what is linked with one clause is cut off at 20',
    arrays: [
      'clauses items[]', 'clauses items[].former[]', 'clauses items[].carriesOut[]', 'clauses cascade.deadlines[]', 'clauses own[]', 'clauses removed[]', 'outlook kinds[]', 'outlook kinds[].units[]', 'outlook recipients.units[]', 'outlook deadlines[]', 'clauses may[]', 'radar above[]', 'radar clauses[]', 'radar rows[]', 'radar rows[].counts[]', 'radar rows[].former[]', 'unit beside[]', 'owed items[]', 'owed items[].clauses[]',
      'unit steps[]', 'unit clauses[]', 'unit clauses[].answer.documents[]', 'unit clauses[].answer.clauses[]', 'unit clauses[].answer.tasks[]', 'unit may[]',
    ].map((part) => `cascades.${part}`),
  },
  { most: 60, because: 'regular meetings that one cell held in a year, of which one member missed some (member.alerts.ts)', arrays: ['attention.list items[].meetings[]'] },
  {
    most: 50, because: 'levels and gates of a frame are a few, its criteria 40 at most (rating.frame.contract.ts); a season has 20 groups and a frame for each kind of subject; facts are of the code; corrections are cut off at 50',
    arrays: [
      ...['levels', 'gates', 'gates[].levels', 'criteria'].flatMap((part) => [`ratings.frame frame.${part}[]`, `ratings.season frames[].frame.${part}[]`, `ratings.rating frame.${part}[]`]),
      'ratings.frame may[]', 'ratings.frames items[].criteria[]', 'ratings.season frames[]', 'ratings.season groups[]', 'ratings.season groups[].levels[]', 'ratings.season may[]', 'ratings.list items[].gates[]', 'ratings.list items[].measures[]', 'ratings.ownOpen items[]', ...['levels', 'gates', 'gates[].levels', 'criteria'].map((part) => `ratings.ownOpen items[].frame.${part}[]`),
      ...['self', 'appraisal'].flatMap((part) => ['points', 'stated', 'found'].map((list) => `ratings.ownOpen items[].${part}.${list}[]`)), ...['facts', 'missing', 'gates', 'trace', 'may'].map((part) => `ratings.ownOpen items[].${part}[]`),
      ...['self', 'appraisal'].flatMap((part) => ['points', 'stated', 'found'].map((list) => `ratings.rating ${part}.${list}[]`)), ...['facts', 'missing', 'gates', 'trace', 'may'].map((part) => `ratings.rating ${part}[]`),
      'ratings.ofUnit may[]',
    ],
  },
  { most: 50, because: 'the open tasks of one person, cut off at 50 (task.own.ts)', arrays: ['tasks.own items[]'] },
  { most: 60, because: 'the next meetings of one person, cut off at 30, with at most 20 files and 60 points each (meeting.parts.ts)', arrays: ['meetings.ownAhead items[]', 'meetings.ownAhead items[].papers[]', 'meetings.ownAhead items[].agenda[]'] },
  { most: 60, because: 'one meeting has at most 20 files, 60 points and as many additions to its minutes as a meeting may have (meeting.parts.ts)', arrays: ['meetings.own agenda[]', 'meetings.own papers[]', 'meetings.own minutes.additions[]'] },
  { most: 60, because: 'what is proposed for an agenda is cut off at 30 of each kind; conclusions of one meeting at 60', arrays: ['meetings.before lastMeeting.conclusions[]', 'meetings.before openTasks[]', 'meetings.before away[]', 'meetings.before exemptionsEnding[]'] },
  { most: 10, because: 'an account is told in ten browsers at most, the oldest is dropped', arrays: ['notices.ways browsers[]'] },
  { most: 366, because: 'the days of one year', arrays: ['rules.holidays items[]'] },
  {
    most: 500,
    because: 'the life of one person or one unit, written by hand act by act',
    arrays: [
      'people.list items[].posts[]', 'people.person memberships[]', 'people.person placements[]', 'people.person exemptions[]', 'people.person awaySpells[]', 'people.person tenures[]',
      'people.own memberships[]', 'people.own placements[]', 'people.own exemptions[]', 'people.own awaySpells[]', 'people.own tenures[]', 'membership.acts items[]', 'posts.ofPerson items[]', 'posts.history items[]',
      'units.unit parents[]', 'units.unit childKinds[]', 'units.unit relations[]', 'units.unit predecessors[]', 'units.unit successors[]', 'units.history versions[]', 'units.history acts[]',
      'posts.ofUnit items[]', 'posts.ofUnit items[].holders[]', 'posts.ofUnit items[].holders[].concurrent[]', 'posts.list items[].holders[]', 'posts.list items[].holders[].concurrent[]',
    ],
  },
  {
    most: 500,
    because: 'the villages of one commune (at most about 130) and who leads each',
    arrays: [
      'posts.unified items[].secretaries[]', 'posts.unified items[].chairs[]', 'posts.unified items[].villages[]', 'posts.unified items[].villages[].heads[]', 'posts.unified items[].villages[].secretaries[]',
      'posts.unified items[].villages[].deputies[]', 'posts.unified items[].villages[].frontHeads[]',
    ],
  },
  {
    most: 12_000,
    because: 'one line for each commune of the territory within reach, 10,047 before July 2025, with the first page only',
    arrays: ['posts.heads communes[]'],
  },
  {
    most: 2000,
    because: 'one line for each unit directly under the one asked, or for each bucket of a dimension',
    arrays: ['figures.breakdown items[]', 'attention.summary units[]'],
  },
  {
    most: 500,
    because: 'points of time, filters and figures are counted in the input; notes name successors and parts of one unit',
    arrays: [
      'petitions.times notes[]', 'petitions.times notes[].units[]', ...inNotes(['figures.value', 'figures.breakdown', 'figures.series', 'figures.compare', 'figures.records', 'figures.flow']), 'figures.value printed[]', 'figures.series points[]',
      'figures.several items[]', 'figures.several items[].notes[]', 'figures.several items[].notes[].units[]', 'figures.several items[].series[]',
    ],
  },
  { most: 500, because: 'cut off at 500 (explain), 100 (sessions, devices, conflicts, the latest acts on posts), or by a limit without going on (searches)', arrays: ['access.explain chains[]', 'access.sessions items[]', 'sync.devices items[]', 'sync.conflicts items[]', 'sync.unsettled ids[]', 'people.search items[]', 'posts.actsOfUnit items[]', 'posts.actsOfPerson items[]'] },
  { most: 500, because: 'printed values and accounts of the sample, one row for each case; one fault for each home', arrays: ['access.welcome sampleAccounts[]', 'cases.list items[]', 'cases.list items[].filter[]', 'cases.list items[].printed.names[]', 'cases.list items[].computed.names[]', 'events.verify faults[]'] },
];

/** Where a paged list answers its rows elsewhere than in `items` beside `next`. */
const pagesElsewhere: readonly string[] = ['figures.compare records.items[]'];
/** Finds names by a few letters and never goes on: a search, not a list. */
const neverGoesOn: readonly string[] = ['units.find'];

/** What is wrong with what a read answers, in words; nothing where all of it is bounded. */
export function arrayFaults(procedure: Procedure, known: readonly Bound[] = bounds): string[] {
  return arraysIn(procedure.output).flatMap((path) => {
    const array = `${procedure.name} ${path}`;
    if (isPageOf(procedure, path)) return pageFaults(procedure).map((fault) => `${array}: ${fault}`);
    return known.some(({ arrays }) => arrays.includes(array)) ? [] : [`${array}: neither a page nor known to be short`];
  });
}

/** The rows of a list: they stand beside `next`. */
export function isPageOf(procedure: Procedure, path: string): boolean {
  return pagesElsewhere.includes(`${procedure.name} ${path}`) || (path === 'items[]' && isPaged(procedure));
}

export function isPaged({ method, output }: Procedure): boolean {
  return method === 'GET' && 'next' in (shapeOf(output, 'output').properties ?? {});
}

/** How long an array may be in an answer to somebody who asked for `limit` rows. */
export function mostOf(procedure: Procedure, path: string, limit: number): number {
  if (isPageOf(procedure, path)) return limit;
  return bounds.find(({ arrays }) => arrays.includes(`${procedure.name} ${path}`))?.most ?? 0;
}

function pageFaults({ name, input }: Procedure): string[] {
  const { limit, cursor } = shapeOf(input, 'input').properties ?? {};
  const { maximum } = limit ?? {};
  return [
    ...(maximum !== undefined && maximum <= mostRows ? [] : [`limit has no maximum up to ${mostRows}`]),
    ...(cursor || neverGoesOn.includes(name) ? [] : ['no cursor']),
  ];
}

interface Shape {
  readonly $ref?: string;
  readonly type?: string;
  readonly maximum?: number;
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly [definitions: `$${string}`]: unknown;
}

/** Paths of every array and map in a shape, those within others too. */
export function arraysIn(shape: z.ZodType): string[] {
  const whole = shapeOf(shape, 'output');
  const found = new Set<string>();
  walk(whole, '', []);
  return [...found];

  function walk(part: Shape, path: string, through: readonly string[]): void {
    if (part.$ref !== undefined && !through.includes(part.$ref)) walk(referred(whole, part.$ref), path, [...through, part.$ref]);
    if (part.type === 'array') step(part.items ?? {}, `${path}[]`, through);
    for (const choice of [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? []), ...(part.prefixItems ?? [])]) walk(choice, path, through);
    for (const [name, property] of Object.entries(part.properties ?? {})) walk(property, path === '' ? name : `${path}.${name}`, through);
    const others = part.additionalProperties;
    if (typeof others === 'object' && Object.keys(others).length > 0) step(others, `${path}{}`, through);
  }

  function step(part: Shape, path: string, through: readonly string[]): void {
    found.add(path);
    walk(part, path, through);
  }
}

function referred(whole: Shape, reference: string): Shape {
  return reference.split('/').slice(1).reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], whole) as Shape;
}

function shapeOf(schema: z.ZodType, io: 'input' | 'output'): Shape {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io }) as Shape;
}

/** Lengths of the arrays in an answer, the longest of each path; a map that the shape does not know as one is no array. */
export function lengthsIn(answer: unknown): Map<string, number> {
  const found = new Map<string, number>();
  walk(answer, '');
  return found;

  function walk(part: unknown, path: string): void {
    if (Array.isArray(part)) {
      found.set(`${path}[]`, Math.max(part.length, found.get(`${path}[]`) ?? 0));
      for (const item of part) walk(item, `${path}[]`);
    } else if (typeof part === 'object' && part !== null) {
      for (const [name, value] of Object.entries(part)) walk(value, path === '' ? name : `${path}.${name}`);
    }
  }
}
