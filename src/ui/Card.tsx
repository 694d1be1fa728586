/** One sheet of content, bounded by a line. Cards don't stand inside cards. */
import type { ReactNode } from 'react';
import classes from './Card.module.css';

export interface CardProps {
  readonly title?: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
  /** Content such as a table or list reaches to the edges. */
  readonly flush?: boolean;
}

export function Card({ title, acts, children, flush = false }: CardProps) {
  return (
    <section className={classes.card} data-flush={flush || undefined}>
      {(title || acts) && (
        <div className={classes.head}>
          {title && <h2 className={classes.title}>{title}</h2>}
          {acts && <div className={classes.acts} data-screen-only>{acts}</div>}
        </div>
      )}
      <div className={classes.body}>{children}</div>
    </section>
  );
}
