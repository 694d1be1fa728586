/** `satcoso figure ID`: a figure of a unit on a day, its parts, the records behind it. */
import type { Command } from 'commander';
import { figuresContract, type BreakdownAnswer, type Note, type RecordsAnswer, type ValueAnswer } from '../figures/figures.contract.ts';
import { noteText } from '../figures/server/index.ts';
import { printedText } from '../figures/words.ts';
import type { Ctx } from '../platform/context.ts';
import { isDay, type Day } from '../platform/day.ts';
import { formatDay, formatNumber, formatPercent } from '../platform/format.ts';
import type { Id } from '../platform/ids.ts';
import { CliProblem } from './cli.problem.ts';
import { dayOf, dayOrToday } from './day.option.ts';
import { withInstallation } from './installation.ts';
import { perform } from './perform.ts';
import type { Terminal } from './terminal.ts';
import { findUnit } from './unit.named.ts';

interface FigureOptions {
  readonly unit: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly by?: string;
  readonly filter: readonly string[];
  readonly boundaries: string;
  readonly records?: boolean;
  readonly json?: boolean;
}

interface Question {
  readonly figure: string;
  readonly unit: Id<'unit'>;
  readonly on: Day;
  readonly from?: Day;
  readonly filter: string[];
  readonly boundaries: 'day' | 'today';
}

export function addFigure(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program
    .command('figure')
    .argument('<id>', t('figure.id'))
    .requiredOption('--unit <unit>', t('figure.unit'))
    .option('--as-of <day>', t('figure.asOf'))
    .option('--from <day>', t('figure.from'))
    .option('--by <dimension>', t('figure.by'))
    .option('--filter <dimension:code>', t('figure.filter'), (typed: string, others: readonly string[]) => [...others, typed], [] as readonly string[])
    .option('--boundaries <which>', t('figure.boundaries'), 'day')
    .option('--records', t('figure.records'))
    .option('--json', t('figure.json'))
    .description(t('figure'))
    .action((figure: string, options: FigureOptions) => withInstallation(async ({ context }) => {
      const question = await questionOf(context(), figure, options);
      if (options.records && !options.json) tellValue(await perform(context(), figuresContract.value, question), terminal);
      if (options.records) await tellRecords(context(), { question, isJson: options.json === true }, terminal);
      else if (options.by !== undefined) tell(await perform(context(), figuresContract.breakdown, { ...question, by: options.by }), options, { terminal, plain: tellBreakdown });
      else tell(await perform(context(), figuresContract.value, question), options, { terminal, plain: tellValue });
    }));
}

async function questionOf(ctx: Ctx, figure: string, options: FigureOptions): Promise<Question> {
  const { boundaries } = options;
  if (boundaries !== 'day' && boundaries !== 'today') throw new CliProblem('problem.choice', { choices: 'day, today' }, 2);
  const on = dayOrToday(ctx, options.asOf);
  const from = dayOf(options.from);
  const { id } = await findUnit(ctx, options.unit, on);
  return { figure, unit: id, on, ...(from ? { from } : {}), filter: [...options.filter], boundaries };
}

function tell<A>(answer: A, { json }: FigureOptions, { terminal, plain }: { terminal: Terminal; plain: (answer: A, terminal: Terminal) => void }): void {
  if (json) terminal.say(JSON.stringify(answer, undefined, 2));
  else plain(answer, terminal);
}

function tellValue(answer: ValueAnswer, terminal: Terminal): void {
  const { t, say, language } = terminal;
  say(`${answer.asked.unit.name}: ${valueText(answer, language)}`);
  for (const { agrees, source, ...printed } of answer.printed) say(t('figure.printed', { count: printedText(printed, language), source, agrees: t(agrees ? 'figure.agrees' : 'figure.differs') }));
  tellNotes(answer.notes, terminal);
}

/** "8 trong 146 trưởng thôn … ngày 09/08/2022 · 5,5%". */
function valueText({ value: { count, share }, words }: ValueAnswer, language: Terminal['language']): string {
  return `${formatNumber(count, language)} ${words[language]}${share === null ? '' : ` · ${formatPercent(share, language)}`}`;
}

function tellBreakdown(answer: BreakdownAnswer, terminal: Terminal): void {
  const { say, language } = terminal;
  for (const item of answer.items) say(`${item.label[language]}\t${numberText(item, terminal)}`);
  say(`= ${answer.asked.unit.name}\t${numberText(answer.total, terminal)}`);
  tellNotes(answer.notes, terminal);
}

/** Page by page, so that a long list needs no more memory than a short one. */
async function tellRecords(ctx: Ctx, { question, isJson }: { question: Question; isJson: boolean }, { say, language }: Terminal): Promise<void> {
  let cursor: string | undefined;
  do {
    const page: RecordsAnswer = await perform(ctx, figuresContract.records, { ...question, limit: 500, cursor });
    if (!isJson && cursor === undefined) say(page.columns.map(({ title }) => title[language]).join('\t'));
    for (const { id, values } of page.items) say(isJson ? JSON.stringify({ id, ...values }) : page.columns.map((column) => cellText(values[column.id], column, language)).join('\t'));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

function cellText(value: string | number | null | undefined, { buckets, kind }: RecordsAnswer['columns'][number], language: Terminal['language']): string {
  const bucket = buckets.find(({ code }) => code === value);
  if (bucket) return bucket.label[language];
  return kind === 'day' && typeof value === 'string' && isDay(value) ? formatDay(value, language) : String(value ?? '');
}

function numberText({ count, base, share }: { count: number; base: number | null; share: number | null }, { language }: Terminal): string {
  if (base === null) return formatNumber(count, language);
  return `${formatNumber(count, language)}/${formatNumber(base, language)}${share === null ? '' : ` (${formatPercent(share, language)})`}`;
}

function tellNotes(notes: readonly Note[], { note, language }: Terminal): void {
  for (const each of notes) note(noteText(each)[language]);
}
