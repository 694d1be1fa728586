/** A day, typed as dd/mm/yyyy or picked from the device's own calendar. Its value is `YYYY-MM-DD`. */
import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { formatDay, parseDay } from '../platform/format.ts';
import classes from './DayInput.module.css';
import { useText } from './language.tsx';
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
  const [typed, setTyped] = useState(written(value));
  const [fault, setFault] = useState<string>();
  const calendar = useRef<HTMLInputElement>(null);
  const faultOf = useDayFault({ least, most });
  useEffect(() => setTyped(written(value)), [value]);

  const take = (text: string) => {
    setTyped(text);
    const day = parseDay(text);
    const wrong = text.trim() === '' ? undefined : faultOf(day);
    setFault(wrong);
    if (!wrong && day !== value) onChange(day);
  };
  return (
    <div className={classes.root}>
      <TextInput
        label={label}
        description={description ?? t(uiMessages.dayHint)}
        error={fault ?? error}
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
      <input ref={calendar} type="date" className={classes.calendar} tabIndex={-1} aria-hidden value={value ?? ''} min={least} max={most} onChange={(event) => take(written(event.currentTarget.value))} />
    </div>
  );
}

/** Always day first while it is edited, in either language. */
function written(day: string | undefined): string {
  return day ? formatDay(day, 'vi') : '';
}

function useDayFault({ least, most }: { least: string | undefined; most: string | undefined }) {
  const { t } = useText();
  return (day: string | undefined): string | undefined => {
    if (day === undefined) return t(uiMessages.notADay);
    if (least && day < least) return t(uiMessages.dayTooEarly, { day: written(least) });
    if (most && day > most) return t(uiMessages.dayTooLate, { day: written(most) });
    return undefined;
  };
}
