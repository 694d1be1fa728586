/** What every recording form does alike: send, refresh what it touches, and say which field a refusal is about. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { moduleOf } from '../../../shell/api.ts';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';

/** Acts on people change what these modules show. */
const TOUCHED = ['people', 'membership', 'posts', 'figures', 'units', 'events'];

export function useRecording<Done>() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (send: () => Promise<Done>) => send(),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.includes(moduleOf(String(queryKey[0]))) }),
  });
}

/** The fields that a refusal is about: named in its data, else known from its code. */
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
