import type { Ctx } from '../platform/context.ts';
import { isDay, type Day } from '../platform/day.ts';
import { CliProblem } from './cli.problem.ts';

/** A day as it was typed; undefined where none was. */
export function dayOf(text: string | undefined): Day | undefined {
  if (text === undefined || isDay(text)) return text;
  throw new CliProblem('problem.day', { text }, 2);
}

export function dayOrToday(ctx: Ctx, text: string | undefined): Day {
  return dayOf(text) ?? ctx.today;
}
