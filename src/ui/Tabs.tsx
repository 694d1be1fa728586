/** Tabs whose open one is in the address. Built as links, so each can be shared and opened in another window. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useSearch } from '@tanstack/react-router';
import { stringifySearch, useAddressValue, type AddressSearch } from './address.ts';
import { PageLink } from './PageLink.tsx';
import classes from './Tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: string;
  readonly content: () => ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Name in the address. */
  readonly param?: string;
}

export function Tabs({ label, tabs, param = 'the' }: TabsProps) {
  const [wanted] = useAddressValue(param);
  const search = useSearch({ strict: false }) as AddressSearch;
  const open = tabs.find((tab) => tab.id === wanted) ?? tabs[0];
  const row = useRef<HTMLElement>(null);
  const openId = open?.id;
  // On a phone the row is longer than the screen: the open one is moved into sight, the page is not.
  useEffect(() => {
    const item = row.current?.querySelector<HTMLElement>('[data-open]');
    if (row.current && item) row.current.scrollLeft = item.offsetLeft - 48;
  }, [openId]);
  if (!open) return null;
  return (
    <div>
      <nav className={classes.row} aria-label={label} ref={row} data-screen-only>
        {tabs.map((tab) => (
          <span key={tab.id} className={classes.item} data-open={tab === open || undefined}>
            <PageLink href={`.${stringifySearch({ ...search, [param]: tab === tabs[0] ? undefined : tab.id })}`} className={classes.tab} aria-current={tab === open ? 'true' : undefined} keepScroll>
              {tab.label}
              {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
            </PageLink>
          </span>
        ))}
      </nav>
      <div className={classes.content}>{open.content()}</div>
    </div>
  );
}
