/** How something stands against its time limit: shape, word and colour, so that none is needed alone. */
import { useText } from './language.tsx';
import classes from './StatusMark.module.css';
import { uiMessages } from './ui.messages.ts';

export type Status = 'done' | 'on-time' | 'due-soon' | 'late' | 'very-late' | 'silent';

const WORDS = {
  done: uiMessages.done,
  'on-time': uiMessages.onTime,
  'due-soon': uiMessages.dueSoon,
  late: uiMessages.late,
  'very-late': uiMessages.veryLate,
  silent: uiMessages.silent,
} as const;

/** Drawn on 16 × 16: tick in a disc, ring, half disc, triangle, filled diamond with a bar, dashed ring. */
const SHAPES = {
  done: <><circle cx="8" cy="8" r="7" fill="currentColor" /><path d="M4.8 8.2l2.2 2.3 4.3-4.8" fill="none" stroke="var(--surface)" strokeWidth="1.8" /></>,
  'on-time': <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />,
  'due-soon': <><circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" /><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" /></>,
  late: <path d="M8 1.5L15 14H1z" fill="currentColor" />,
  'very-late': <><path d="M8 0.5L15.5 8 8 15.5 0.5 8z" fill="currentColor" /><path d="M8 4.2v4.6M8 10.6v1.4" stroke="var(--surface)" strokeWidth="1.8" /></>,
  silent: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.2 2.5" />,
};

export function StatusMark({ status, label }: { readonly status: Status; readonly label?: string }) {
  const { t } = useText();
  return (
    <span className={classes.mark} data-status={status}>
      <svg className={classes.shape} viewBox="0 0 16 16" aria-hidden>{SHAPES[status]}</svg>
      {label ?? t(WORDS[status])}
    </span>
  );
}
