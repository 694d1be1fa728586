/** Nothing here yet: says what will stand here, why it is empty, the one act that fills it, and how to import it. */
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';
import { useText } from './language.tsx';
import { useMayOpen } from './mayOpen.ts';
import { PageLink } from './PageLink.tsx';
import { uiMessages } from './ui.messages.ts';

export interface EmptyStateProps {
  /** What will stand here. */
  readonly title: string;
  /** Why it is empty now. */
  readonly why?: ReactNode;
  readonly act?: ReactNode;
  readonly importHref?: string;
  readonly icon?: ReactNode;
}

export function EmptyState({ title, why, act, importHref, icon }: EmptyStateProps) {
  const { t } = useText();
  const mayOpen = useMayOpen();
  return (
    <div className={classes.empty}>
      {icon && <div className={classes.icon} aria-hidden>{icon}</div>}
      <p className={classes.title}>{title}</p>
      {why && <div className={classes.why}>{why}</div>}
      {act && <div className={classes.act}>{act}</div>}
      {importHref && mayOpen(importHref) && <PageLink href={importHref}>{t(uiMessages.howToImport)}</PageLink>}
    </div>
  );
}
