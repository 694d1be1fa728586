/**
 * Keys by which Vietnamese text is compared: without diacritics (search), with diacritics but
 * whatever the place of the tone mark (ranking), and by given name (lists of people).
 * Pure; what people typed is always kept and shown as it was typed.
 */

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const WORD = /[\p{L}\p{M}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const VOWEL = /[aăâeêioôơuưy]/;
const SHAPED_VOWEL = /[ăâêôơư]/;

/** "  Đồng   THỊNH " → "dong thinh": for search without diacritics and for matching headers. */
export function foldVietnamese(text: string): string {
  const bare = stripMarks(stripMarks(text.normalize('NFC')).toLowerCase());
  return tidySpaces(bare.replaceAll('đ', 'd').replaceAll('ð', 'd'));
}

/** "Hoà", "Hòa" → "hoà": lower case with one place for the tone mark, so that what was typed with diacritics can rank first. */
export function exactKey(text: string): string {
  const lower = tidySpaces(text).toLowerCase().normalize('NFD');
  return lower.replace(WORD, placeTone).normalize('NFC');
}

/**
 * "Nguyễn Thị Bích Hoà" → "Hoà Thị Bích Nguyễn": Vietnamese lists go by the given name, which stands last.
 * The diacritics stay: their order is the business of the collation (`vi-x-icu`).
 */
export function givenNameKey(fullName: string): string {
  const words = tidySpaces(fullName.normalize('NFC')).split(' ');
  if (words.length < 2) return words.join(' ');
  const [family = '', ...rest] = words;
  const given = rest.pop() ?? '';
  return [given, ...rest, family].join(' ');
}

/** Spaces of every kind become one ordinary space; characters that nobody sees go. */
export function tidySpaces(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

function stripMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '');
}

function placeTone(word: string): string {
  const tones = word.match(TONE) ?? [];
  const tone = tones[0];
  if (tone === undefined || tones.length > 1) return word;
  const letters = [...word.replace(TONE, '').normalize('NFC')];
  const at = toneVowel(letters);
  if (at === undefined) return word;
  return [...letters.slice(0, at + 1), tone, ...letters.slice(at + 1)].join('').normalize('NFD');
}

/** Which letter of the syllable bears the tone: one rule for both spellings (hòa and hoà give hoà). */
function toneVowel(letters: readonly string[]): number | undefined {
  const vowels = nucleus(letters);
  const shaped = vowels.findLast((at) => SHAPED_VOWEL.test(letters[at] ?? ''));
  if (shaped !== undefined) return shaped;
  const closed = (vowels.at(-1) ?? -1) < letters.length - 1;
  if (closed) return vowels.at(-1);
  if (vowels.length !== 2) return vowels[Math.floor(vowels.length / 2)];
  const pair = vowels.map((at) => letters[at]).join('');
  return ['oa', 'oe', 'uy'].includes(pair) ? vowels[1] : vowels[0];
}

/** The places of the vowels, without the u of "qu" and the i of "gi" before another vowel (quý, già). */
function nucleus(letters: readonly string[]): number[] {
  const vowels = letters.flatMap((letter, at) => (VOWEL.test(letter) ? [at] : []));
  const onset = letters.slice(0, 2).join('');
  const silent = (onset === 'qu' || onset === 'gi') && vowels.length > 1;
  return silent ? vowels.filter((at) => at > 1) : vowels;
}
