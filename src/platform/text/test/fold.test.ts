import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactKey, foldVietnamese, givenNameKey } from '../fold.ts';

const syllable = fc.constantFrom(
  'hoà', 'thuý', 'Đồng', 'Thịnh', 'nguyễn', 'quý', 'già', 'khuỷu', 'người', 'oải', 'khoẻ', 'ý', 'của', 'tuyến', 'xã', 'Ấp', 'Đặc', 'mía', 'ngoằn', 'thuở',
);
const phrase = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

describe('text without diacritics', () => {
  test('drops every mark, the stroke of đ, capitals and spare spaces', () => {
    expect(foldVietnamese('  Đồng\u00a0  THỊNH\u200b ')).toBe('dong thinh');
    expect(foldVietnamese('Thừa Thiên Huế'.normalize('NFD'))).toBe('thua thien hue');
  });

  test('is the same for composed and decomposed text and doesn’t change when folded again', () => {
    fc.assert(fc.property(fc.oneof(phrase, fc.string({ unit: 'grapheme' })), (text) => {
      const folded = foldVietnamese(text);
      expect(foldVietnamese(text.normalize('NFD'))).toBe(foldVietnamese(text.normalize('NFC')));
      expect(foldVietnamese(folded)).toBe(folded);
    }));
  });

  test('leaves only a–z and spaces of Vietnamese words', () => {
    fc.assert(fc.property(phrase, (text) => { expect(foldVietnamese(text)).toMatch(/^[a-z ]+$/); }));
  });
});

describe('text with diacritics, whatever the place of the tone mark', () => {
  test.each([['hòa', 'hoà'], ['thúy', 'thuý'], ['khỏe', 'khoẻ'], ['qúy', 'quý'], ['gìa', 'già'], ['Hóa', 'hoá'], ['ủy ban', 'uỷ ban'], ['thủơ', 'thuở']])('%s equals %s', (one, other) => {
    expect(exactKey(one)).toBe(exactKey(other));
  });

  test('keeps words apart that differ by a tone, a vowel or đ', () => {
    const words = ['ma', 'má', 'mà', 'mả', 'mã', 'mạ', 'mâ', 'mă', 'dong', 'đong', 'của', 'cua'];
    expect(new Set(words.map(exactKey)).size).toBe(words.length);
  });

  test('gives the same key wherever in the syllable the tone mark is put', () => {
    fc.assert(fc.property(syllable, fc.nat(), (word, pick) => { expect(exactKey(moveTone(word, pick))).toBe(exactKey(word)); }));
  });

  test('a key is its own key, and folds like the text', () => {
    fc.assert(fc.property(phrase, (text) => {
      expect(exactKey(exactKey(text))).toBe(exactKey(text));
      expect(foldVietnamese(exactKey(text))).toBe(foldVietnamese(text));
    }));
  });
});

describe('order of names', () => {
  test('goes by given name, then middle names, then family name', () => {
    expect(givenNameKey('Nguyễn Thị  Bích Hoà')).toBe('Hoà Thị Bích Nguyễn');
    expect(givenNameKey(' Hoà ')).toBe('Hoà');
  });

  test('loses no word of the name', () => {
    fc.assert(fc.property(phrase, (name) => {
      expect(givenNameKey(name).split(' ').toSorted()).toEqual(name.split(' ').toSorted());
    }));
  });
});

/** Puts the tone mark of a word on another of its vowels, as careless typing does. */
function moveTone(word: string, pick: number): string {
  const decomposed = word.normalize('NFD');
  const tone = decomposed.match(TONES)?.[0];
  if (tone === undefined) return word;
  const letters = [...decomposed.replace(tone, '').normalize('NFC')];
  const vowels = letters.flatMap((letter, at) => (/[aeiouyăâêôơư]/i.test(letter) ? [at] : []));
  const at = vowels[pick % vowels.length] ?? 0;
  return [...letters.slice(0, at + 1), tone, ...letters.slice(at + 1)].join('').normalize('NFC');
}
