/** Which subjects are counted: one chip for each dimension in use, and a list to add more. In the address as `loc=type:school`. */
import { Checkbox, Popover, UnstyledButton } from '@mantine/core';
import { IconFilterPlus, IconX } from '@tabler/icons-react';
import { useAddressValues } from '../../ui/address.ts';
import { useText } from '../../ui/language.tsx';
import type { FigureItem } from '../figures.contract.ts';
import { FILTER_PARAM } from './figure.address.ts';
import { chosenFilters, type Dimension } from './filters.ts';
import classes from './FilterBar.module.css';
import { figuresWeb } from './figures.web.messages.ts';

export function FilterBar({ dimensions }: { readonly dimensions: FigureItem['dimensions'] }) {
  const { t } = useText();
  const [texts, setTexts] = useAddressValues(FILTER_PARAM, 'push');
  if (dimensions.length === 0) return null;
  const chosen = chosenFilters(texts, dimensions);
  const without = (id: string) => setTexts(texts.filter((text) => text.split(':', 1)[0] !== id));
  return (
    <div className={classes.row} role="group" aria-label={t(figuresWeb.filter)}>
      {chosen.map(({ dimension, buckets }) => (
        <Chip key={dimension.id} label={t(dimension.title)} value={buckets.map(({ label }) => t(label)).join(', ')} onRemove={() => without(dimension.id)} />
      ))}
      <AddFilter dimensions={dimensions} texts={texts} onChange={setTexts} />
      {texts.length > 1 && <UnstyledButton className={classes.clear ?? ''} onClick={() => setTexts([])}>{t(figuresWeb.filterClear)}</UnstyledButton>}
    </div>
  );
}

function Chip({ label, value, onRemove }: { label: string; value: string; onRemove: () => void }) {
  const { t } = useText();
  return (
    <span className={classes.chip}>
      <span className={classes.words}>{label}: <strong>{value}</strong></span>
      <UnstyledButton className={classes.remove ?? ''} aria-label={t(figuresWeb.filterRemove, { filter: label })} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </UnstyledButton>
    </span>
  );
}

interface AddFilterProps {
  readonly dimensions: readonly Dimension[];
  readonly texts: readonly string[];
  readonly onChange: (texts: readonly string[]) => void;
}

function AddFilter({ dimensions, texts, onChange }: AddFilterProps) {
  const { t } = useText();
  const toggle = (text: string) => onChange(texts.includes(text) ? texts.filter((one) => one !== text) : [...texts, text]);
  return (
    <Popover position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.add ?? ''}><IconFilterPlus size={18} aria-hidden />{t(figuresWeb.filterAdd)}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.list ?? ''}>
        {dimensions.map((dimension) => (
          <div key={dimension.id} role="group" aria-label={t(dimension.title)}>
            <div className={classes.heading}>{t(dimension.title)}</div>
            {dimension.buckets.map(({ code, label }) => {
              const text = `${dimension.id}:${code}`;
              return <Checkbox key={code} className={classes.choice ?? ''} size="md" label={t(label)} checked={texts.includes(text)} onChange={() => toggle(text)} />;
            })}
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
