/**
 * The tree of one hierarchy on a day. Branches come page by page: of ten thousand units under one, the first page opens
 * at once and its last row brings the next.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { procedureQuery, useProcedure } from '../../../shell/api.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { TreeNode } from '../../../ui/tree.ts';
import { Tree } from '../../../ui/Tree.tsx';
import { unitContract, type UnitItem } from '../unit.contract.ts';
import type { Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { hierarchyName, kindWords, unitHref } from './unit.words.ts';

const PAGE = 300;
/** An id that stands for the rest of a branch: the unit above (empty for the topmost) and where to go on. */
const REST = /^rest ([0-9a-f-]*) (.+)$/;

export function UnitTree({ hierarchy, day }: { readonly hierarchy: Hierarchy; readonly day: string }) {
  const writing = useText();
  const { t, language } = writing;
  const client = useQueryClient();
  const first = useProcedure(unitContract.children, { hierarchy, asOf: day, limit: PAGE });
  const load = useCallback(async (id: string) => {
    const [, above = id, cursor] = REST.exec(id) ?? [];
    const input = { hierarchy, asOf: day, limit: PAGE, ...(above ? { id: above } : {}), ...(cursor ? { cursor } : {}) };
    return nodesOf(await client.fetchQuery(procedureQuery(unitContract.children, input)), { above, writing });
  }, [client, hierarchy, day, writing]);
  if (first.error) return <ProblemNotice problem={first.error} onRetry={() => void first.refetch()} />;
  if (!first.data) return <Patiently><LineSkeletons count={8} /></Patiently>;
  const roots = nodesOf(first.data, { above: '', writing });
  if (roots.length === 0) return <NoUnits hierarchy={hierarchy} day={day} />;
  const [only, ...others] = roots;
  return (
    <Tree
      label={t(unitTexts.treeOf, { hierarchy: hierarchyName(hierarchy, language) })}
      roots={roots}
      load={load}
      initiallyOpen={only && others.length === 0 ? [only.id] : []}
    />
  );
}

export function NoUnits({ hierarchy, day }: { readonly hierarchy: Hierarchy; readonly day: string }) {
  const { t, day: written, language } = useText();
  return (
    <EmptyState
      title={t(unitTexts.nobodyTitle, { hierarchy: hierarchyName(hierarchy, language) })}
      why={t(unitTexts.nobodyWhy, { day: written(day) })}
      importHref="/nhap-du-lieu"
    />
  );
}

interface Level {
  readonly items: readonly UnitItem[];
  readonly next: string | null;
}

function nodesOf({ items, next }: Level, { above, writing }: { above: string; writing: Writing }): readonly TreeNode[] {
  const nodes = items.map((unit) => nodeOf(unit, writing));
  const last = items.at(-1);
  if (next === null || !last) return nodes;
  return [...nodes, { id: `rest ${above} ${next}`, label: writing.t(unitTexts.moreAfter, { name: last.name }), hasChildren: true, continues: true }];
}

function nodeOf(unit: UnitItem, { language, number }: Writing): TreeNode {
  const kind = kindWords(unit, language);
  const hint = unit.children > 0 ? `${kind} · ${number(unit.children)}` : kind;
  return { id: unit.id, label: unit.name, hint, hasChildren: unit.children > 0, href: unitHref(unit.id) };
}
