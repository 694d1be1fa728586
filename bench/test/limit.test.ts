import { describe, expect, test } from 'vitest';
import { statementsFrom } from '../capture.ts';
import { scriptOf, transactionsPerSecond } from '../limit.ts';

describe('a script for pgbench', () => {
  test('names each value apart, so that scripts do not share them', () => {
    const statement = { text: 'select * from people where id = $1 and home_id = $2', values: ['x', '1'] };
    const script = scriptOf([statement, statement], 4);
    expect(script.text).toBe('select * from people where id = :v4_0_1 and home_id = :v4_0_2;\nselect * from people where id = :v4_1_1 and home_id = :v4_1_2;');
    expect(script.variables).toEqual({ v4_0_1: 'x', v4_0_2: '1', v4_1_1: 'x', v4_1_2: '1' });
  });

  test('tells $1 from $11 and leaves casts alone', () => {
    const values = Array.from({ length: 11 }, (_, at) => String(at));
    expect(scriptOf([{ text: 'select $11::text, $1::uuid', values }], 0).text).toBe('select :v0_0_11::text, :v0_0_1::uuid;');
  });

  test('writes null where there is no value: pgbench has no null', () => {
    expect(scriptOf([{ text: 'select $1::text', values: [null] }], 0)).toEqual({ text: 'select null::text;', variables: {} });
  });

  test('keeps pgbench from taking part of a text for a variable', () => {
    expect(scriptOf([{ text: "select to_char(now(), 'HH24:MI')", values: [] }], 0).text).toBe("select to_char(now(), ('HH24:' || 'MI'));");
  });

  test('is refused where a colon word stands outside a text', () => {
    expect(() => scriptOf([{ text: 'select a[1:n] from t', values: [] }], 0)).toThrow(':n');
  });
});

test('transactions a second are read from what pgbench says', () => {
  expect(transactionsPerSecond('latency average = 1 ms\ntps = 1234.5 (without initial connection time)')).toBe(1234.5);
  expect(() => transactionsPerSecond('nothing')).toThrow('no tps');
});

test('statements belong to the request that sent them, in order; those that write are left out', () => {
  const lines = [
    { tag: '0', text: 'select 1', values: [] },
    { tag: '1', text: 'select 2', values: ['a'] },
    { tag: '0', text: 'update sessions set seen_at = $1', values: [] },
    { tag: '0', text: 'with x as (select 3) select * from x', values: [] },
    { tag: '0', text: 'with gone as (delete from sessions returning 1) select * from gone', values: [] },
  ].map((line) => JSON.stringify(line)).join('\n');
  expect(statementsFrom(lines, 2)).toEqual([
    [{ text: 'select 1', values: [] }, { text: 'with x as (select 3) select * from x', values: [] }],
    [{ text: 'select 2', values: ['a'] }],
  ]);
});
