/** Documents as hits of the global search and as choices of a lookup: by their words, the latest first. */
import { call } from '../../../shell/api.ts';
import type { SearchHit } from '../../../shell/search.ts';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { documentContract } from '../document.contract.ts';
import { documentHref } from './document.words.ts';

const MOST = 8;

export async function findDocuments(search: string, { signal }: { signal: AbortSignal }): Promise<readonly SearchHit[]> {
  const { items } = await call(documentContract.list, { search, limit: MOST }, { signal });
  return items.map(({ id, symbol, issuer, summary }) => ({ id, label: symbol, hint: `${issuer} · ${summary}`, href: documentHref(id) }));
}

export async function searchDocuments(text: string, { without }: { readonly without: string | undefined }): Promise<readonly LookupChoice[]> {
  const { items } = await call(documentContract.list, { ...(text ? { search: text } : {}), limit: MOST });
  return items.filter(({ id, standing }) => id !== without && standing !== 'void').map(({ id, symbol, summary }) => ({ id, label: symbol, hint: summary }));
}
