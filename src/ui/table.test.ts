import { describe, expect, test } from 'vitest';
import { cardPlan, nextSort, parseSort, sortText, visibleColumns, type Column } from './table.ts';

const cell = () => null;
const columns: Column<object>[] = [
  { id: 'code', title: 'Mã', cell, priority: 3 },
  { id: 'name', title: 'Tên', cell, priority: 1 },
  { id: 'cells', title: 'Chi bộ', cell, priority: 2 },
  { id: 'area', title: 'Diện tích', cell, hidden: true },
];

describe('sorting', () => {
  test('the same column turns round, another begins ascending', () => {
    expect(nextSort(undefined, 'name')).toEqual({ by: 'name', descending: false });
    expect(nextSort({ by: 'name', descending: false }, 'name')).toEqual({ by: 'name', descending: true });
    expect(nextSort({ by: 'name', descending: true }, 'cells')).toEqual({ by: 'cells', descending: false });
  });

  test('a sort comes back from the address as it went', () => {
    for (const sort of [{ by: 'name', descending: true }, { by: 'name', descending: false }]) expect(parseSort(sortText(sort))).toEqual(sort);
    expect(parseSort(undefined)).toBeUndefined();
  });
});

describe('columns', () => {
  const shown = (...toggled: string[]) => visibleColumns(columns, new Set(toggled)).map((column) => column.id);

  test('hidden columns wait to be chosen, shown ones can be left out', () => {
    expect(shown()).toEqual(['code', 'name', 'cells']);
    expect(shown('area', 'cells')).toEqual(['code', 'name', 'area']);
  });

  test('the first column names the row and always stays', () => {
    expect(shown('code')).toContain('code');
  });

  test('a card is named by priority 1 and leaves out priority 3 and what is hidden', () => {
    const plan = cardPlan(columns);
    expect(plan.name?.id).toBe('name');
    expect(plan.lines.map((column) => column.id)).toEqual(['cells']);
  });
});
