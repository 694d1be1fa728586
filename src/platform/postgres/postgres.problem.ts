import { textOf, type Language, type MessageParams } from '../messages.ts';
import { postgresMessages } from './postgres.messages.ts';

export type PostgresProblemCode = keyof typeof postgresMessages;

/** An expected refusal around the database, for the operator: `message` is English, `sentence` speaks both languages. */
export class PostgresProblem extends Error {
  readonly code: PostgresProblemCode;
  readonly params: MessageParams;

  constructor(code: PostgresProblemCode, params: MessageParams = {}) {
    super(textOf(postgresMessages[code], 'en', params));
    this.name = 'PostgresProblem';
    this.code = code;
    this.params = params;
  }

  sentence(language: Language): string {
    return textOf(postgresMessages[this.code], language, this.params);
  }
}
