/** Which rows of a tree are in sight, in order: flat, so that ten thousand can be drawn by the window. */
import type { ReactNode } from 'react';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  /** The kind of thing, said softly after the label. */
  readonly hint?: string;
  readonly mark?: ReactNode;
  readonly hasChildren: boolean;
  readonly href?: string;
  /** Stands for the rest of its level: opened, the nodes loaded for it take its place. */
  readonly continues?: true;
}

export type Branch = readonly TreeNode[] | 'loading' | 'failed';

export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: string | undefined;
  /** Place among its siblings, from 1, and how many these are. */
  readonly place: number;
  readonly of: number;
  /** Set on the row that stands for nodes on their way, or not to be had; `branch` is what is asked for. */
  readonly waiting?: 'loading' | 'failed';
  readonly branch?: string;
}

export interface TreeState {
  readonly roots: readonly TreeNode[];
  readonly branches: ReadonlyMap<string, Branch>;
  readonly open: ReadonlySet<string>;
}

export function visibleRows({ roots, branches, open }: TreeState): TreeRow[] {
  const rows: TreeRow[] = [];
  function add(nodes: readonly TreeNode[], level: number, parent: string | undefined): void {
    const siblings = wholeLevel(nodes, { branches, open });
    siblings.forEach((sibling, index) => {
      const { node } = sibling;
      rows.push({ ...sibling, level, parent, place: index + 1, of: siblings.length });
      if (node.continues || !open.has(node.id)) return;
      const branch = branches.get(node.id) ?? 'loading';
      if (typeof branch === 'string') rows.push(waitingRow(node, level + 1, branch));
      else add(branch, level + 1, node.id);
    });
  }
  add(roots, 1, undefined);
  return rows;
}

/** The nodes of a level with those of its further pages that were asked for, in their order. */
function wholeLevel(nodes: readonly TreeNode[], state: Pick<TreeState, 'branches' | 'open'>): readonly Pick<TreeRow, 'node' | 'waiting' | 'branch'>[] {
  return nodes.flatMap((node) => {
    if (!node.continues || !state.open.has(node.id)) return [{ node }];
    const further = state.branches.get(node.id) ?? 'loading';
    return typeof further === 'string' ? [{ node, waiting: further, branch: node.id }] : wholeLevel(further, state);
  });
}

function waitingRow(parent: TreeNode, level: number, waiting: 'loading' | 'failed'): TreeRow {
  const node = { id: `${parent.id} ${waiting}`, label: '', hasChildren: false };
  return { node, level, parent: parent.id, place: 1, of: 1, waiting, branch: parent.id };
}

export type TreeStep =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'toggle'; readonly id: string }
  | { readonly kind: 'none' };

/** What a key does in a tree, by the ARIA practice: → opens or goes in, ← closes or goes out. */
export function treeStep({ rows: all, open, at, key }: { rows: readonly TreeRow[]; open: ReadonlySet<string>; at: string; key: string }): TreeStep {
  // A row that will be gone in a moment can't hold the focus.
  const rows = all.filter((one) => one.waiting !== 'loading');
  const index = rows.findIndex((row) => row.node.id === at);
  const row = rows[index];
  if (!row) return { kind: 'none' };
  const isOpen = open.has(at);
  if (key === 'ArrowDown') return focusOn(rows[index + 1]);
  if (key === 'ArrowUp') return focusOn(rows[index - 1]);
  if (key === 'Home') return focusOn(rows[0]);
  if (key === 'End') return focusOn(rows.at(-1));
  if (key === 'ArrowRight' && row.node.hasChildren) return isOpen ? focusOn(firstWithin(rows, index)) : { kind: 'toggle', id: at };
  if (key === 'ArrowLeft') {
    if (isOpen) return { kind: 'toggle', id: at };
    return row.parent === undefined ? { kind: 'none' } : { kind: 'focus', id: row.parent };
  }
  return { kind: 'none' };
}

function firstWithin(rows: readonly TreeRow[], index: number): TreeRow | undefined {
  const next = rows[index + 1];
  return next?.parent === rows[index]?.node.id ? next : undefined;
}

function focusOn(row: TreeRow | undefined): TreeStep {
  return row ? { kind: 'focus', id: row.node.id } : { kind: 'none' };
}
