/** A day, typed as dd/mm/yyyy or picked from the device's own calendar. Its value is `YYYY-MM-DD`. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { readTypedDay, writtenDay } from './day.typed.ts';
import classes from './DayInput.module.css';
import { useText } from './language.tsx';
import { useOwnFault } from './ownFaults.ts';
import { uiMessages } from './ui.messages.ts';

export interface DayInputProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly least?: string;
  readonly most?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

export function DayInput({ label, value, onChange, description, error, least, most, required = false, disabled = false, autoFocus = false }: DayInputProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(writtenDay(value));
  /** What stood in the field when it was last left: only that is judged, and anew whenever its limits move. */
  const [left, setLeft] = useState(typed);
  const calendar = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const limits = { least, most };
  const { day, fault } = readTypedDay(left, limits);
  const words = fault && t(uiMessages[fault.code], { day: fault.limit ?? '' });
  useOwnFault(field, words);
  useEffect(() => { setTyped(writtenDay(value)); setLeft(writtenDay(value)); }, [value]);
  const wasFaulty = useRef(false);
  useEffect(() => {
    // A day that was out of its limits counts as soon as they have moved past it.
    const isMended = wasFaulty.current && !fault;
    wasFaulty.current = fault !== undefined;
    if (isMended && day !== undefined && day !== value) onChange(day);
  });

  const take = (text: string) => {
    setTyped(text);
    setLeft(text);
    const taken = readTypedDay(text, limits);
    // At once: pressing Enter submits with what the form holds when this returns.
    if (!taken.fault && taken.day !== value) onChange(taken.day);
  };
  return (
    <div className={classes.root}>
      <TextInput
        ref={field}
        label={label}
        description={description ?? t(uiMessages.dayHint)}
        error={words ?? error}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => take(typed)}
        onKeyDown={(event) => { if (event.key === 'Enter') take(typed); }}
        inputMode="numeric"
        autoComplete="off"
        required={required}
        disabled={disabled}
        data-autofocus={autoFocus || undefined}
        rightSectionWidth="var(--touch)"
        rightSection={
          <ActionIcon variant="subtle" color="ink" size="lg" disabled={disabled} aria-label={`${t(uiMessages.pickDay)}: ${label}`} onClick={() => calendar.current?.showPicker()}>
            <IconCalendar size={20} aria-hidden />
          </ActionIcon>
        }
      />
      <input ref={calendar} type="date" className={classes.calendar} tabIndex={-1} aria-hidden value={value ?? ''} min={least} max={most} onChange={(event) => take(writtenDay(event.currentTarget.value))} />
    </div>
  );
}
