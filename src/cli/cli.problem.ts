import { textOf, type Language, type MessageParams } from '../platform/messages.ts';
import { cliMessages } from './cli.messages.ts';

export type CliProblemCode = Extract<keyof typeof cliMessages, `problem.${string}`>;

/** What a command refuses by itself. Exit code 2: the command was written wrongly; 3: it could not be done. */
export class CliProblem extends Error {
  readonly code: CliProblemCode;
  readonly params: MessageParams;
  readonly exitCode: 2 | 3;

  constructor(code: CliProblemCode, params: MessageParams = {}, exitCode: 2 | 3 = 3) {
    super(textOf(cliMessages[code], 'en', params));
    this.code = code;
    this.params = params;
    this.exitCode = exitCode;
  }

  sentence(language: Language): string {
    return textOf(cliMessages[this.code], language, this.params);
  }
}
