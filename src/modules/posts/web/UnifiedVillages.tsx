/** The villages of one commune on the board of unified posts. */
import type { z } from 'zod';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import type { Column } from '../../../ui/table.ts';
import type { postContract } from '../post.contract.ts';
import { People, UnifiedMark } from './UnifiedMark.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';

type VillageRow = z.output<typeof postContract.unified.output>['items'][number]['villages'][number];

export function UnifiedVillages({ villages, label }: { readonly villages: readonly VillageRow[]; readonly label: string }) {
  const { t } = useText();
  const columns: readonly Column<VillageRow>[] = [
    { id: 'village', title: t(texts.village), priority: 1, cell: ({ village }) => <PageLink href={`/to-chuc/${village.id}`}>{village.name}</PageLink> },
    { id: 'secretary', title: t(texts.cellSecretary), priority: 2, cell: (row) => <People people={row.secretaries} /> },
    { id: 'head', title: t(texts.villageHead), priority: 2, cell: (row) => <People people={row.heads} /> },
    { id: 'secretaryIsHead', title: t(texts.secretaryIsHead), priority: 2, cell: (row) => <UnifiedMark isUnified={row.secretaryIsHead} ones={row.secretaries} others={row.heads} /> },
    { id: 'deputy', title: t(texts.deputy), priority: 2, cell: (row) => <People people={row.deputies} /> },
    { id: 'frontHead', title: t(texts.frontHead), priority: 2, cell: (row) => <People people={row.frontHeads} /> },
    { id: 'deputyIsFrontHead', title: t(texts.deputyIsFrontHead), priority: 2, cell: (row) => <UnifiedMark isUnified={row.deputyIsFrontHead} ones={row.deputies} others={row.frontHeads} /> },
  ];
  return <DataTable label={label} columns={columns} rows={villages} rowId={({ village }) => village.id} rowName={({ village }) => village.name} />;
}
