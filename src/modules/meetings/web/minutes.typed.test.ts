import { describe, expect, test } from 'vitest';
import type { SeenMinutes } from '../meeting.changed.ts';
import { officialLine } from '../meeting.officials.ts';
import type { Official } from '../meeting.ts';
import { comparing, isOther, keeping, naming, saving, typing, type Typed } from './minutes.typed.ts';

const stood = (text: string | null, isStale = false): SeenMinutes => ({ text, isStale });
const an: Official = { personId: null, name: 'An' };
const appointed = { role: 'chair', before: null, after: an } as const;
const blank = officialLine('chair', null);
const named = officialLine('chair', an);

test('what is typed keeps the text that stood there when it was begun, whatever stands there later', () => {
  const begun = typing('A1', stood('A'))(undefined);
  expect(typing('A12', stood('B'))(begun)).toEqual({ text: 'A12', since: stood('A') });
});

describe('somebody is appointed on a slow line', () => {
  test('what was typed meanwhile stays, with the name in it', () => {
    const meanwhile = typing(`${blank}\nThêm`, stood(blank))(undefined);
    expect(naming(appointed, stood(blank))(meanwhile)).toEqual({ text: `${named}\nThêm`, since: stood(blank) });
  });

  test('the saved text is named in, as a change begun from it', () => {
    expect(naming(appointed, stood(blank, true))(undefined)).toEqual({ text: named, since: stood(blank, true) });
  });

  test('the draft, and a text that was worded otherwise, stay as they are', () => {
    const otherwise: Typed = { text: 'Đồng chí An điều hành', since: stood(null) };
    expect(naming(appointed, stood(null))(undefined)).toBeUndefined();
    expect(naming(appointed, stood(blank))(otherwise)).toBe(otherwise);
  });
});

describe('a text is saved on a slow line', () => {
  const sent = typing('A1', stood('A'))(undefined);

  test('what was typed meanwhile stays, and is saved next as written on from it', () => {
    const meanwhile = typing('A12', stood('A'))(sent);
    const after = saving('A1')(meanwhile);
    expect(after).toEqual({ text: 'A12', since: stood('A1') });
    expect(comparing(stood('A1'))(after)).toBe(after);
  });

  test('it goes on being shown until the page has it, or another written over it', () => {
    const after = saving('A1')(sent);
    expect(after?.text).toBe('A1');
    expect(comparing(stood('A1'))(after)).toBeUndefined();
    expect(comparing(stood('B'))(after)).toBeUndefined();
  });

  test('a draft that nobody typed in is written on from as well', () => {
    const after = saving('Dự thảo')(undefined);
    expect(typing('Dự thảo, thêm', stood(null))(after)).toEqual({ text: 'Dự thảo, thêm', since: stood('Dự thảo') });
  });
});

test('another’s text does not take the place of what is typed', () => {
  const mine: Typed = { text: 'A1', since: stood('A') };
  expect(comparing(stood('B'))(mine)).toBe(mine);
});

test('another’s text is told until it is said that what is typed is kept, and written over it then', () => {
  const mine: Typed = { text: 'A1', since: stood('A') };
  expect([isOther(undefined, stood('B')), isOther(mine, stood('A')), isOther(mine, stood('A1')), isOther(mine, stood('B'))]).toEqual([false, false, false, true]);
  const kept = keeping(stood('B'))(mine);
  expect(kept).toEqual({ text: 'A1', since: stood('B') });
  expect(isOther(kept, stood('B'))).toBe(false);
});
