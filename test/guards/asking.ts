/** Addresses that ask every read about the things of a world: what a list must be asked about to have many rows. */
import { z } from 'zod';
import type { Procedure } from '../../src/platform/contract.ts';
import { exampleOf } from './example.ts';

export interface Subjects {
  readonly province: string;
  readonly cell: string;
  readonly member: string;
  readonly post: string;
  readonly reorganisation: string;
  readonly meeting: string;
  readonly document: string;
  readonly task: string;
  readonly shortcoming: string;
  readonly season: string;
  readonly rating: string;
  readonly cycle: string;
  readonly review: string;
  readonly regulation: string;
  readonly assignment: string;
  readonly petition: string;
  readonly visit: string;
  readonly report: string;
  readonly evaluation: string;
  readonly interim: string;
}

/** `input` goes before what is known of the procedure; keys that it does not take are left out. */
export function addressOf(procedure: Procedure, subjects: Subjects, input: Readonly<Record<string, unknown>> = {}): string {
  const takes = keysOf(procedure);
  const given: Record<string, unknown> = { ...exampleOf(procedure.input), ...subjectOf(procedure.name, subjects), ...input };
  const inPath = new Set<string>();
  const url = procedure.path.replace(/:(\w+)/g, (_, key: string) => (inPath.add(key), encodeURIComponent(String(given[key]))));
  const rest = Object.entries(given).filter(([key, value]) => takes.has(key) && !inPath.has(key) && value !== undefined).map(([key, value]) => [key, String(value)]);
  return `${url}?${new URLSearchParams(rest).toString()}`;
}

export function keysOf({ input }: Procedure): ReadonlySet<string> {
  return new Set(Object.keys((z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as { properties?: object }).properties ?? {}));
}

function subjectOf(name: string, { province, cell, member, post, reorganisation, meeting, document, task, shortcoming, season, rating, cycle, review, regulation, assignment, petition, visit, report, evaluation, interim }: Subjects): Record<string, string> {
  const subjects: Readonly<Record<string, Record<string, string>>> = {
    'access.whoSees': { personId: member },
    'access.explain': { unitId: cell },
    'units.find': { q: 'cell' },
    'units.unit': { id: cell },
    'units.history': { id: cell },
    'units.children': { id: province, hierarchy: 'party' },
    'people.search': { q: 'người' },
    'people.person': { id: member },
    'membership.acts': { personId: member },
    'posts.ofUnit': { unitId: cell },
    'posts.ofPerson': { personId: member },
    'posts.history': { id: post },
    'figures.compare': { before: '2026-09-01', list: 'added' },
    'figures.records': { set: 'count' },
    'figures.breakdown': { by: 'child' },
    'figures.several': { figures: 'members' },
    'figures.flow': { from: '2026-09-01', to: '2026-11-20' },
    'meetings.meeting': { id: meeting },
    'tasks.answerable': { unitId: cell },
    'tasks.task': { id: task },
    'documents.document': { id: document },
    'documents.recipients': { id: document },
    'shortcomings.shortcoming': { id: shortcoming },
    'cascades.clauses': { documentId: document },
    'cascades.radar': { documentId: document, unitId: province },
    'cascades.owed': { unitId: cell },
    'cascades.unit': { documentId: document, unitId: cell },
    'ratings.season': { id: season },
    'ratings.list': { seasonId: season },
    'ratings.export': { seasonId: season },
    'ratings.rating': { id: rating },
    'ratings.ofUnit': { unitId: cell },
    'ratings.ofPerson': { personId: member },
    'reports.report': { id: interim },
    'reports.records': { id: interim, of: cell },
    'reports.word': { id: interim },
    'reports.excel': { id: interim },
    'reviews.cycle': { id: cycle },
    'reviews.review': { id: review },
    'reviews.own': { id: review },
    'reviews.file': { id: review },
    'reviews.ownFile': { id: review },
    'oversight.regulation': { id: regulation },
    'oversight.assignment': { id: assignment },
    'petitions.petition': { id: petition },
    'petitions.petitioner': { id: petition },
    'petitions.bodies': { unitId: cell, topic: 'ruralRoads' },
    'petitions.similar': { unitId: cell, topic: 'ruralRoads', text: 'Sửa đường ấp' },
    'oversight.board': { regulationId: regulation },
    'oversight.cadres': { regulationId: regulation },
    'oversight.gaps': { regulationId: regulation, from: '2026-10-01', to: '2026-11-20' },
    'oversight.proposals': { regulationId: regulation },
    'oversight.annex': { regulationId: regulation, decision: '12-QĐ/TU' },
    'oversight.annexFile': { regulationId: regulation, decision: '12-QĐ/TU' },
    'oversight.handOver': { id: assignment },
    'oversight.handOverFile': { id: assignment },
    'visits.visit': { id: visit },
    'visits.ofMeeting': { meetingId: meeting },
    'visits.brief': { unitId: cell },
    'visits.obligations': { from: '2026-10-01', to: '2026-11-20' },
    'visits.draft': { unitId: province, from: '2026-10-01', to: '2026-11-20' },
    'visits.report': { id: report },
    'visits.reportFile': { id: report },
    'visits.evaluation': { id: evaluation },
    'meetings.before': { id: meeting },
    'meetings.sittings': { id: meeting },
    'meetings.heads': { id: meeting },
    'meetings.resolution': { id: meeting },
    'meetings.resolutionFile': { id: meeting },
    'meetings.book': { unitId: cell, year: '2026' },
    'meetings.bookFile': { unitId: cell, year: '2026' },
    'meetings.frame': { unitId: cell },
    'meetings.draft': { id: meeting },
    'meetings.minutesFile': { id: meeting },
    'meetings.calendarFile': { id: meeting },
    'reorganisations.get': { id: reorganisation },
    'reorganisations.items': { id: reorganisation },
    'reorganisations.outcomes': { id: reorganisation, list: 'unit' },
  };
  return { ...(name.startsWith('figures.') ? { unit: province, figure: 'members', on: '2026-11-20' } : {}), ...subjects[name] };
}
