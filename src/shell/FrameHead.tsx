/** The head of the frame: path of the unit in view, the day asked for, search, account. */
import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { DateChip } from './DateChip.tsx';
import classes from './FrameHead.module.css';
import mark from './mark.svg';
import type { Place } from './navigation.ts';
import { NoticeMark } from './NoticeMark.tsx';
import { shellMessages } from './shell.messages.ts';
import { SyncMark } from './SyncMark.tsx';

const SearchDialog = lazy(() => import('./SearchDialog.tsx').then((module) => ({ default: module.SearchDialog })));

interface FrameHeadProps {
  readonly places: readonly Place[];
  readonly onPathSlot: (slot: HTMLElement | null) => void;
}

export function FrameHead({ places, onPathSlot }: FrameHeadProps) {
  const { t } = useText();
  const [isSearching, setSearching] = useState(false);
  useSearchKey(() => setSearching(true));
  return (
    <header className={classes.head} data-screen-only>
      <PageLink href="/" className={classes.brand} aria-label="Sát Cơ Sở"><img src={mark} alt="" width={32} height={32} /></PageLink>
      <div className={classes.path} ref={onPathSlot} />
      <SyncMark />
      <DateChip />
      <UnstyledButton className={classes.search ?? ''} onClick={() => setSearching(true)} title={t(shellMessages.searchEverywhere)} aria-keyshortcuts="Control+K">
        <IconSearch size={20} aria-hidden />
        <span className={classes.word}>{t(shellMessages.search)}</span>
        <kbd className={classes.key}>Ctrl K</kbd>
      </UnstyledButton>
      <NoticeMark />
      <AccountMenu />
      <Suspense fallback={null}>{isSearching && <SearchDialog places={places} onClose={() => setSearching(false)} />}</Suspense>
    </header>
  );
}

function useSearchKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
