/**
 * What of a screen lives in its address: filters, tabs, search text. Back, reload
 * and a shared link show the same. The day asked for (`ngay`, `so`) is kept by the router itself.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Values are texts as they stand in the address; a repeated name is a list. */
export type AddressSearch = Record<string, string | string[] | undefined>;

/** `replace` makes no step in the history: typing, ticking. `push` does: what one would want to go back from. */
export type AddressStep = 'replace' | 'push';

export function useAddressValue(name: string, step: AddressStep = 'replace'): [string | undefined, (value: string | undefined) => void] {
  const [values, setValues] = useAddressValues(name, step);
  const setValue = useCallback((value: string | undefined) => setValues(value ? [value] : []), [setValues]);
  return [values[0], setValue];
}

export function useAddressValues(name: string, step: AddressStep = 'replace'): [readonly string[], (values: readonly string[]) => void] {
  const raw = useSearch({ strict: false, select: (search: AddressSearch) => search[name] }) as string | string[] | undefined;
  const change = useChangeAddress(step);
  const setValues = useCallback((values: readonly string[]) => change({ [name]: values }), [change, name]);
  return [raw === undefined ? [] : Array.isArray(raw) ? raw : [raw], setValues];
}

/** Several names at once; an empty list takes a name out. */
export function useChangeAddress(step: AddressStep = 'replace'): (changes: Readonly<Record<string, readonly string[]>>) => void {
  const navigate = useNavigate();
  return useCallback(
    (changes) => {
      const search = (before: AddressSearch): AddressSearch => ({ ...before, ...asSearch(changes) });
      // The routes are composed at run time, so the router can't know the shape of the search.
      void navigate({ to: '.', search: search as never, replace: step === 'replace', resetScroll: false });
    },
    [navigate, step],
  );
}

/** Goes to an address of ours: `/to-chuc/abc?the=lich-su`. */
export function useGo(): (href: string) => void {
  const navigate = useNavigate();
  return useCallback((href) => void navigate(destinationOf(href) as never), [navigate]);
}

export interface Destination {
  readonly to: string;
  readonly search: AddressSearch;
  readonly hash?: string;
}

export function destinationOf(href: string): Destination {
  const [beforeHash = '', hash] = href.split('#', 2);
  const [to = '/', query = ''] = beforeHash.split('?', 2);
  return { to, search: parseSearch(query), ...(hash ? { hash } : {}) };
}

export function parseSearch(query: string): AddressSearch {
  const search: AddressSearch = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = search[name];
    search[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return search;
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function asSearch(changes: Readonly<Record<string, readonly string[]>>): AddressSearch {
  return Object.fromEntries(
    Object.entries(changes).map(([name, values]) => [name, values.length > 1 ? [...values] : values[0] || undefined]),
  );
}
