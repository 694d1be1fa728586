import { describe, expect, test } from 'vitest';
import { treeStep, visibleRows, type Branch, type TreeNode } from './tree.ts';

const province: TreeNode = { id: 'p', label: 'Đồng Tháp', hasChildren: true };
const communes: TreeNode[] = [{ id: 'a', label: 'Tân Phước', hasChildren: true }, { id: 'b', label: 'Tân Thành', hasChildren: false }];

function state(open: string[], branches: [string, Branch][] = [['p', communes]]) {
  return { roots: [province], branches: new Map(branches), open: new Set(open) };
}

describe('rows in sight', () => {
  test('a closed branch shows only itself', () => {
    expect(visibleRows(state([])).map((row) => row.node.id)).toEqual(['p']);
  });

  test('an open branch shows its children one level deeper, numbered among themselves', () => {
    const rows = visibleRows(state(['p']));
    expect(rows.map(({ node, level, place, of }) => [node.id, level, place, of])).toEqual([['p', 1, 1, 1], ['a', 2, 1, 2], ['b', 2, 2, 2]]);
  });

  test('children not yet fetched are stood in for by one waiting row', () => {
    const rows = visibleRows(state(['p', 'a']));
    expect(rows.map((row) => row.waiting)).toEqual([undefined, undefined, 'loading', undefined]);
  });

  test('the rest of a level, once fetched, takes the place of its row on the same level', () => {
    const rest: TreeNode = { id: 'rest', label: 'Xem tiếp', hasChildren: true, continues: true };
    const further: TreeNode[] = [{ id: 'c', label: 'Tân Hòa', hasChildren: false }];
    const of = (open: string[], branches: [string, Branch][]) => visibleRows(state(open, branches)).map(({ node, level, parent, place, of: all, waiting }) => [node.id, level, parent, `${place}/${all}`, waiting]);
    const pages: [string, Branch][] = [['p', [...communes, rest]]];
    expect(of(['p'], pages).at(-1)).toEqual(['rest', 2, 'p', '3/3', undefined]);
    expect(of(['p', 'rest'], pages).at(-1)).toEqual(['rest', 2, 'p', '3/3', 'loading']);
    expect(of(['p', 'rest'], [...pages, ['rest', further]]).at(-1)).toEqual(['c', 2, 'p', '3/3', undefined]);
  });

  test('ten thousand children are listed in well under a frame or two', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ id: `c${index}`, label: `Chi bộ ${index}`, hasChildren: false }));
    const before = performance.now();
    const rows = visibleRows(state(['p'], [['p', many]]));
    expect(rows).toHaveLength(10_001);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe('keys', () => {
  const press = (key: string, at: string, open: string[]) => treeStep({ rows: visibleRows(state(open)), open: new Set(open), at, key });

  test('→ opens a closed branch, then goes into it', () => {
    expect(press('ArrowRight', 'p', [])).toEqual({ kind: 'toggle', id: 'p' });
    expect(press('ArrowRight', 'p', ['p'])).toEqual({ kind: 'focus', id: 'a' });
  });

  test('← closes an open branch, and goes out of a leaf', () => {
    expect(press('ArrowLeft', 'p', ['p'])).toEqual({ kind: 'toggle', id: 'p' });
    expect(press('ArrowLeft', 'b', ['p'])).toEqual({ kind: 'focus', id: 'p' });
  });

  test('children on their way are stepped over', () => {
    expect(press('ArrowDown', 'a', ['p', 'a'])).toEqual({ kind: 'focus', id: 'b' });
    expect(press('ArrowRight', 'a', ['p', 'a'])).toEqual({ kind: 'none' });
  });

  test('↓ and ↑ walk the rows in sight and stop at the ends', () => {
    expect(press('ArrowDown', 'a', ['p'])).toEqual({ kind: 'focus', id: 'b' });
    expect(press('ArrowDown', 'b', ['p'])).toEqual({ kind: 'none' });
    expect(press('ArrowUp', 'p', ['p'])).toEqual({ kind: 'none' });
    expect(press('End', 'p', ['p'])).toEqual({ kind: 'focus', id: 'b' });
  });
});
