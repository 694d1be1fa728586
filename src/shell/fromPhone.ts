/** What the phone sent or fetched meanwhile, and what was refused of it, shows on the page that is open. */
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PhoneState } from '../sync/phone/phone.ts';
import { usePhoneState } from './offline.ts';

export function useFreshFromPhone(client: QueryClient): void {
  const news = newsOf(usePhoneState());
  const before = useRef(news);
  useEffect(() => {
    const isNews = news !== undefined && before.current !== news;
    before.current = news;
    if (isNews) void client.invalidateQueries();
  }, [client, news]);
}

/** Changes when something else than what is typed here may be read. */
export function newsOf(state: PhoneState | undefined): string | undefined {
  if (state?.is !== 'open') return undefined;
  const refused = state.entries.filter(({ standing }) => standing.is === 'refused').map(({ seq }) => seq);
  return `${state.pulledAt} ${refused.join()}`;
}
