/** What a command says and where: results on standard output, progress and complaints on standard error, in one language. */
import { Option, type Command, type CommanderError } from 'commander';
import { textOf, type Language, type MessageParams } from '../platform/messages.ts';
import { cliMessages, usageMessages } from './cli.messages.ts';

export type CliMessage = keyof typeof cliMessages;

export interface Terminal {
  readonly language: Language;
  readonly t: (key: CliMessage, params?: MessageParams) => string;
  /** Results. */
  say(text: string): void;
  /** Anything else. */
  note(text: string): void;
  /** How far long work has come: one line, written over; where nobody watches, a line every few seconds. */
  progress(text: string): void;
  languageOption(): Option;
  translate(command: Command): void;
  /** Tells what is wrong with the way the command was written; answers the exit code. */
  usage(error: CommanderError): number;
}

const usageFault = 2;
/** Between two lines of progress where nobody watches. */
const quietInterval = 5000;
const watchedInterval = 100;

export function openTerminal(argv: readonly string[]): Terminal {
  // Whoever reads us may stop reading (`… | head`); what we do goes on to its end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const language = languageOf(argv);
  const t = (key: CliMessage, params?: MessageParams) => textOf(cliMessages[key], language, params);
  return {
    language,
    t,
    ...voices(),
    languageOption: () => new Option('--lang <language>', t('lang')).choices(['vi', 'en']).default('vi'),
    translate: (command) => translate(command, language),
    usage: (error) => {
      process.stderr.write(`${usageText(error, language)}\n`);
      return usageFault;
    },
  };
}

/** Read before the commands exist, as their own descriptions depend on it. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return 'vi';
  return (argv[at] === '--lang' ? argv[at + 1] : argv[at]!.slice('--lang='.length)) === 'en' ? 'en' : 'vi';
}

function translate(command: Command, language: Language): void {
  const title = (text: string) => {
    const known = usageMessages[text as keyof typeof usageMessages] as (typeof usageMessages)[keyof typeof usageMessages] | undefined;
    return known ? textOf(known, language) : text;
  };
  command
    .exitOverride()
    .helpOption('-h, --help', textOf(cliMessages.help, language))
    .helpCommand(false)
    .configureHelp({ styleTitle: title, showGlobalOptions: true })
    .configureOutput({ outputError: () => {} });
  for (const child of command.commands) translate(child, language);
}

function usageText(error: CommanderError, language: Language): string {
  const known = cliMessages[error.code as CliMessage] as (typeof cliMessages)[CliMessage] | undefined;
  const what = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const sentence = known ? textOf(known, language, { what }) : error.message;
  return `${sentence}\n${textOf(cliMessages.seeHelp, language)}`;
}

/** Work that is soon done needs no words. A line of progress is wiped before anything else is said. */
function voices(): Pick<Terminal, 'say' | 'note' | 'progress'> {
  const isWatched = process.stderr.isTTY;
  const interval = isWatched ? watchedInterval : quietInterval;
  let last = Date.now();
  let isOpen = false;
  const wipe = () => {
    if (isOpen) process.stderr.write('\r\u001b[K');
    isOpen = false;
  };
  return {
    say: (text) => {
      wipe();
      process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      wipe();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (Date.now() - last < interval) return;
      last = Date.now();
      process.stderr.write(isWatched ? `\r\u001b[K${text}` : `${text}\n`);
      isOpen = isWatched;
    },
  };
}

export function percent(done: number, total: number): string {
  return `${total === 0 ? 100 : Math.floor((done / total) * 100)}%`;
}
