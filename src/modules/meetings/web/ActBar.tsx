/** What stays by the thumb: how it stands, why the last tap was refused, and the one main act. The toast of the frame makes room for it. */
import { IconX } from '@tabler/icons-react';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../../ui/language.tsx';
import { useProblemText } from '../../../ui/ProblemNotice.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import classes from './ActBar.module.css';

interface ActBarProps {
  readonly words?: ReactNode;
  readonly problem: unknown;
  readonly onForget: () => void;
  readonly children: ReactNode;
}

export function ActBar({ words, problem, onForget, children }: ActBarProps) {
  const { t } = useText();
  const sentenceOf = useProblemText();
  const isRefused = problem !== undefined && problem !== null;
  return (
    <div className={classes.bar} data-page-bar data-screen-only>
      <div role="alert" className={classes.alert}>
        {isRefused && (
          <div className={classes.refusal}>
            <span>{sentenceOf(problem)}</span>
            <UnstyledButton className={classes.forget ?? ''} aria-label={t(uiMessages.close)} onClick={onForget}><IconX size={20} aria-hidden /></UnstyledButton>
          </div>
        )}
      </div>
      <div className={classes.line}>
        <div className={classes.words}>{words}</div>
        <div className={classes.acts}>{children}</div>
      </div>
    </div>
  );
}
