/**
 * Figures about meetings, for the largest unit and for a province: value, by child and by dimension on today and on ends of
 * months, series of 36 months. Once while nobody meets, and once beside a meeting night, when some group of every province
 * is marked at any moment.
 */
import { sql } from 'kysely';
import { firstRow } from '../../src/platform/db/database.ts';
import type { Bench } from '../bench.ts';
import { ask, askFor } from '../load.ts';
import { percentiles, shuffled, within, type Line } from '../measure.ts';
import { spread } from '../places.ts';
import { lastDays } from './days.ts';

interface Figure {
  readonly id: string;
  readonly kind: 'state' | 'flow';
  readonly subject: string;
  readonly dimensions: readonly { readonly id: string }[];
}

export interface Questions {
  readonly what: string;
  readonly paths: readonly string[];
}

const subjects = ['meeting', 'meetingCell', 'headGuest', 'absentee'];
const mostQuestions = 60;

export async function questionsAboutMeetings(bench: Bench): Promise<Questions[]> {
  const { places: { top, province } } = bench;
  const { items } = (await askFor<{ items: readonly Figure[] }>(bench.server.origin, '/api/figures', { caller: bench.callers.top })).body;
  const levels = top.id === province.id ? [{ level: 'province', unit: province.id }] : [{ level: 'everything', unit: top.id }, { level: 'province', unit: province.id }];
  const figures = items.filter(({ subject }) => subjects.includes(subject));
  return levels.flatMap((at) => questionsOf(bench, { ...at, figures }));
}

interface About {
  readonly level: string;
  readonly unit: string;
  readonly figures: readonly Figure[];
}

function questionsOf({ places: { today }, rolledDays }: Bench, { level, unit, figures }: About): Questions[] {
  // Days of states are kept one by one, flows for all the time.
  const ends = { flow: lastDays(today, 35), state: lastDays(today, 35).filter((day) => rolledDays.includes(day)) };
  const moments = (kind: Figure['kind']) => [today, ...spread(ends[kind], 5)].flatMap((on) => ['day', 'today'].map((boundaries) => `on=${on}&boundaries=${boundaries}`));
  const breakdown = ({ id, kind }: Figure, by: string) => moments(kind).map((moment) => `/api/figures/${id}/breakdown?unit=${unit}&${moment}&by=${by}`);
  const series = (kind: Figure['kind']) => figures.filter((figure) => figure.kind === kind).flatMap(({ id }) =>
    ['day', 'today'].map((boundaries) => `/api/figures/${id}/series?unit=${unit}&from=${(ends[kind].at(-1) ?? today).slice(0, 7)}-01&on=${today}&boundaries=${boundaries}`));
  const some = (what: string, paths: readonly string[]): Questions => ({ what: `${what}, ${level}`, paths: shuffled([...paths], 1).slice(0, mostQuestions) });
  return [
    some('value', figures.flatMap(({ id, kind }) => moments(kind).map((moment) => `/api/figures/${id}/value?unit=${unit}&${moment}`))),
    some('by child', figures.flatMap((figure) => breakdown(figure, 'child'))),
    some('by dimension', figures.flatMap((figure) => figure.dimensions.flatMap(({ id }) => breakdown(figure, id)))),
    some(`series of ${ends.flow.length + 1} months of what was held`, series('flow')),
    some(`series of ${ends.state.length + 1} months of cells`, series('state')),
  ];
}

/** One user, one question after the other, while `goesOn` and at least once all. Each kind is asked again and again in turn. */
export async function measureQuestions({ server, callers: { top: caller } }: Bench, all: readonly Questions[], { by, goesOn }: { by: string; goesOn: () => boolean }): Promise<Line[]> {
  const answers = all.map((): { path: string; ms: number; status: number }[] => []);
  const most = Math.max(...all.map(({ paths }) => paths.length));
  for (let at = 0; at < most && goesOn(); at += 1) {
    for (const [index, { paths }] of all.entries()) {
      if (at >= paths.length || !goesOn()) continue;
      const { status, ms } = await ask(server.origin, paths[at]!, { caller });
      answers[index]!.push({ path: paths[at]!, ms, status });
    }
  }
  return all.flatMap((questions, index) => (answers[index]!.length > 0 ? [lineOf(questions, { answers: answers[index]!, by })] : []));
}

function lineOf({ what }: Questions, { answers, by }: { answers: readonly { path: string; ms: number; status: number }[]; by: string }): Line {
  const ms = percentiles(answers.map((answer) => answer.ms));
  const errors = answers.filter(({ status }) => status !== 200).length;
  const slowest = answers.toSorted((one, other) => other.ms - one.ms)[0];
  const isJudged = !what.startsWith('series');
  return {
    workload: 'meetings', what: `figures of meetings: ${what}`, by, requests: answers.length, errors, ...(ms ? { ms } : {}), ...(isJudged ? { budget: within(100, 'p95 < 100 ms', { ms, errors }) } : {}),
    ...(slowest ? { note: `slowest ${Math.round(slowest.ms)} ms: ${slowest.path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')}` } : {}),
  };
}

/** How long after the last meeting until all that was marked is counted anew; undefined where that took too long. */
export async function secondsUntilCounted({ installation: { owner } }: Bench, most = 120): Promise<number | undefined> {
  const began = performance.now();
  for (;;) {
    const row = await firstRow(owner, sql<{ marked: boolean }>`select exists (select from figure_marks) as marked`);
    const seconds = (performance.now() - began) / 1000;
    if (!row?.marked) return seconds;
    if (seconds > most) return undefined;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
