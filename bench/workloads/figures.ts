/**
 * Every declared figure, for the largest unit and for a province, on ends of months of the past three years and today,
 * on the boundaries of the day and of today: value, breakdown by child and by every dimension, series, several at once.
 * One user; the time includes HTTP on loopback.
 */
import { by, sameSqlLimit, type Bench, type Workload } from '../bench.ts';
import { findFigure } from '../../src/figures/declared.ts';
import { addDays } from '../../src/platform/day.ts';
import { lastDays } from './days.ts';
import { ask, askFor } from '../load.ts';
import { percentiles, shuffled, within, type Line } from '../measure.ts';
import { spread } from '../places.ts';
import { touchedDuring } from '../touched.ts';

interface Figure {
  readonly id: string;
  readonly kind: 'state' | 'flow';
  readonly subject: string;
  readonly dimensions: readonly { readonly id: string }[];
}

interface Questions {
  readonly what: string;
  readonly paths: readonly string[];
}

/** Without the same SQL beside them: one may take minutes for the country. */
const countedLive = 'figures that are always counted live';
const mostQuestions = 160;
const sampled = 24;

export const figures: Workload = {
  name: 'figures',
  title: 'figures',
  run: async (bench) => {
    const { items } = await figuresOf(bench);
    const lines: Line[] = [];
    for (const [level, unit] of unitsAsked(bench)) {
      for (const questions of questionsAbout({ figures: items, unit, level }, bench)) lines.push(await measure(bench, questions));
    }
    return lines;
  },
};

async function figuresOf({ server, callers: { top } }: Bench): Promise<{ items: readonly Figure[] }> {
  return (await askFor<{ items: readonly Figure[] }>(server.origin, '/api/figures', { caller: top })).body;
}

function unitsAsked({ places: { top, province, commune } }: Bench): [string, string][] {
  const all: [string, string][] = [['everything', top.id], ['province', province.id], ['commune', commune.id]];
  return all.filter(([, id], at) => all.findIndex(([, other]) => other === id) === at);
}

interface About {
  readonly figures: readonly Figure[];
  readonly unit: string;
  readonly level: string;
}

/** Nothing is kept of it: it has a line of its own, or one such answer would hide all others. */
function isLive(id: string): boolean {
  return findFigure(id)?.subject.keepsNoRollup !== undefined;
}

function questionsAbout({ figures: all, unit, level }: About, { places: { today }, rolledDays }: Bench): Questions[] {
  const ends = lastDays(today, 36);
  const months = ends.filter((day) => rolledDays.includes(day));
  const missing = ends.filter((day) => !rolledDays.includes(day));
  const days = [today, ...spread(months, 5)];
  const moments = days.flatMap((on) => ['day', 'today'].map((boundaries) => `on=${on}&boundaries=${boundaries}`));
  const from = months.at(-1) ?? today;
  const kept = all.filter(({ id }) => !isLive(id));
  const live = all.filter(({ id }) => isLive(id));
  const each = (path: (figure: Figure) => readonly string[]): string[] => shuffled(kept.flatMap(path), 1).slice(0, mostQuestions);
  const breakdown = (figure: Figure, by: string) => moments.map((moment) => `/api/figures/${figure.id}/breakdown?unit=${unit}&${moment}&by=${by}`);
  const tiles = spread(kept, 12).map(({ id }) => `figures=${id}`).join('&');
  return [
    { what: `value, ${level}`, paths: each(({ id }) => moments.map((moment) => `/api/figures/${id}/value?unit=${unit}&${moment}`)) },
    ...(missing.length > 0 ? [{ what: `value of a day that is not rolled up, ${level}`, paths: each(({ id }) => [`/api/figures/${id}/value?unit=${unit}&on=${missing.at(-1)}`]) }] : []),
    { what: `by child, ${level}`, paths: each((figure) => breakdown(figure, 'child')) },
    { what: `by dimension, ${level}`, paths: each((figure) => figure.dimensions.flatMap(({ id }) => breakdown(figure, id))) },
    // Flows of some subjects are kept by whole months, from which the screens ask them too.
    { what: `series of ${months.length} months, ${level}`, paths: each(({ id, kind }) => ['day', 'today'].map((boundaries) => `/api/figures/${id}/series?unit=${unit}&from=${kind === 'flow' ? addDays(from, 1) : from}&on=${today}&boundaries=${boundaries}`)).slice(0, 50) },
    { what: `${countedLive}, ${level}`, paths: live.map(({ id }) => `/api/figures/${id}/value?unit=${unit}&on=${today}`) },
    { what: `several at once with trend, ${level}`, paths: days.map((on) => `/api/figure-tiles?unit=${unit}&${tiles}&on=${on}`) },
  ].filter(({ paths }) => paths.length > 0);
}

/** Longest time spent on one kind of question: a slow figure must not keep the bench for hours. */
const patience = 60_000;

async function measure(bench: Bench, { what, paths }: Questions): Promise<Line> {
  const { server, callers: { top: caller } } = bench;
  await Promise.all(spread(paths, 3).map((path) => ask(server.origin, path, { caller })));
  const { result: answers, touched } = await touchedDuring(bench.installation, () => askInTurn(bench, paths));
  const ms = percentiles(answers.map((answer) => answer.ms));
  const errors = answers.filter(({ status }) => status !== 200).length;
  const perSecond = answers.length / (answers.reduce((total, answer) => total + answer.ms, 0) / 1000);
  const slowest = answers.toSorted((a, b) => b.ms - a.ms)[0];
  const failed = answers.find(({ status }) => status !== 200);
  // A series is many values; the budget speaks of a value or a breakdown.
  const isBudgeted = what.startsWith('value') || what.startsWith('by ');
  return {
    workload: 'figures', what, by: '1 user, one after the other', requests: answers.length, errors, perSecond, touched: touched / Math.max(1, answers.length),
    ...(ms ? { ms } : {}),
    ...(errors === 0 && !what.startsWith(countedLive) ? await limitOfSome(bench, answers) : {}),
    ...(isBudgeted ? { budget: within(100, 'p95 < 100 ms', { ms, errors }) } : {}),
    note: [slowest ? `slowest ${Math.round(slowest.ms)} ms: ${shown(slowest.path)}` : '', failed ? `failed: ${shown(failed.path)} answered ${failed.status}` : '', answers.length < paths.length ? `${paths.length - answers.length} questions not asked, it took too long` : ''].filter(Boolean).join('; '),
  };
}

interface Asked {
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

async function askInTurn({ server, callers: { top: caller } }: Bench, paths: readonly string[]): Promise<Asked[]> {
  const answers: Asked[] = [];
  const end = performance.now() + patience;
  for (const path of paths) {
    const { status, ms } = await ask(server.origin, path, { caller });
    answers.push({ path, status, ms });
    if (performance.now() > end) break;
  }
  return answers;
}

/** The limit is taken on some of the questions, and ours on the same ones. */
async function limitOfSome(bench: Bench, answers: readonly Asked[]) {
  const some = spread(answers, sampled);
  const perSecond = some.length / (some.reduce((total, { ms }) => total + ms, 0) / 1000);
  return sameSqlLimit(bench, { reads: by(bench.callers.top, some.map(({ path }) => path)), users: 1, perSecond });
}

function shown(path: string): string {
  return path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
}
