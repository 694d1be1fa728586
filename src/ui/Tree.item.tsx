/** One row of a tree. */
import { Skeleton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useText } from './language.tsx';
import { PageLink } from './PageLink.tsx';
import type { TreeRow } from './tree.ts';
import classes from './Tree.module.css';
import { uiMessages } from './ui.messages.ts';

interface TreeItemProps {
  readonly row: TreeRow;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly top: number;
  readonly onToggle: (id: string) => void;
}

export function TreeItem({ row, isOpen, isCurrent, isTabStop, top, onToggle }: TreeItemProps) {
  const { node, level, waiting } = row;
  return (
    <div
      role="treeitem"
      data-id={node.id}
      className={classes.item}
      style={{ transform: `translateY(${top}px)`, paddingLeft: `${(level - 1) * 1.25 + 0.25}rem` }}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={node.hasChildren && !node.continues ? isOpen : undefined}
      aria-selected={isCurrent}
      data-current={isCurrent || undefined}
    >
      {waiting ? <Waiting row={row} onToggle={onToggle} /> : (
        <>
          <Twist row={row} isOpen={isOpen} onToggle={onToggle} />
          {node.href ? <PageLink href={node.href} className={classes.label} tabIndex={-1}>{node.label}</PageLink> : <Press row={row} onToggle={onToggle} />}
          {node.hint && <span className={classes.hint}>{node.hint}</span>}
          {node.mark}
        </>
      )}
    </div>
  );
}

/** Without a page of its own a branch opens by its name too. */
function Press({ row: { node }, onToggle }: Pick<TreeItemProps, 'row' | 'onToggle'>) {
  if (!node.hasChildren) return <span className={classes.label}>{node.label}</span>;
  return <span className={classes.label} data-press={node.continues ? 'further' : 'branch'} onClick={() => onToggle(node.id)}>{node.label}</span>;
}

function Twist({ row, isOpen, onToggle }: Pick<TreeItemProps, 'row' | 'isOpen' | 'onToggle'>) {
  if (!row.node.hasChildren || row.node.continues) return <span className={classes.twist} aria-hidden />;
  // Out of reach of Tab and of readers: → and ← on the row do the same.
  return (
    <span className={classes.twist} data-open={isOpen || undefined} aria-hidden onClick={() => onToggle(row.node.id)}>
      <IconChevronRight size={18} />
    </span>
  );
}

function Waiting({ row, onToggle }: Pick<TreeItemProps, 'row' | 'onToggle'>) {
  const { t } = useText();
  const { branch } = row;
  if (row.waiting === 'loading' || branch === undefined) {
    return <><span className={classes.twist} /><Skeleton height="1rem" width="12rem" aria-label={t(uiMessages.loading)} /></>;
  }
  return <span className={classes.failed} onClick={() => onToggle(branch)}>{t(uiMessages.branchFailed)}</span>;
}
