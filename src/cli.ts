/** Composition root of the command `satcoso`: its commands, its language, and what its exit codes mean. */
import { Command, CommanderError } from 'commander';
import { addBackup } from './cli/backup.ts';
import { addBuild } from './cli/build.ts';
import { addCases } from './cli/cases.ts';
import { addDistribute } from './cli/distribute.ts';
import { addDoctor } from './cli/doctor.ts';
import { addExport } from './cli/export.ts';
import { describeFailure } from './cli/failure.ts';
import { addFigure } from './cli/figure.ts';
import { addFigures } from './cli/figures.ts';
import { addGenerate } from './cli/generate.ts';
import { addImport } from './cli/import.ts';
import { addKeys } from './cli/keys.ts';
import { addMigrate } from './cli/migrate.ts';
import { addReorganise } from './cli/reorganise.ts';
import { addRestore } from './cli/restore.ts';
import { addSample } from './cli/sample.ts';
import { addServe } from './cli/serve.ts';
import { addStart } from './cli/start.ts';
import { openTerminal, type Terminal } from './cli/terminal.ts';
import { addUser } from './cli/user.ts';
import { version } from './platform/version.ts';

const commands = [addStart, addServe, addMigrate, addBuild, addImport, addReorganise, addFigure, addFigures, addCases, addSample, addGenerate, addExport, addUser, addDoctor, addBackup, addRestore, addKeys, addDistribute];

const terminal = openTerminal(process.argv);
try {
  await program(terminal).parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(terminal, error);
}

function program(terminal: Terminal): Command {
  const { t } = terminal;
  const root = new Command('satcoso')
    .description(t('satcoso'))
    .version(version, '--version', t('version'))
    .addOption(terminal.languageOption())
    .addHelpText('after', `\n${t('exitCodes')}`);
  for (const add of commands) add(root, terminal);
  terminal.translate(root);
  return root;
}

function report(terminal: Terminal, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : terminal.usage(error);
  const failure = describeFailure(error, terminal.language);
  terminal.note(failure.text);
  return failure.exitCode;
}
