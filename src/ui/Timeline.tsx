/** What happened, newest or oldest first as given, each with its day, its words and its paper. */
import type { ReactNode } from 'react';
import classes from './Timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  /** The day or period, as written. */
  readonly when: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** A correction of an entry, which is no change in the world, is drawn hollow. */
  readonly tone?: 'change' | 'correction';
}

export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.list} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={classes.entry} data-tone={entry.tone ?? 'change'}>
          <span className={classes.when}>{entry.when}</span>
          <div className={classes.words}>
            <div className={classes.title}>{entry.title}</div>
            {entry.detail && <div className={classes.detail}>{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
