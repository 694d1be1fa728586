/** Search over everything: places at once, then what the modules answer, in groups, by keyboard. */
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { useGo } from '../ui/address.ts';
import { foldVietnamese } from '../platform/text/fold.ts';
import { useText } from '../ui/language.tsx';
import { useAsOf } from './asOf.ts';
import { searchProviders } from './modules.ts';
import type { Place } from './navigation.ts';
import { searchAll, type SearchGroup, type SearchHit } from './search.ts';
import classes from './SearchDialog.module.css';
import { shellMessages } from './shell.messages.ts';

const PAUSE_MS = 150;
const LIST_ID = 'search-hits';

interface SearchDialogProps {
  readonly places: readonly Place[];
  readonly onClose: () => void;
}

export function SearchDialog({ places, onClose }: SearchDialogProps) {
  const { t } = useText();
  const go = useGo();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { groups, isAnswered } = useGroups(text, places);
  const hits = groups.flatMap((group) => group.hits);
  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    onClose();
    go(hit.href);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') open(hits[at]);
    else if (step !== undefined && hits.length > 0) setAt((at + step + hits.length) % hits.length);
    else return;
    event.preventDefault();
  };
  return (
    <Modal.Root opened onClose={onClose} centered={false} yOffset="8dvh" size="42rem" padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label={t(shellMessages.searchEverywhere)}>
      <input
        data-autofocus
        className={classes.input}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={LIST_ID}
        aria-activedescendant={hits[at] ? hitId(at) : undefined}
        aria-label={t(shellMessages.searchEverywhere)}
        placeholder={t(shellMessages.searchEverywhere)}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => { setText(event.currentTarget.value); setAt(0); }}
        onKeyDown={onKeyDown}
      />
      <Hits groups={groups} at={at} onOpen={open} />
      <p className={classes.foot} role="status">
        {isAnswered && hits.length === 0 && text.trim() !== '' ? t(shellMessages.searchNothing, { text }) : t(shellMessages.searchHint)}
      </p>
      </Modal.Content>
    </Modal.Root>
  );
}

function Hits({ groups, at, onOpen }: { groups: readonly SearchGroup[]; at: number; onOpen: (hit: SearchHit) => void }) {
  const { t } = useText();
  let place = -1;
  return (
    <div id={LIST_ID} role="listbox" aria-label={t(shellMessages.search)} className={classes.hits}>
      {groups.map((group) => (
        <div key={group.provider.id} role="group" aria-label={t(group.provider.label)}>
          <p className={classes.group} aria-hidden>{t(group.provider.label)}</p>
          {group.failed && <p className={classes.failed}>{t(shellMessages.searchPartFailed, { group: t(group.provider.label) })}</p>}
          {group.hits.map((hit) => {
            place += 1;
            return (
              <div key={hit.id} id={hitId(place)} role="option" aria-selected={place === at} className={classes.hit} onClick={() => onOpen(hit)} ref={place === at ? keepInSight : undefined}>
                <span className={classes.label}>{hit.label}</span>
                {hit.hint && <span className={classes.hint}>{hit.hint}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** The last answer stays until the next has come. */
function useGroups(text: string, places: readonly Place[]): { groups: readonly SearchGroup[]; isAnswered: boolean } {
  const { t } = useText();
  const { day } = useAsOf();
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const answer = useQuery({
    queryKey: ['shell.search', asked, day],
    queryFn: ({ signal }) => searchAll(searchProviders, { text: asked, asOf: day, signal }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  });
  const wanted = foldVietnamese(text);
  const pages = places.map((place) => ({ id: place.to, label: t(place.label), href: place.to })).filter((page) => foldVietnamese(page.label).includes(wanted));
  const ours: SearchGroup = { provider: { id: 'pages', label: shellMessages.pages, search: async () => pages }, hits: pages, failed: false };
  const found = asked === '' || text.trim() === '' ? [] : answer.data ?? [];
  const isAnswered = asked === text.trim() && answer.isFetched && !answer.isFetching;
  return { groups: pages.length > 0 ? [...found, ours] : found, isAnswered };
}

function keepInSight(hit: HTMLElement | null): void {
  hit?.scrollIntoView({ block: 'nearest' });
}

function hitId(place: number): string {
  return `search-hit-${place}`;
}
