/** A link to one of our own pages; keeps the day asked for, and fetches the page's code on hover or touch. */
import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactNode } from 'react';
import { destinationOf } from './address.ts';
import classes from './PageLink.module.css';

export interface PageLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-current'?: 'true' | 'page' | undefined;
  readonly 'data-row-link'?: boolean;
  /** Stays where it is on the page, replacing the address: tabs, filters. */
  readonly keepScroll?: boolean;
  readonly tabIndex?: number;
  readonly onClick?: () => void;
}

/** Ours say for themselves what is current; the router marks only the very same page. */
const EXACT = { exact: true, includeSearch: true };

export function PageLink({ href, className, keepScroll = false, ...rest }: PageLinkProps) {
  return <Link {...destinationOf(href)} className={className ?? classes.link ?? ''} resetScroll={!keepScroll} replace={keepScroll} activeOptions={EXACT} {...rest} />;
}
