/** A small form in the flow of the page: opened by its act, gone when saved. What was typed stays until it is recorded. */
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { goToOwnFault } from '../../../ui/ownFaults.ts';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import classes from './meetings.module.css';

interface PieceFormProps {
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PieceForm({ onSubmit, onClose, children }: PieceFormProps) {
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (goToOwnFault(event.currentTarget.elements)) return;
    setBusy(true);
    void onSubmit().finally(() => setBusy(false));
  };
  return (
    <form data-unsaved-piece className={classes.inset} onSubmit={submit} noValidate>
      {children}
      <div className={classes.acts}><Act submit busy={isBusy}>{t(texts.save)}</Act><Act kind="quiet" onPress={onClose}>{t(uiMessages.cancel)}</Act></div>
    </form>
  );
}

/** The act that opens a form; the form stands in its place. */
export function AddPiece({ label, form }: { readonly label: string; readonly form: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useRef(false);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The page gets shorter by the form: what was just noted, right above, stays in view.
    if (wasOpen.current && !isOpen) row.current?.scrollIntoView({ block: 'center' });
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (isOpen) return form(() => setOpen(false));
  return <div ref={row} className={classes.addRow} data-screen-only><Act icon={<IconPlus size={20} aria-hidden />} onPress={() => setOpen(true)}>{label}</Act></div>;
}
