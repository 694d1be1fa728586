/** The villages of one commune on the board of unified posts. */
import type { z } from 'zod';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import type { postContract } from '../post.contract.ts';
import { UnifiedPair } from './UnifiedMark.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';

type VillageRow = z.output<typeof postContract.unified.output>['items'][number]['villages'][number];

export function UnifiedVillages({ villages, label }: { readonly villages: readonly VillageRow[]; readonly label: string }) {
  const { t } = useText();
  const columns: readonly Column<VillageRow>[] = [
    { id: 'village', title: t(texts.village), priority: 1, cell: ({ village }) => <PageLink href={unitHref(village.id)}>{village.name}</PageLink> },
    {
      id: 'secretaryIsHead', title: t(texts.secretaryIsHead), priority: 2,
      cell: (row) => <UnifiedPair isUnified={row.secretaryIsHead} one={{ post: t(texts.cellSecretary), people: row.secretaries }} other={{ post: t(texts.villageHead), people: row.heads }} />,
    },
    {
      id: 'deputyIsFrontHead', title: t(texts.deputyIsFrontHead), priority: 2,
      cell: (row) => <UnifiedPair isUnified={row.deputyIsFrontHead} one={{ post: t(texts.deputy), people: row.deputies }} other={{ post: t(texts.frontHead), people: row.frontHeads }} />,
    },
  ];
  return <DataTable label={label} columns={columns} rows={villages} rowId={({ village }) => village.id} rowName={({ village }) => village.name} />;
}
