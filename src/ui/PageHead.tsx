/** The head of a page: where it stands, its name, what it is on the chosen day, and its acts. Sets the window's title. */
import { useEffect, type ReactNode } from 'react';
import classes from './PageHead.module.css';

export interface PageHeadProps {
  readonly title: string;
  /** A short line above the title: kind of thing, code. */
  readonly kicker?: ReactNode;
  readonly description?: ReactNode;
  /** Small marks beside the title: status, rank. */
  readonly marks?: ReactNode;
  readonly acts?: ReactNode;
  /** Smaller, for a page whose contents must stand on the first screen of a phone. */
  readonly isTight?: boolean;
}

export function PageHead({ title, kicker, description, marks, acts, isTight = false }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · Sát Cơ Sở`;
  }, [title]);
  return (
    <header className={classes.head} data-tight={isTight || undefined}>
      <div className={classes.words}>
        {kicker && <p className={classes.kicker}>{kicker}</p>}
        <div className={classes.line}>
          <h1 className={classes.title}>{title}</h1>
          {marks}
        </div>
        {description && <div className={classes.description}>{description}</div>}
      </div>
      {acts && <div className={classes.acts} data-screen-only>{acts}</div>}
    </header>
  );
}
