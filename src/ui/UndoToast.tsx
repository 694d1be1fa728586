/** Says what was just done and offers Hoàn tác for ten seconds; the clock stands still while it is touched. */
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';
import classes from './UndoToast.module.css';

const STAYS_MS = 10_000;

export interface UndoOffer {
  /** What was done: "Đã đổi tên chi bộ". */
  readonly text: string;
  /** Absent where the message only tells. */
  readonly undo?: () => Promise<unknown> | void;
}

const UndoContext = createContext<(offer: UndoOffer) => void>(() => undefined);

export function useUndo(): (offer: UndoOffer) => void {
  return useContext(UndoContext);
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<UndoOffer & { key: number }>();
  const offer = useCallback((next: UndoOffer) => setShown((before) => ({ ...next, key: (before?.key ?? 0) + 1 })), []);
  return (
    <UndoContext value={offer}>
      {children}
      <div className={classes.place} role="status" data-screen-only>
        {shown && <Toast key={shown.key} offer={shown} onGone={() => setShown(undefined)} />}
      </div>
    </UndoContext>
  );
}

function Toast({ offer, onGone }: { offer: UndoOffer; onGone: () => void }) {
  const { t } = useText();
  const [isHeld, setHeld] = useState(false);
  const [word, setWord] = useState(offer.text);
  const [isUndone, setUndone] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onGone, isUndone ? STAYS_MS / 4 : STAYS_MS);
    return () => clearTimeout(timer);
  }, [isHeld, isUndone, onGone]);
  const undo = async () => {
    try {
      await offer.undo?.();
      setWord(t(uiMessages.undone));
      setUndone(true);
      setHeld(false);
    } catch {
      setWord(t(uiMessages.undoFailed));
    }
  };
  return (
    <div className={classes.toast} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span className={classes.word}>{word}</span>
      {offer.undo && !isUndone && <Act onPress={() => void undo()}>{t(uiMessages.undo)}</Act>}
    </div>
  );
}
