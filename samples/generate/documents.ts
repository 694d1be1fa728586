// Documents that committees and cells issued, numbered as they would be: from 01 for each type within a term. Called in the order
// of their days. What they are about is made up, as their days are; nothing is drawn, so that nobody else changes with them.

import type { IssuedDocument, World } from './world.ts';

export type Issuer = { unit: string; name: string; code: 'TU' | 'HU' | 'ĐU' | 'CB' };

export type Issue = Pick<IssuedDocument, 'type' | 'on' | 'summary'> &
  Partial<Pick<IssuedDocument, 'number' | 'to' | 'reviewDueOn' | 'regulates' | 'carriesOut'>>;

export function issueDocument(world: World, issuer: Issuer, issue: Issue): IssuedDocument {
  const { unit, name, code } = issuer;
  const term = termOf(issue.on);
  const number = issue.number ?? nextNumber(world, { unit, term, type: issue.type });
  const document: IssuedDocument = {
    to: '', reviewDueOn: '', regulates: '', carriesOut: [], ...issue, number, unit, term, issuer: name,
    symbol: `${String(number).padStart(2, '0')}-${issue.type}/${code}`, ...signerOf(world, unit, issue.on),
  };
  const same = world.documents.find((other) => other.unit === unit && other.term === term && other.symbol === document.symbol);
  if (same) throw new Error(`Two documents ${document.symbol} of ${unit}`);
  world.documents.push(document);
  return document;
}

function nextNumber(world: World, { unit, term, type }: { unit: string; term: string; type: string }): number {
  const numbers = world.documents.filter((other) => other.unit === unit && other.term === term && other.type === type).map(({ number }) => number);
  return Math.max(0, ...numbers) + 1;
}

/** Terms of five years: 2015-2020, 2020-2025. */
function termOf(day: string): string {
  const from = Number(day.slice(0, 4)) - (Number(day.slice(0, 4)) % 5);
  return `${from}-${from + 5}`;
}

/** Whoever was secretary on the day; nobody is named where the post was vacant. */
function signerOf(world: World, unit: string, on: string): Pick<IssuedDocument, 'signer' | 'signerPost'> {
  const tenure = world.tenures.find((row) => row.post === `${unit}.secretary` && row.from <= on && (row.to === '' || row.to >= on));
  return tenure ? { signer: tenure.person.name, signerPost: 'Bí thư' } : { signer: '', signerPost: '' };
}
