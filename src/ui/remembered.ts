/** A choice of this reader on this device, such as dense rows. Works without storage, only forgets then. */
import { useCallback, useState } from 'react';

export function useRemembered<T extends string | boolean>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => recall<T>(key) ?? initial);
  const choose = useCallback(
    (next: T) => {
      setValue(next);
      remember(key, next);
    },
    [key],
  );
  return [value, choose];
}

export function recall<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(`satcoso.${key}`);
    // Only this file writes these keys.
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`satcoso.${key}`, JSON.stringify(value));
  } catch {
    // Storage is full or forbidden: the choice holds until the page is left.
  }
}
