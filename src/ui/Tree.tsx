/** A tree that fetches a branch when it is opened and draws only the rows in sight. Keys by the ARIA tree practice. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useGo } from './address.ts';
import { treeStep, visibleRows, type Branch, type TreeNode } from './tree.ts';
import { TreeItem } from './Tree.item.tsx';
import classes from './Tree.module.css';

const ROW_PX = 44;

export interface TreeProps {
  readonly label: string;
  readonly roots: readonly TreeNode[];
  readonly load: (id: string) => Promise<readonly TreeNode[]>;
  /** The node whose page is open. */
  readonly current?: string | undefined;
  /** Open from the start, e.g. the path to the current node. */
  readonly initiallyOpen?: readonly string[];
  readonly height?: string;
}

export function Tree({ label, roots, load, current, initiallyOpen = [], height = '70dvh' }: TreeProps) {
  const { branches, open, toggle } = useBranches(load, initiallyOpen);
  const rows = useMemo(() => visibleRows({ roots, branches, open }), [roots, branches, open]);
  const [focused, setFocused] = useState<string>();
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 10 });
  const go = useGo();
  const tabStop = rows.some((row) => row.node.id === focused) ? focused : current ?? rows[0]?.node.id;

  const moveTo = (id: string) => {
    setFocused(id);
    virtual.scrollToIndex(rows.findIndex((row) => row.node.id === id));
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus());
  };
  const continueWith = useContinuation({ branches, moveTo });
  const press = (id: string) => {
    if (rows.some(({ node }) => node.id === id && node.continues)) continueWith(id);
    toggle(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).dataset['id'];
    if (at === undefined) return;
    const row = rows.find((one) => one.node.id === at);
    if (event.key === 'Enter' && row?.node.href) return go(row.node.href);
    const step = treeStep({ rows, open, at, key: event.key === 'Enter' ? 'ArrowRight' : event.key });
    if (step.kind === 'none') return;
    event.preventDefault();
    if (step.kind === 'focus') moveTo(step.id);
    else press(step.id);
  };
  return (
    <div ref={frame} className={classes.frame} style={{ maxHeight: height }}>
      <div role="tree" aria-label={label} style={{ height: virtual.getTotalSize(), position: 'relative' }} onKeyDown={onKeyDown}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row && (
            <TreeItem key={row.node.id} row={row} isOpen={open.has(row.node.id)} isCurrent={row.node.id === current} isTabStop={row.node.id === tabStop} top={item.start} onToggle={press} />
          );
        })}
      </div>
    </div>
  );
}

/** The row that brings the rest of a level goes; the first that takes its place has the focus then. */
function useContinuation({ branches, moveTo }: { branches: ReadonlyMap<string, Branch>; moveTo: (id: string) => void }) {
  const [awaited, setAwaited] = useState<string>();
  const further = awaited === undefined ? undefined : branches.get(awaited);
  const first = Array.isArray(further) ? (further as readonly TreeNode[])[0] : undefined;
  const latest = useRef(moveTo);
  useEffect(() => { latest.current = moveTo; });
  useEffect(() => {
    if (first === undefined) return;
    setAwaited(undefined);
    latest.current(first.id);
  }, [first]);
  return setAwaited;
}

function useBranches(load: TreeProps['load'], initiallyOpen: readonly string[]) {
  const [branches, setBranches] = useState<ReadonlyMap<string, Branch>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(initiallyOpen));
  const asked = useRef(new Set<string>());
  const fetchBranch = useCallback((id: string) => {
    asked.current.add(id);
    const put = (branch: Branch) => setBranches((before) => new Map(before).set(id, branch));
    put('loading');
    load(id).then(put, () => {
      asked.current.delete(id);
      put('failed');
    });
  }, [load]);
  useEffect(() => {
    asked.current.clear();
    setBranches(new Map());
    // A new `load` means other data (another day): what stands open stays open and is fetched afresh.
  }, [fetchBranch]);
  useEffect(() => {
    for (const id of open) if (!asked.current.has(id) && branches.get(id) !== 'failed') fetchBranch(id);
  }, [open, branches, fetchBranch]);
  const toggle = useCallback((id: string) => {
    if (branches.get(id) === 'failed') return fetchBranch(id);
    return setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, [branches, fetchBranch]);
  return { branches, open, toggle };
}
