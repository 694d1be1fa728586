/** By which words a document is found: without diacritics, in the order of what matters, whatever stands in its files last. */
import { sql, type RawBuilder } from 'kysely';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { documentTypes } from '../document.kinds.ts';
import type { Document } from '../document.ts';
import { symbolOf } from '../document.symbol.ts';

/** Of different words out of the files of one document, and of the text of each file; a vector holds about a megabyte, a document of a committee far less. */
export const mostLetters = 200_000;

export function wordsOf(document: Pick<Document, 'number' | 'type' | 'issuerCode' | 'issuer' | 'summary' | 'signer'>, texts: readonly string[]): RawBuilder<string> {
  const { issuer, summary, signer, type } = document;
  const named = keptOf([symbolOf(document), summary]);
  const beside = keptOf([documentTypes[type].vi, issuer, signer?.name ?? '']);
  const within = keptOf(texts);
  return sql`setweight(to_tsvector('simple', ${named}), 'A') || setweight(to_tsvector('simple', ${beside}), 'B') || setweight(to_tsvector('simple', ${within}), 'D')`;
}

/** All words, the last of them perhaps not typed to its end. Undefined where nothing is left to look for. */
export function queryOf(search: string): RawBuilder<unknown> | undefined {
  const words = wordsIn(search).slice(0, 12);
  if (words.length === 0) return undefined;
  // Letters and digits alone are left: nothing of the syntax of queries can be among them.
  return sql`to_tsquery('simple', ${words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ')})`;
}

/**
 * Each word once: a query asks whether it is there, never where. What room one text leaves the next ones have; none takes theirs.
 * A number is found with its leading zeros and without: 03-NQ/TU, 3-nq/tu.
 */
function keptOf(texts: readonly string[]): string {
  const kept = new Set<string>();
  let room = mostLetters;
  for (const [at, text] of texts.entries()) {
    const forOthers = room - Math.floor(room / (texts.length - at));
    for (const word of wordsIn(text).flatMap((found) => [found, found.replace(/^0+(?=\d+$)/, '')])) {
      if (kept.has(word) || room - forOthers <= word.length) continue;
      kept.add(word);
      room -= word.length + 1;
    }
  }
  return [...kept].join(' ');
}

/** What is sought and what is kept are split alike: the database would take `2025-2030` for a number and its negative. */
function wordsIn(text: string): string[] {
  return foldVietnamese(text).split(/[^\p{L}\d]+/u).filter(Boolean);
}
