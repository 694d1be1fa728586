/** Figures in the global search, by the words of their titles in either language. */
import { call } from '../../shell/api.ts';
import { foldVietnamese } from '../../platform/text/fold.ts';
import type { SearchHit } from '../../shell/search.ts';
import { figuresContract } from '../figures.contract.ts';

export async function searchFigures(text: string, { signal }: { signal: AbortSignal }): Promise<readonly SearchHit[]> {
  const { items } = await call(figuresContract.list, {}, { signal });
  const words = foldVietnamese(text).split(/\s+/).filter(Boolean);
  return items
    .filter(({ title }) => words.every((word) => foldVietnamese(`${title.vi} ${title.en}`).includes(word)))
    .map(({ id, title }) => ({ id, label: title[language()], href: `/so-lieu/${encodeURIComponent(id)}` }));
}

function language(): 'vi' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'vi';
}
