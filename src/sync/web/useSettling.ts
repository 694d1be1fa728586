/** One decision at a time, said when it is made; what went wrong stays beside it. */
import { useState } from 'react';
import { useUndo } from '../../ui/UndoToast.tsx';

export type Settling = ReturnType<typeof useSettling>;

export function useSettling() {
  const tell = useUndo();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const run = async (settle: () => Promise<void>, told?: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await settle();
      if (told) tell({ text: told });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, run };
}
