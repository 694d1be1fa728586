import { describe, expect, test } from 'vitest';
import type { Line } from '../measure.ts';
import { markdownTable, number, resultsPage, terminalTable, type Results } from '../report.ts';

const line: Line = {
  workload: 'list', what: 'first page', by: '50 users', requests: 1200, errors: 0, perSecond: 240.4, ms: { p50: 3.21, p95: 12.34, p99: 120.6, most: 200 },
  rows: 50, limit: { what: 'same SQL', perSecond: 400, ratio: 0.601 }, budget: { text: 'p95 < 50 ms', met: true },
};

function results(size: string, lines: readonly Line[]): Results {
  return {
    at: '2026-11-21T00:00:00.000Z', size, machine: { cpu: 'a processor', cores: 2, memoryGigabytes: 24, system: 'linux' }, versions: { Node: '26' }, rows: { people: 240_000 },
    settings: { seconds: 5, repeats: 3 }, loadBefore: 0.1, lines, memory: { peakMegabytes: 300, byWorkload: { list: 300 }, budget: { text: '< 512 MB', met: true } }, skipped: [],
  };
}

describe('the table', () => {
  test('shows ratio, percentiles and what the budget says', () => {
    const text = terminalTable([line]);
    expect(text).toContain('60.1 %');
    expect(text).toContain('12.3');
    expect(text).toContain('p95 < 50 ms: met');
  });

  test('says loudly what was missed and how much failed', () => {
    const text = terminalTable([{ ...line, errors: 3, budget: { text: 'p95 < 50 ms', met: false } }]);
    expect(text).toContain('MISSED');
    expect(text).toContain('(3 failed)');
  });

  test('keeps its columns in line', () => {
    const [head = '', first = ''] = terminalTable([line]).split('\n');
    expect(first.indexOf('first page')).toBe(head.indexOf('what'));
  });

  test('escapes what would end a cell of Markdown', () => {
    expect(markdownTable([{ ...line, what: 'a|b' }])).toContain('a\\|b');
  });
});

describe('the page of results', () => {
  test('keeps the sections of other sizes and replaces that of the same', () => {
    const country = resultsPage(undefined, results('country', [{ ...line, what: 'old' }]));
    const both = resultsPage(country, results('province', [line]));
    const again = resultsPage(both, results('country', [{ ...line, what: 'new' }]));
    expect(again.match(/^## /gm)).toHaveLength(2);
    expect(again).toContain('new');
    expect(again).not.toContain('| old |');
    expect(again).toContain('## province');
  });
});

test('numbers have as many digits as say something', () => {
  expect([1.234, 12.34, 1234.5, Number.NaN].map(number)).toEqual(['1.23', '12.3', '1,235', '–']);
});
