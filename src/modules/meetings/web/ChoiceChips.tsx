/** A few choices as chips that wrap on a narrow screen; one of them holds, or none yet. */
import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import classes from './ChoiceChips.module.css';

export interface ChoiceChipsProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
  /** Choosing is the act itself: as buttons, so that the keys which walk through a choice record nothing on the way. */
  readonly isAct?: boolean;
}

export function ChoiceChips<Value extends string>({ label, isLabelHidden = false, value, options, onChoose, isAct = false }: ChoiceChipsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes.group}>
      <legend className={isLabelHidden ? classes.hidden : classes.label}>{label}</legend>
      <div className={classes.options}>
        {options.map((option) => isAct ? (
          <UnstyledButton key={option.value} className={classes.option ?? ''} aria-pressed={option.value === value} onClick={() => onChoose(option.value)}>{option.label}</UnstyledButton>
        ) : (
          <label key={option.value} className={classes.option}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
