/** A time of the day, typed as 19:30, 19h30 or 1930; the clock has 24 hours whatever the device is set to. Its value is `HH:MM`, or nothing. */
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../ui/language.tsx';
import { useOwnFault } from '../../../ui/ownFaults.ts';
import { readClock } from './meeting.days.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';

interface ClockInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (clock: string) => void;
  readonly error?: string | undefined;
}

export function ClockInput({ label, value, onChange, error }: ClockInputProps) {
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [left, setLeft] = useState(value);
  useEffect(() => { setTyped(value); setLeft(value); }, [value]);
  const fault = left !== '' && readClock(left) === undefined ? t(texts.notAClock) : undefined;
  useOwnFault(field, fault);
  const take = () => {
    setLeft(typed);
    const clock = typed.trim() === '' ? '' : readClock(typed);
    if (clock === undefined) return;
    setTyped(clock);
    if (clock !== value) onChange(clock);
  };
  return (
    <TextInput
      ref={field} label={label} description={t(texts.clockHint)} value={typed} error={fault ?? error} inputMode="numeric" autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={take} onKeyDown={(event) => { if (event.key === 'Enter') take(); }}
    />
  );
}
