/** People in the global search: each told from others of the same name by birth, post and unit. */
import { call } from '../../../shell/api.ts';
import type { SearchHit } from '../../../shell/search.ts';
import { postKindName } from '../../posts/post.kinds.ts';
import { personContract } from '../person.contract.ts';

export async function findPeople(q: string, { signal }: { signal: AbortSignal }): Promise<readonly SearchHit[]> {
  const { items } = await call(personContract.search, { q }, { signal });
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  return items.map(({ id, fullName, birth, unit, post }) => {
    const hint = [birth?.on.slice(0, 4), post && postKindName(post, language), unit?.name].filter(Boolean).join(' · ');
    return { id, label: fullName, ...(hint ? { hint } : {}), href: `/con-nguoi/${id}` };
  });
}
