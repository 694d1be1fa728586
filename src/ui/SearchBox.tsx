/** A search field that waits until typing pauses. Bound to the address by `param`, or to the page by `value`. */
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useAddressValue } from './address.ts';
import { useText } from './language.tsx';
import { uiMessages } from './ui.messages.ts';

const PAUSE_MS = 250;

export interface SearchBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

export function SearchBox({ label, value, onChange, placeholder }: SearchBoxProps) {
  const { t } = useText();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setTyped(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return undefined;
    const timer = setTimeout(() => { sent.current = typed; onChange(typed); }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <TextInput
      type="search"
      role="searchbox"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={typed ? <CloseButton aria-label={t(uiMessages.clear)} onClick={() => setTyped('')} /> : null}
      styles={{ root: { flex: '1 1 16rem', maxWidth: '32rem' } }}
    />
  );
}

export function AddressSearchBox({ param = 'tim', ...rest }: Omit<SearchBoxProps, 'value' | 'onChange'> & { readonly param?: string }) {
  const [value, setValue] = useAddressValue(param);
  return <SearchBox value={value ?? ''} onChange={setValue} {...rest} />;
}
