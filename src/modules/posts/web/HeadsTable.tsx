/** The heads one by one: village, since when in post, age, membership. */
import type { z } from 'zod';
import { DataTable, type DataTableProps } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import type { postContract } from '../post.contract.ts';
import { postKindName } from '../post.kinds.ts';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

type HeadRow = z.output<typeof postContract.heads.output>['items'][number];

interface HeadsTableProps {
  readonly tab: 'chua' | 'co' | 'tatCa';
  readonly rows: readonly HeadRow[] | undefined;
  readonly more: DataTableProps<HeadRow>['more'];
}

export function HeadsTable({ tab, rows, more }: HeadsTableProps) {
  const { t } = useText();
  const columns = useColumns(tab);
  return (
    <DataTable
      label={t(texts.headsTitle)} columns={columns} rows={rows} rowId={(row) => row.tenureId} rowName={(row) => row.person.fullName} rowHref={(row) => `/con-nguoi/${row.person.id}`} more={more}
      empty={<EmptyState title={t(tab === 'chua' ? texts.allMembers : texts.headsEmpty)} why={t(texts.headsEmptyWhy)} />}
    />
  );
}

function useColumns(tab: HeadsTableProps['tab']): readonly Column<HeadRow>[] {
  const { t, language, day, number } = useText();
  const membership: readonly Column<HeadRow>[] = [
    { id: 'standing', title: t(texts.standing), priority: 2, cell: (row) => (row.standing ? t(texts[`standing.${row.standing}`]) : t(texts.notShown)) },
    { id: 'memberSince', title: t(texts.memberSince), priority: 2, cell: (row) => (row.memberSince ? day(row.memberSince) : '–') },
  ];
  return [
    { id: 'name', title: t(texts.name), priority: 1, cell: (row) => row.person.fullName },
    {
      id: 'village', title: t(texts.village), priority: 2,
      cell: (row) => (
        <>
          <PageLink href={unitHref(row.village.id)}>{row.village.name}</PageLink>
          <span className={classes.also}>{postKindName(row.kind, language)}{row.alsoSecretary && `, ${t(texts.alsoSecretary)}`}</span>
        </>
      ),
    },
    { id: 'commune', title: t(texts.commune), priority: 2, cell: (row) => row.commune?.name ?? '–' },
    { id: 'since', title: t(texts.inPostSince), priority: 2, cell: (row) => day(row.since) },
    { id: 'age', title: t(texts.age), priority: 2, align: 'end', cell: (row) => (row.age === null ? '–' : number(row.age)) },
    ...(tab === 'chua' ? [] : membership),
  ];
}
