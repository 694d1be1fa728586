/** One decision at a time, said when it is made, or that it was not kept; what went wrong stays beside it. */
import { useState } from 'react';
import { useText } from '../../ui/language.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import { waitingTexts as texts } from './sync.waiting.messages.ts';

export type Settling = ReturnType<typeof useSettling>;

export function useSettling() {
  const tell = useUndo();
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  /** `settle` answers false where another device has set it once more meanwhile. */
  const run = async (settle: () => Promise<boolean | void>, told?: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const isKept = (await settle()) !== false;
      const text = isKept ? told : t(texts.setOnceMore);
      if (text) tell({ text });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, run };
}
