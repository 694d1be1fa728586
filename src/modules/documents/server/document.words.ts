/** By which words a document is found: without diacritics, in the order of what matters, whatever stands in its files last. */
import { sql, type RawBuilder } from 'kysely';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { documentTypes } from '../document.kinds.ts';
import type { Document } from '../document.ts';
import { symbolOf } from '../document.symbol.ts';

/** Of the text of one file; a vector holds about a megabyte of different words, a document of a committee far fewer. */
const mostLetters = 200_000;

export function wordsOf(document: Pick<Document, 'number' | 'type' | 'issuerCode' | 'issuer' | 'summary' | 'signer'>, texts: readonly string[]): RawBuilder<string> {
  const { issuer, summary, signer, type } = document;
  const symbol = symbolOf(document);
  const named = foldVietnamese([symbol, symbol.replaceAll(/[-/]/g, ' '), summary].join(' '));
  const beside = foldVietnamese([documentTypes[type].vi, issuer, signer?.name ?? ''].join(' '));
  const within = foldVietnamese(texts.map((text) => text.slice(0, mostLetters)).join(' '));
  return sql`setweight(to_tsvector('simple', ${named}), 'A') || setweight(to_tsvector('simple', ${beside}), 'B') || setweight(to_tsvector('simple', ${within}), 'D')`;
}

/** All words, the last of them perhaps not typed to its end. Undefined where nothing is left to look for. */
export function queryOf(search: string): RawBuilder<unknown> | undefined {
  const words = foldVietnamese(search).split(/[^\p{L}\d]+/u).filter(Boolean).slice(0, 12);
  if (words.length === 0) return undefined;
  // Letters and digits alone are left: nothing of the syntax of queries can be among them.
  return sql`to_tsquery('simple', ${words.map((word, at) => (at === words.length - 1 ? `${word}:*` : word)).join(' & ')})`;
}
