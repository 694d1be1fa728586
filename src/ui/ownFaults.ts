/**
 * Faults that a field finds by itself, such as a day that does not exist. They stand on the field as the browser's own
 * validity, so that whoever submits a form asks the form alone and need not know its fields.
 */
import { useLayoutEffect, type RefObject } from 'react';

interface Judged {
  readonly validity?: { readonly customError: boolean };
  readonly focus: () => void;
}

/** Marks the field while it holds something that it can't take over. */
export function useOwnFault(field: RefObject<HTMLInputElement | null>, fault: string | undefined): void {
  // Before anybody can press the button: the fault of a field that is left by pressing it counts as well.
  useLayoutEffect(() => field.current?.setCustomValidity(fault ?? ''), [field, fault]);
}

/** Puts the cursor into the first field with a fault of its own; tells whether there was one. */
export function goToOwnFault(fields: Iterable<unknown>): boolean {
  for (const field of fields) {
    if (!isJudged(field) || !field.validity?.customError) continue;
    field.focus();
    return true;
  }
  return false;
}

function isJudged(field: unknown): field is Judged {
  return typeof field === 'object' && field !== null && 'focus' in field;
}
