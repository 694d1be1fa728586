/** `satcoso reorganise`: change sets of reorganisations from a file or by id: check, apply, undo, list, show. Exit code 1 where there are errors. */
import { basename, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { fileFindingLine } from '../modules/reorganisations/file/file.findings.ts';
import { readItemFile } from '../modules/reorganisations/file/read.file.ts';
import { reorganisationContract as contract } from '../modules/reorganisations/reorganisation.contract.ts';
import type { ReorganisationId } from '../modules/reorganisations/reorganisation.ts';
import { outcomeLists, type OutcomeList } from '../modules/reorganisations/reorganisation.lists.ts';
import { findingText, severityNames, type findingTexts } from '../modules/reorganisations/reorganisation.messages.ts';
import { applyDraft, checkDraft, draftFromRows, undoReorganisation, type Progress } from '../modules/reorganisations/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import { daySchema } from '../platform/day.ts';
import { Problem } from '../platform/problem.ts';
import { CliProblem } from './cli.problem.ts';
import { withInstallation } from './installation.ts';
import { inAct, perform } from './perform.ts';
import type { Terminal } from './terminal.ts';
import { findUnit } from './unit.named.ts';

interface FileOptions {
  readonly on?: string;
  readonly decision?: string;
  readonly signed?: string;
  readonly issuer?: string;
  readonly title?: string;
  readonly unit?: string;
  readonly json?: boolean;
}

export function addReorganise(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  const group = program.command('reorganise').description(t('reorganise'));
  const fromFile = (name: 'check' | 'apply') =>
    group
      .command(name)
      .argument('<what>', t('reorganise.what'))
      .option('--on <day>', t('reorganise.on'))
      .option('--decision <number>', t('reorganise.decision'))
      .option('--signed <day>', t('reorganise.signed'))
      .option('--issuer <text>', t('reorganise.issuer'))
      .option('--title <text>', t('reorganise.title'))
      .option('--unit <unit>', t('reorganise.unit'))
      .option('--json', t('reorganise.json'))
      .description(t(`reorganise.${name}`));
  fromFile('check').action((what: string, options: FileOptions) => withInstallation(({ context }) => check(context, { what, options }, terminal)));
  fromFile('apply').action((what: string, options: FileOptions) => withInstallation(({ context }) => apply(context, { what, options }, terminal)));
  group.command('undo').argument('<id>', t('reorganise.id')).description(t('reorganise.undo')).action((id: string) => withInstallation(({ context }) => undo(context(), idOf(id), terminal)));
  group.command('list').option('--json', t('reorganise.json')).description(t('reorganise.list')).action((options: FileOptions) => withInstallation(({ context }) => list(context(), options, terminal)));
  group
    .command('show')
    .argument('<id>', t('reorganise.id'))
    .addOption(new Option('--list <list>', t('reorganise.outcomes')).choices(outcomeLists))
    .option('--json', t('reorganise.json'))
    .description(t('reorganise.show'))
    .action((id: string, options: { list?: OutcomeList; json?: boolean }) => withInstallation(({ context }) => show(context(), { id: idOf(id), ...options }, terminal)));
}

async function check(context: () => Ctx, given: { what: string; options: FileOptions }, terminal: Terminal): Promise<void> {
  const id = await draftOf(context, given, terminal);
  if (id === undefined) return;
  const result = await inAct(context(), (ctx) => checkDraft(ctx, id, { onProgress: progressOf(terminal) }));
  if (given.options.json) terminal.say(JSON.stringify({ ...result, findings: await allOutcomes(context(), id, 'finding') }, undefined, 2));
  else await tell(context(), { ...result, done: 'reorganise.checked' }, terminal);
  process.exitCode = result.errors > 0 ? 1 : 0;
}

async function apply(context: () => Ctx, given: { what: string; options: FileOptions }, terminal: Terminal): Promise<void> {
  const id = await draftOf(context, given, terminal);
  if (id === undefined) return;
  try {
    const { counts } = await inAct(context(), (ctx) => applyDraft(ctx, id, { onProgress: progressOf(terminal) }));
    if (given.options.json) terminal.say(JSON.stringify({ id, counts }, undefined, 2));
    else await tell(context(), { id, counts, errors: 0, warnings: counts['warnings'] ?? 0, done: 'reorganise.applied' }, terminal);
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'reorganisations.hasErrors')) throw error;
    await check(context, { what: id, options: given.options }, terminal);
  }
}

async function undo(ctx: Ctx, id: ReorganisationId, { say, t, ...terminal }: Terminal): Promise<void> {
  await inAct(ctx, (inside) => undoReorganisation(inside, id, { onProgress: progressOf({ say, t, ...terminal }) }));
  say(t('reorganise.undone', { id }));
}

