/** Asks before what can't be undone, and only before that: everything else is done at once and offers Hoàn tác. */
import { useState, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import classes from './ConfirmAct.module.css';
import { useText } from './language.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { Sheet } from './Sheet.tsx';
import { uiMessages } from './ui.messages.ts';

export interface ConfirmActProps {
  /** The verb on the button. */
  readonly label: string;
  readonly title: string;
  /** What will be so afterwards, in words. */
  readonly consequence: ReactNode;
  /** Stands where it otherwise says that this can't be undone. */
  readonly afterwards?: string;
  readonly confirm: string;
  readonly onConfirm: () => Promise<unknown> | void;
  readonly disabled?: boolean;
}

export function ConfirmAct({ label, title, consequence, afterwards, confirm, onConfirm, disabled = false }: ConfirmActProps) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const carryOut = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
      setOpen(false);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Act kind="danger" disabled={disabled} onPress={() => setOpen(true)}>{label}</Act>
      <Sheet title={title} opened={isOpen} onClose={() => setOpen(false)}>
        <div className={classes.words}>
          <div>{consequence}</div>
          <p><strong>{afterwards ?? t(uiMessages.cannotUndo)}</strong></p>
          {failure !== undefined && <ProblemNotice problem={failure} />}
          <div className={classes.acts}>
            <Act kind="main" busy={isBusy} onPress={() => void carryOut()}>{confirm}</Act>
            <Act onPress={() => setOpen(false)}>{t(uiMessages.cancel)}</Act>
          </div>
        </div>
      </Sheet>
    </>
  );
}
