/**
 * Says what was just done and offers Hoàn tác for eight seconds; the clock stands still while it is touched. The next act
 * takes its place. It lies below whatever opens over the page, and moves the page where it would cover what has the focus.
 */
import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';
import classes from './UndoToast.module.css';

const STAYS_MS = 8000;
const CLEAR_PX = 8;

export interface UndoOffer {
  /** What was done: "Đã đổi tên chi bộ". */
  readonly text: string;
  /** Absent where the message only tells. */
  readonly undo?: () => Promise<unknown> | void;
}

/** Without an offer: the message before is outdated and leaves. */
type Offer = (offer?: UndoOffer) => void;

const UndoContext = createContext<Offer>(() => undefined);

export function useUndo(): Offer {
  return useContext(UndoContext);
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<UndoOffer & { key: number }>();
  const last = useRef(0);
  const offer = useCallback<Offer>((next) => setShown(next && { ...next, key: ++last.current }), []);
  // One and the same at each drawing: the clock of the message would start anew with another.
  const leave = useCallback(() => setShown(undefined), []);
  return (
    <UndoContext value={offer}>
      {children}
      <div className={classes.place} role="status" data-screen-only>
        {shown && <Toast key={shown.key} offer={shown} onGone={leave} />}
      </div>
    </UndoContext>
  );
}

function Toast({ offer, onGone }: { offer: UndoOffer; onGone: () => void }) {
  const { t } = useText();
  const [isHeld, setHeld] = useState(false);
  const [word, setWord] = useState(offer.text);
  const [isUndone, setUndone] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useClearOfFocus(place);
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
      setHeld(false);
    }
  };
  return (
    <div ref={place} className={classes.toast} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <span className={classes.word}>{word}</span>
      {offer.undo && !isUndone && <Act onPress={() => void undo()}>{t(uiMessages.undo)}</Act>}
    </div>
  );
}

/** The row that is worked on goes up as far as the message would lie on it. What keeps its place by the thumb is below the message anyway. */
function useClearOfFocus(toast: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const worked = document.activeElement;
    if (!toast.current || !worked?.closest('main') || worked.tagName === 'MAIN' || worked.closest('[data-page-bar]')) return;
    const { top, bottom, height } = worked.getBoundingClientRect();
    const over = bottom - toast.current.getBoundingClientRect().top;
    if (over > 0 && top < innerHeight && height < innerHeight / 2) window.scrollBy({ top: over + CLEAR_PX });
  }, [toast]);
}
