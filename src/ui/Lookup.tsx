/** Picks one thing found by typing: a unit, a person. Asks after a pause, shows what came last until the next answer. */
import { Combobox, Loader, TextInput, useCombobox, type ComboboxProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useText } from './language.tsx';
import classes from './Lookup.module.css';
import { uiMessages } from './ui.messages.ts';

const PAUSE_MS = 200;
/** A spinner never shows before this. */
const PATIENCE_MS = 300;

/** A list that grows with its answers stays within the screen. */
const LEAST_ROOM_PX = 160;
const WITHIN_SIGHT: NonNullable<ComboboxProps['middlewares']> = {
  flip: true,
  shift: true,
  size: {
    padding: 16,
    apply: ({ availableHeight, elements }) => elements.floating.style.setProperty('--room', `${Math.max(LEAST_ROOM_PX, availableHeight)}px`),
  },
};

export interface LookupChoice {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name: its parent, its cell. */
  readonly hint?: string;
}

export interface LookupProps {
  readonly label: string;
  readonly value: LookupChoice | undefined;
  readonly onChange: (choice: LookupChoice | undefined) => void;
  readonly search: (text: string) => Promise<readonly LookupChoice[]>;
  readonly placeholder?: string;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

export function Lookup({ label, value, onChange, search, placeholder, description, error, required = false, disabled = false }: LookupProps) {
  const { t } = useText();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const shown = value?.label ?? '';
  const [typed, setTyped] = useState(shown);
  // Another choice, not the same one told anew: that would take away what is being typed. In the same breath as the choice: whoever
  // left the field before an effect would have emptied it.
  const choiceNow = `${value?.id} ${shown}`;
  const [choiceShown, setChoiceShown] = useState(choiceNow);
  if (choiceShown !== choiceNow) {
    setChoiceShown(choiceNow);
    setTyped(shown);
  }
  const { choices, state, isSlow } = useAnswers({ text: typed, isAsked: combobox.dropdownOpened, search });

  const choose = (id: string) => {
    const choice = choices.find((one) => one.id === id);
    if (choice) onChange(choice);
    setTyped(choice?.label ?? '');
    combobox.closeDropdown();
  };
  const leave = () => {
    combobox.closeDropdown();
    if (typed.trim() === '' && value) onChange(undefined);
    else setTyped(shown);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} width="target" middlewares={WITHIN_SIGHT} withinPortal>
      <Combobox.Target>
        <TextInput
          label={label}
          description={description}
          error={error}
          required={required}
          disabled={disabled}
          placeholder={placeholder ?? t(uiMessages.typeToSearch)}
          value={typed}
          rightSection={isSlow ? <Loader size={18} color="ink" /> : null}
          onChange={(event) => { setTyped(event.currentTarget.value); combobox.openDropdown(); combobox.updateSelectedOptionIndex(); }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options} aria-label={label}>
          {state === 'failed' && <Combobox.Empty>{t(uiMessages.lookupFailed)}</Combobox.Empty>}
          {state === 'answered' && choices.length === 0 && <Combobox.Empty>{t(uiMessages.nothingFound, { text: typed })}</Combobox.Empty>}
          {state === 'asking' && choices.length === 0 && <Combobox.Empty>{t(uiMessages.loading)}</Combobox.Empty>}
          {choices.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id} active={choice.id === value?.id}>
              <span>{choice.label}{choice.hint && <span className={classes.hint}> · {choice.hint}</span>}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The answers to what is typed; one that comes after a newer question is dropped. */
function useAnswers({ text, isAsked, search }: { text: string; isAsked: boolean; search: LookupProps['search'] }) {
  const [choices, setChoices] = useState<readonly LookupChoice[]>([]);
  const [state, setState] = useState<'asking' | 'answered' | 'failed'>('asking');
  const [isSlow, setSlow] = useState(false);
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    setState('asking');
    const end = (next: 'answered' | 'failed', found: readonly LookupChoice[]) => {
      if (!isCurrent) return;
      setChoices(found);
      setState(next);
      setSlow(false);
      clearTimeout(slow);
    };
    const slow = setTimeout(() => setSlow(true), PAUSE_MS + PATIENCE_MS);
    const ask = setTimeout(() => { latest.current(text.trim()).then((found) => end('answered', found), () => end('failed', [])); }, PAUSE_MS);
    return () => {
      isCurrent = false;
      setSlow(false);
      clearTimeout(ask);
      clearTimeout(slow);
    };
  }, [text, isAsked]);
  return { choices, state, isSlow };
}
