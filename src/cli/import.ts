/** `satcoso import PATH`: spreadsheets through the same check and the same transaction as on screen. Exit code 1 where they have errors. */
import { basename, extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { sheetTitle } from '../modules/imports/format/sheets.ts';
import { findingPlace, findingSentence } from '../modules/imports/imports.messages.ts';
import type { Finding } from '../modules/imports/read/findings.ts';
import type { Checked } from '../modules/imports/imports.contract.ts';
import { applyImport, checkImport, type ImportProgress, type ImportRequest } from '../modules/imports/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { withInstallation } from './installation.ts';
import { inAct } from './perform.ts';
import type { Terminal } from './terminal.ts';

interface ImportOptions {
  readonly check?: boolean;
  readonly source?: string;
}

export function addImport(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  program
    .command('import')
    .argument('<path>', t('import.path'))
    .option('--check', t('import.check'))
    .option('--source <name>', t('import.source'))
    .description(t('import'))
    .action((typed: string, options: ImportOptions) => withInstallation(async ({ context }) => {
      const path = resolve(typed);
      const request = { source: options.source ?? basename(path, extname(path)), from: { path }, fileName: basename(path), onProgress: progressOf(terminal) };
      if (options.check) await check(context(), request, terminal);
      else await apply(context, request, terminal);
    }));
}

async function check(ctx: Ctx, request: ImportRequest, terminal: Terminal): Promise<void> {
  const { t, say } = terminal;
  const checked = await inAct(ctx, (inside) => checkImport(inside, request));
  tellFindings(checked, terminal);
  tellTables(checked.tables, terminal);
  say(t('import.checked', { errors: checked.errors, warnings: checked.warnings }));
  process.exitCode = checked.errors > 0 ? 1 : 0;
}

/** Errors are found in the same reading; only where there are some is it read once more to list them. */
async function apply(context: () => Ctx, request: ImportRequest, terminal: Terminal): Promise<void> {
  const { t, say } = terminal;
  try {
    const { runId, tables } = await inAct(context(), (inside) => applyImport(inside, request));
    tellTables(tables, terminal);
    say(t('import.applied', { source: request.source, run: runId }));
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'imports.hasErrors')) throw error;
    await check(context(), request, terminal);
  }
}

function tellFindings({ findings }: Checked, { t, say, language }: Terminal): void {
  // The wire has undefined where a finding lacks a key; their sentences make no difference between the two.
  for (const finding of findings as readonly Finding[]) {
    say(`${t(finding.severity === 'error' ? 'import.error' : 'import.warning')} ${findingPlace(finding, language)}: ${findingSentence(finding, language)}`);
  }
}

function tellTables(tables: Checked['tables'], { t, say }: Terminal): void {
  for (const table of tables) say(t('import.table', table));
}

export function progressOf({ t, progress, language }: Terminal): (state: ImportProgress) => void {
  return ({ phase, part, rows }) => progress(t(`import.${phase}`, { part: part === null ? '' : sheetTitle(part, language), rows }));
}
