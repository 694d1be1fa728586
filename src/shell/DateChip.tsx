/** The day that everything is asked for. Another day than today stands in a band that nobody can overlook. */
import { Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconChevronDown, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../ui/language.tsx';
import { LineSkeletons } from '../ui/Loading.tsx';
import { useAsOf } from './asOf.ts';
import classes from './DateChip.module.css';
import { shellMessages } from './shell.messages.ts';

const loadPanel = () => import('./DayPanel.tsx').then((module) => ({ default: module.DayPanel }));
const DayPanel = lazy(loadPanel);

export function DateChip() {
  const { t, day } = useText();
  const { chosen } = useAsOf();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover position="bottom-end" width="min(22rem, calc(100vw - 1rem))" opened={isOpen} onChange={setOpen} trapFocus withinPortal returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.chip ?? ''} data-past={chosen !== undefined || undefined} onPointerEnter={() => void loadPanel()} onClick={() => setOpen(!isOpen)}>
          <IconCalendar size={18} aria-hidden />
          <span className={classes.long}>{chosen ? t(shellMessages.asOf, { day: day(chosen) }) : t(shellMessages.today)}</span>
          <span className={classes.short} aria-hidden>{chosen ? day(chosen) : t(shellMessages.today)}</span>
          <IconChevronDown size={16} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t(shellMessages.dayTitle)}>
        <Suspense fallback={<LineSkeletons count={6} />}><DayPanel onDone={() => setOpen(false)} /></Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

export function AsOfBand() {
  const { t, day } = useText();
  const { chosen, compare, choose, chooseCompare } = useAsOf();
  if (!chosen && !compare) return null;
  const shown = chosen ? t(shellMessages.asOf, { day: day(chosen) }) : t(shellMessages.today);
  const clear = () => (chosen ? choose(undefined) : chooseCompare(undefined));
  return (
    <div className={classes.band} role="region" aria-label={t(shellMessages.dayTitle)}>
      <p>
        <strong>{shown}{compare && `, ${t(shellMessages.comparedWith, { day: day(compare) })}`}</strong>
        {chosen && <span className={classes.meaning}>{t(shellMessages.pastBand)}</span>}
      </p>
      <UnstyledButton className={classes.back ?? ''} onClick={clear} data-screen-only>
        {t(chosen ? shellMessages.backToToday : shellMessages.noCompare)}
        <IconX size={18} aria-hidden />
      </UnstyledButton>
    </div>
  );
}
