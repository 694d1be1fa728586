/** A part of a page under its own heading. */
import { useId, type ReactNode } from 'react';
import classes from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, description, acts, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>{title}</h2>
        {acts && <div className={classes.acts} data-screen-only>{acts}</div>}
      </div>
      {description && <p className={classes.description}>{description}</p>}
      {children}
    </section>
  );
}

/** Lays equal things (tiles, cards) in as many columns as fit. */
export function Tiles({ children, least = '15rem' }: { readonly children: ReactNode; readonly least?: string }) {
  return <div className={classes.tiles} style={{ '--least': least } as React.CSSProperties}>{children}</div>;
}
