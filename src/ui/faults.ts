/** Which fields of a form a refusal of the server is about. */
import { isShownProblem } from './ProblemNotice.tsx';

/** Named in its data, else known from its code. */
export function faultyFields(problem: unknown, byCode: Readonly<Record<string, string>> = {}): readonly string[] {
  if (!isShownProblem(problem)) return [];
  const { field, fields } = problem.data;
  const named = Array.isArray(fields) ? fields.flatMap((one: unknown) => (isField(one) ? [one.field] : [])) : [];
  const ofCode = byCode[problem.code];
  return [...named, ...(typeof field === 'string' ? [field] : []), ...(ofCode === undefined ? [] : [ofCode])];
}

function isField(value: unknown): value is { readonly field: string } {
  return typeof value === 'object' && value !== null && 'field' in value && typeof value.field === 'string';
}
