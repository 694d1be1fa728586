/** How far a task has come: a bar and its percent. */
import { useText } from '../../../ui/language.tsx';
import { tasksWeb as texts } from './tasks.web.messages.ts';
import classes from './Progress.module.css';

export function Progress({ percent, isWide = false }: { readonly percent: number; readonly isWide?: boolean }) {
  const { t, number } = useText();
  return (
    <span className={classes.progress} data-wide={isWide || undefined}>
      <span className={classes.bar} aria-hidden><span className={classes.done} style={{ inlineSize: `${percent}%` }} /></span>
      <span className={classes.words}><span className={classes.hidden}>{t(texts.progress)}: </span>{number(percent)}%</span>
    </span>
  );
}
