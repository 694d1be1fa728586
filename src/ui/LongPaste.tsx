/** A browser pastes what fits into a field with a limit and drops the rest without a word. Here nothing is pasted then, and the field says why. */
import { useEffect } from 'react';
import { useText } from './language.tsx';
import { tooMany } from './paste.ts';
import { uiMessages } from './ui.messages.ts';

export function LongPaste() {
  const { t, number } = useText();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const field = event.target;
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
      const over = tooMany(field, event.clipboardData?.getData('text/plain') ?? '');
      if (over <= 0) return;
      event.preventDefault();
      field.setCustomValidity(t(uiMessages.pasteTooLong, { most: number(field.maxLength), over: number(over) }));
      field.reportValidity();
      // What is wrong with the paste is wrong with nothing that is typed or sent afterwards.
      setTimeout(() => field.setCustomValidity(''), STAYS_MS);
      field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
    };
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, [t, number]);
  return null;
}

const STAYS_MS = 6000;
