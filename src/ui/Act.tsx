/** A button: its words are a verb. One `main` act on a screen at most. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink } from './PageLink.tsx';
import classes from './Act.module.css';

export type ActKind = 'main' | 'plain' | 'quiet' | 'danger';

export interface ActProps {
  readonly children: ReactNode;
  readonly kind?: ActKind;
  readonly icon?: ReactNode;
  readonly onPress?: () => void;
  /** Given instead of `onPress`: the act is a page of ours. */
  readonly href?: string;
  readonly submit?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly 'aria-label'?: string;
}

const VARIANTS = { main: 'filled', plain: 'default', quiet: 'subtle', danger: 'default' } as const;

export function Act({ children, kind = 'plain', icon, onPress, href, submit = false, busy = false, disabled = false, wide = false, ...rest }: ActProps) {
  if (href !== undefined) {
    return <PageLink href={href} className={`${classes.link} ${classes[kind]}`} {...rest}>{icon}{children}</PageLink>;
  }
  return (
    <Button
      type={submit ? 'submit' : 'button'}
      variant={VARIANTS[kind]}
      color={kind === 'main' ? 'accent' : 'ink'}
      className={kind === 'danger' ? classes.danger ?? '' : ''}
      leftSection={icon}
      loading={busy}
      disabled={disabled}
      fullWidth={wide}
      onClick={onPress}
      {...rest}
    >
      {children}
    </Button>
  );
}
