/** A failure in words for the person at the terminal, and the exit code that stands for its kind. */
import { verbs, type Verb } from '../access/verbs.ts';
import type { Language } from '../platform/messages.ts';
import { textOf } from '../platform/messages.ts';
import { ConfigProblem } from '../platform/config.ts';
import { KeyProblem } from '../platform/crypto/keys.ts';
import { MigrationProblem } from '../platform/db/migrate.ts';
import { PostgresProblem } from '../platform/postgres/postgres.problem.ts';
import { Problem } from '../platform/problem.ts';
import { allProblems } from '../problems.ts';
import { CliProblem } from './cli.problem.ts';
import { cliMessages } from './cli.messages.ts';

export interface Failure {
  readonly text: string;
  readonly exitCode: 2 | 3;
}

export function describeFailure(error: unknown, language: Language): Failure {
  if (error instanceof CliProblem) return { text: error.sentence(language), exitCode: error.exitCode };
  if (error instanceof Problem) return { text: sentenceOf(error, language), exitCode: error.kind === 'invalid' ? 2 : 3 };
  if (error instanceof ConfigProblem) return { text: error.sentence(language), exitCode: 2 };
  if (error instanceof PostgresProblem) return { text: error.sentence(language), exitCode: 3 };
  if (error instanceof MigrationProblem || error instanceof KeyProblem) return { text: error.message, exitCode: 3 };
  return { text: unexpected(error, language), exitCode: 3 };
}

/** Fields of an invalid input are named, as the terminal has no marked boxes. */
function sentenceOf(problem: Problem, language: Language): string {
  const text = allProblems[problem.code];
  const params = Object.fromEntries(Object.entries(problem.data).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, inWords(value, language)]] : [])));
  const fields = problem.data['fields'] as readonly { field: string; message: string }[] | undefined;
  const lines = [text ? textOf(text, language, params) : problem.code, ...(fields ?? []).map(({ field, message }) => `  ${field}: ${message}`)];
  return lines.join('\n');
}

/** A verb comes as its code. */
function inWords(value: string | number, language: Language): string | number {
  return typeof value === 'string' && Object.hasOwn(verbs, value) ? verbs[value as Verb][language] : value;
}

function unexpected(error: unknown, language: Language): string {
  if (isUnreachable(error)) return textOf(cliMessages.unreachable, language, { reason: String((error as Error & { code: string }).code) });
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return textOf(cliMessages.unexpected, language, { detail });
}

function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000'].includes(String(code));
}
