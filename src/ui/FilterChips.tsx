/** Filters as readable chips bound to the address: "Loại: chi bộ thôn ✕". Each opens a list to tick from. */
import { Checkbox, Popover, Stack, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useAddressValues, useChangeAddress, type AddressSearch } from './address.ts';
import classes from './FilterChips.module.css';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';

export interface Filter {
  /** Name in the address. */
  readonly param: string;
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Only one choice at a time. */
  readonly single?: boolean;
  /** What holds while nothing is chosen, where that is not all. */
  readonly usual?: string;
}

export function FilterChips({ filters }: { readonly filters: readonly Filter[] }) {
  return (
    <div className={classes.row} data-screen-only>
      {filters.map((filter) => <FilterChip key={filter.param} filter={filter} />)}
      <ClearAll params={filters.map((filter) => filter.param)} />
    </div>
  );
}

function FilterChip({ filter }: { readonly filter: Filter }) {
  const { t } = useText();
  const [chosen, setChosen] = useAddressValues(filter.param);
  const names = filter.choices.filter((choice) => chosen.includes(choice.id)).map((choice) => choice.label);
  const toggle = (id: string) => {
    if (chosen.includes(id)) return setChosen(chosen.filter((one) => one !== id));
    return setChosen(filter.single ? [id] : [...chosen, id]);
  };
  return (
    <span className={classes.chip} data-set={names.length > 0 || undefined}>
      <Popover position="bottom-start" withinPortal trapFocus>
        <Popover.Target>
          <UnstyledButton className={classes.open}>
            {filter.label}: <span className={classes.value}>{names.join(', ') || (filter.usual ?? t(uiMessages.any))}</span>
            {names.length === 0 && <IconChevronDown size={16} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={0} role="group" aria-label={filter.label} className={classes.choices}>
            {filter.choices.map((choice) => (
              <Checkbox key={choice.id} className={classes.choice ?? ''} size="md" label={choice.label} checked={chosen.includes(choice.id)} onChange={() => toggle(choice.id)} />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {names.length > 0 && (
        <UnstyledButton className={classes.remove} aria-label={t(uiMessages.removeFilter, { filter: filter.label })} onClick={() => setChosen([])}>
          <IconX size={16} aria-hidden />
        </UnstyledButton>
      )}
    </span>
  );
}

function ClearAll({ params }: { readonly params: readonly string[] }) {
  const { t } = useText();
  const change = useChangeAddress();
  const search = useSearch({ strict: false }) as AddressSearch;
  if (params.filter((param) => search[param] !== undefined).length < 2) return null;
  return (
    <UnstyledButton className={classes.clear} onClick={() => change(Object.fromEntries(params.map((param) => [param, []])))}>
      {t(uiMessages.removeAllFilters)}
    </UnstyledButton>
  );
}
