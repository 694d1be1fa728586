/** The communes on the board of unified posts; pressing one narrows the board to it and its villages. */
import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { stringifySearch, type AddressSearch } from '../../../ui/address.ts';
import { DataTable, type DataTableProps } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/table.ts';
import { UNIT_PARAM } from '../../membership/web/UnitFilter.tsx';
import type { postContract } from '../post.contract.ts';
import { People, UnifiedMark } from './UnifiedMark.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

type CommuneRow = z.output<typeof postContract.unified.output>['items'][number];

interface UnifiedCommunesProps {
  readonly rows: readonly CommuneRow[] | undefined;
  readonly more: DataTableProps<CommuneRow>['more'];
  readonly empty: ReactNode;
}

export function UnifiedCommunes({ rows, more, empty }: UnifiedCommunesProps) {
  const { t } = useText();
  const search = useSearch({ strict: false }) as AddressSearch;
  const columns = useColumns();
  const hrefOf = ({ commune, villages }: CommuneRow) => (villages.length === 0 ? undefined : `/chuc-vu/nhat-the${stringifySearch({ ...search, [UNIT_PARAM]: commune.id })}`);
  return <DataTable label={t(texts.unifiedTitle)} columns={columns} rows={rows} rowId={({ commune }) => commune.id} rowName={({ commune }) => commune.name} rowHref={hrefOf} more={more} empty={empty} />;
}

function useColumns(): readonly Column<CommuneRow>[] {
  const { t } = useText();
  return [
    { id: 'commune', title: t(texts.commune), priority: 1, cell: ({ commune }) => commune.name },
    { id: 'secretary', title: t(texts.secretary), priority: 2, cell: (row) => <People people={row.secretaries} /> },
    { id: 'chair', title: t(texts.chair), priority: 2, cell: (row) => <People people={row.chairs} /> },
    { id: 'secretaryIsChair', title: t(texts.secretaryIsChair), priority: 2, cell: (row) => <UnifiedMark isUnified={row.secretaryIsChair} ones={row.secretaries} others={row.chairs} /> },
    { id: 'secretaryIsHead', title: t(texts.secretaryIsHead), priority: 2, cell: ({ summary }) => <OfVillages count={summary.secretaryIsHead} villages={summary.villages} /> },
    { id: 'deputyIsFrontHead', title: t(texts.deputyIsFrontHead), priority: 2, cell: ({ summary }) => <OfVillages count={summary.deputyIsFrontHead} villages={summary.villages} /> },
  ];
}

function OfVillages({ count, villages }: { readonly count: number; readonly villages: number }) {
  const { t, share } = useText();
  if (villages === 0) return <span className={classes.soft}>{t(texts.noVillages)}</span>;
  const { percent, ratio } = share({ count, base: villages });
  return <>{t(texts.ofVillages, { ratio })} <span className={classes.soft}>({percent})</span></>;
}
