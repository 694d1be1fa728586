/** One of a few, kept in the address; built as links, so that each can be opened elsewhere. */
import { useSearch } from '@tanstack/react-router';
import { stringifySearch, useAddressValue, type AddressSearch } from '../../ui/address.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import classes from './AddressChoice.module.css';

export interface AddressOption {
  readonly id: string;
  readonly label: string;
  readonly count?: string;
}

export interface AddressChoiceProps {
  readonly label: string;
  readonly param: string;
  readonly options: readonly AddressOption[];
  /** Names that lose their meaning with another choice, such as the sort of the table. */
  readonly resets?: readonly string[];
  /** What counts where the address names nothing; the first where none is given. */
  readonly usual?: string | undefined;
  /** Where a heading already says what is chosen, the label is only heard. */
  readonly look?: 'labelled' | 'bare';
}

export function AddressChoice({ label, param, options, resets = [], usual, look = 'labelled' }: AddressChoiceProps) {
  const open = useAddressChoice(param, options, usual);
  const search = useSearch({ strict: false }) as AddressSearch;
  const without = Object.fromEntries(resets.map((name) => [name, undefined]));
  return (
    <div className={classes.row} role="group" aria-label={label}>
      {look === 'labelled' && <span className={classes.label}>{label}</span>}
      <span className={classes.options}>
        {options.map((option) => (
          <PageLink
            key={option.id}
            href={`.${stringifySearch({ ...search, ...without, [param]: option.id === (usual ?? options[0]?.id) ? undefined : option.id })}`}
            className={classes.option}
            aria-current={option.id === open?.id ? 'true' : undefined}
            keepScroll
          >
            {option.label}
            {option.count !== undefined && <span className={classes.count}>{option.count}</span>}
          </PageLink>
        ))}
      </span>
    </div>
  );
}

/** What is chosen; what the address names and nobody knows counts as nothing chosen. */
export function useAddressChoice<Option extends AddressOption>(param: string, options: readonly Option[], usual?: string): Option | undefined {
  const [wanted] = useAddressValue(param);
  return options.find((option) => option.id === wanted) ?? options.find((option) => option.id === usual) ?? options[0];
}