async function list(ctx: Ctx, { json }: { json?: boolean }, { say }: Terminal): Promise<void> {
  const { items } = await perform(ctx, contract.list, { limit: 500 });
  if (json) return say(JSON.stringify(items, undefined, 2));
  for (const { id, state, effectiveOn, decision, title } of items) say([id, state, effectiveOn, decision.number, title].join('\t'));
}

async function show(ctx: Ctx, { id, list: named, json }: { id: ReorganisationId; list?: OutcomeList; json?: boolean }, terminal: Terminal): Promise<void> {
  const { say } = terminal;
  const found = await perform(ctx, contract.get, { id });
  if (!named) {
    if (json) return say(JSON.stringify(found, undefined, 2));
    say([found.id, found.state, found.effectiveOn, found.decision.number, found.title].join('\t'));
    for (const [what, count] of Object.entries(found.counts)) say(`${what}\t${count}`);
    return;
  }
  const outcomes = await allOutcomes(ctx, id, named);
  if (json) return say(JSON.stringify(outcomes, undefined, 2));
  for (const { outcome, aspect, unit, person, from, to, amount, note } of outcomes) say([outcome, aspect, ...[unit, person, from, to].map((one) => one?.name ?? one?.id), amount, note].map((part) => part ?? '').join('\t'));
}

/** The change set of that id, or a new draft from the file; undefined where the file has errors, which are told. */
async function draftOf(context: () => Ctx, { what, options }: { what: string; options: FileOptions }, terminal: Terminal): Promise<ReorganisationId | undefined> {
  if (z.guid().safeParse(what).success) return idOf(what);
  const { t, say, language } = terminal;
  const effectiveOn = dayOf(options.on, '--on');
  if (effectiveOn === null || !options.decision) throw new CliProblem('problem.reorganiseNeeds', {}, 2);
  const path = resolve(what);
  const file = await readItemFile(path);
  for (const finding of file.findings) say(`${t(finding.severity === 'error' ? 'import.error' : 'import.warning')} ${fileFindingLine(finding, language)}`);
  const unit = options.unit === undefined ? null : await findUnit(context(), options.unit, effectiveOn);
  const head = { title: options.title ?? basename(path), decision: { number: options.decision, signedOn: dayOf(options.signed, '--signed'), issuer: options.issuer ?? null }, effectiveOn, unitId: unit?.id ?? null };
  const drafted = await inAct(context(), (ctx) => draftFromRows(ctx, { ...head, rows: file.rows, brokenRows: file.errors }));
  for (const finding of drafted.findings) say(`${t('import.error')} ${fileFindingLine(finding, language)}`);
  if (drafted.id !== undefined) return drafted.id;
  say(t('reorganise.notDrafted', { errors: file.errors + drafted.findings.length }));
  process.exitCode = 1;
  return undefined;
}

function dayOf(text: string | undefined, option: string) {
  if (text === undefined) return null;
  const parsed = daySchema.safeParse(text);
  if (!parsed.success) throw new CliProblem('problem.reorganiseDay', { option, text }, 2);
  return parsed.data;
}

function idOf(text: string): ReorganisationId {
  if (!z.guid().safeParse(text).success) throw new CliProblem('problem.reorganiseId', { text }, 2);
  return text.toLowerCase() as ReorganisationId;
}

type Told = { id: ReorganisationId; counts: Readonly<Record<string, number>>; errors: number; warnings: number; done: 'reorganise.checked' | 'reorganise.applied' };

async function tell(ctx: Ctx, { id, counts, errors, warnings, done }: Told, { t, say, language }: Terminal): Promise<void> {
  for (const { outcome, aspect, item, unit, person, to, note } of await allOutcomes(ctx, id, 'finding')) {
    const code = outcome as keyof typeof findingTexts; // findings are stored by their code
    const data = note === null ? {} : (JSON.parse(note) as Record<string, string | number>);
    const named = { ...(unit && { unit: unit.name ?? unit.id }), ...(person && { person: person.name ?? person.id }), ...(to && { other: to.name ?? to.id }) };
    say(`${severityNames[aspect === 'error' ? 'error' : 'warning'][language]}${item === null ? '' : ` ${t('reorganise.item', { item })}`}: ${findingText(code, language, { ...data, ...named })}`);
  }
  for (const [what, count] of Object.entries(counts)) say(`${what}\t${count}`);
  say(t(done, { id, errors, warnings }));
}

async function allOutcomes(ctx: Ctx, id: ReorganisationId, named: OutcomeList) {
  const found = [];
  for (let cursor: string | undefined; ;) {
    const page = await perform(ctx, contract.outcomes, { id, list: named, limit: 500, cursor });
    found.push(...page.items);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

function progressOf({ t, progress }: Terminal): (state: Progress) => void {
  return ({ phase, total }) => progress(t(`reorganise.phase.${phase}`, { total }));
}
