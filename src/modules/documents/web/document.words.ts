/** A document in words: its title, how it stands; and where its page is. */
import type { z } from 'zod';
import type { Text } from '../../../platform/contract.ts';
import { defineMessages } from '../../../platform/messages.ts';
import type { Writing } from '../../../ui/language.tsx';
import type { Status } from '../../../ui/StatusMark.tsx';
import type { documentContract } from '../document.contract.ts';
import { documentTypes } from '../document.kinds.ts';
import type { Symbol } from '../document.symbol.ts';
import type { Standing } from '../document.ts';

export type DocumentItem = z.output<(typeof documentContract)['list']['output']>['items'][number];
export type WholeDocument = z.output<(typeof documentContract)['document']['output']>;
export type LinkedDocument = WholeDocument['links'][number];

const words = defineMessages({
  title: { vi: '{type} số {symbol}', en: '{type} No {symbol}' },
  unnumberedTitle: { vi: '{type} không số ({symbol})', en: '{type} without a number ({symbol})' },
  unnumbered: { vi: 'Không số ({symbol})', en: 'No number ({symbol})' },
  reading: { vi: '{type} số {number} của {issuer}', en: '{type} No {number} of {issuer}' },
});

export const standingNames: Readonly<Record<Standing, Text>> = defineMessages({
  inForce: { vi: 'Còn hiệu lực', en: 'In force' },
  ahead: { vi: 'Chưa có hiệu lực', en: 'Not in force yet' },
  ended: { vi: 'Hết hiệu lực', en: 'No longer in force' },
  replaced: { vi: 'Đã được thay thế', en: 'Replaced' },
  void: { vi: 'Đã hủy khỏi sổ', en: 'Taken out' },
});

export const standingMarks: Readonly<Record<Standing, Status>> = { inForce: 'done', ahead: 'due-soon', ended: 'silent', replaced: 'silent', void: 'late' };

export function documentHref(id: string): string {
  return `/van-ban/${id}`;
}

/** "03-NQ/TU"; of a letter that came without a number "Không số (CV/HU)". */
export function symbolInWords(symbol: string, { t }: Pick<Writing, 't'>): string {
  const bare = withoutNumber(symbol);
  return bare === undefined ? symbol : t(words.unnumbered, { symbol: bare });
}

/** "Nghị quyết số 03-NQ/TU". */
export function titleOf({ type, symbol }: Pick<DocumentItem, 'type' | 'symbol'>, { t }: Pick<Writing, 't'>): string {
  const bare = withoutNumber(symbol);
  return bare === undefined ? t(words.title, { type: t(documentTypes[type]), symbol }) : t(words.unnumberedTitle, { type: t(documentTypes[type]), symbol: bare });
}

/** "Nghị quyết số 03 của ĐU": how what was typed is understood. */
export function readingInWords({ number, type, issuerCode }: Symbol, { t }: Pick<Writing, 't'>): string {
  return t(words.reading, { type: t(documentTypes[type]), number: String(number ?? '').padStart(2, '0'), issuer: issuerCode });
}

function withoutNumber(symbol: string): string | undefined {
  return symbol.startsWith('…-') ? symbol.slice('…-'.length) : undefined;
}
