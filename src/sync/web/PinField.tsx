/** Six digits: the number pad of a phone, large figures, hidden as they are typed. */
import { TextInput } from '@mantine/core';
import { PIN_LENGTH, digitsOf } from './pin.ts';
import classes from './sync.module.css';

export interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly name: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

export function PinField({ onChange, error, ...field }: PinFieldProps) {
  return (
    <TextInput
      {...field}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={PIN_LENGTH}
      classNames={{ input: classes.pin ?? '' }}
      error={error}
      onChange={(event) => onChange(digitsOf(event.currentTarget.value))}
    />
  );
}
