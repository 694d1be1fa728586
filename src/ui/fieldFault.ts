/** What stands under a field that the server has refused: its reason, there and not only in the box below the form. */
import { faultyFields } from './faults.ts';
import { useText } from './language.tsx';
import { isShownProblem, useProblemText } from './ProblemNotice.tsx';
import { uiMessages } from './ui.messages.ts';

/** @returns the sentence for a field known to the server by one of the names. */
export function useFieldFault(problem: unknown, byCode: Readonly<Record<string, string>> = {}): (...names: readonly string[]) => string | undefined {
  const { t } = useText();
  const sentenceOf = useProblemText();
  const faulty = faultyFields(problem, byCode);
  // A shape that doesn't fit is told of many fields at once: its sentence speaks of the form, not of the field.
  const isShape = isShownProblem(problem) && problem.code === 'platform.invalid';
  return (...names) => {
    if (!names.some((name) => faulty.includes(name))) return undefined;
    return isShape ? t(uiMessages.fieldUnfit) : sentenceOf(problem);
  };
}
