/** The global search: each module answers for its own things; what fails in one leaves the others standing. */
import type { Text } from '../platform/contract.ts';

export interface SearchHit {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly hint?: string;
  readonly href: string;
}

export interface SearchProvider {
  readonly id: string;
  /** Heads its group of hits. */
  readonly label: Text;
  readonly search: (text: string, options: { asOf: string; signal: AbortSignal }) => Promise<readonly SearchHit[]>;
}

export interface SearchGroup {
  readonly provider: SearchProvider;
  readonly hits: readonly SearchHit[];
  readonly failed: boolean;
}

const HITS_PER_GROUP = 6;

export async function searchAll(
  providers: readonly SearchProvider[],
  { text, asOf, signal }: { text: string; asOf: string; signal: AbortSignal },
): Promise<readonly SearchGroup[]> {
  const groups = await Promise.all(providers.map(async (provider) => {
    try {
      const hits = await provider.search(text, { asOf, signal });
      return { provider, hits: hits.slice(0, HITS_PER_GROUP), failed: false };
    } catch {
      return { provider, hits: [], failed: true };
    }
  }));
  return groups.filter((group) => group.failed || group.hits.length > 0);
}
