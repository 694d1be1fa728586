/** A form that records one thing: opens over the page, keeps what was typed when it is refused, says why. */
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Act } from './Act.tsx';
import { useText } from './language.tsx';
import { isShownProblem, ProblemNotice } from './ProblemNotice.tsx';
import { Sheet } from './Sheet.tsx';
import { uiMessages } from './ui.messages.ts';
import classes from './ActSheet.module.css';

export interface ActSheetProps {
  readonly title: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly problem: unknown;
  readonly intro?: string | undefined;
  /** Stands beside the problem: what to do about it here. */
  readonly remedy?: ReactNode;
  readonly children: ReactNode;
}

export function ActSheet({ title, verb, onSubmit, onClose, busy, problem, intro, remedy, children }: ActSheetProps) {
  const { t } = useText();
  const refusal = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const isRefused = problem !== null && problem !== undefined;
  // A refusal below a long form would not be seen.
  useEffect(() => { if (isRefused) refusal.current?.scrollIntoView({ block: 'center' }); }, [isRefused, problem]);
  // Nor would a field that is not filled in as it should be, under the buttons of a phone.
  useEffect(() => { if (tries > 0) showFault(form.current); }, [tries]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
    setTries(tries + 1);
  };
  return (
    <Sheet title={title} opened onClose={onClose}>
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        {intro && <p className={classes.intro}>{intro}</p>}
        {children}
        {isRefused && <div className={classes.refusal} ref={refusal}><ProblemNotice problem={problem} />{isShownProblem(problem) && problem.kind === 'offline' && <p className={classes.intro}>{t(uiMessages.typedKept)}</p>}{remedy}</div>}
        <div className={classes.acts}>
          <Act kind="main" submit busy={busy}>{verb}</Act>
          <Act onPress={onClose}>{t(uiMessages.cancel)}</Act>
        </div>
      </form>
    </Sheet>
  );
}

/** The first field that is at fault, with the keyboard in it. */
function showFault(form: HTMLFormElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], input[data-error]');
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
