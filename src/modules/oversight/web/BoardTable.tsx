/** Units and who follows each; nobody is as visible as somebody. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { boardContract } from '../board.contract.ts';
import { AssignSheet } from './AssignSheet.tsx';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { assignmentHref, ON, params, type BoardRow } from './oversight.words.ts';
import classes from './oversight.module.css';

export interface AskedBoard {
  readonly regulationId: string;
  readonly on: string;
}

export function BoardTable({ asked, mayAssign }: { readonly asked: AskedBoard; readonly mayAssign: boolean }) {
  const { t } = useText();
  const [gap, setGap] = useAddressValue(params.gap);
  const [search] = useAddressValue(params.search);
  const [assigning, setAssigning] = useState<BoardRow>();
  const { rows, more, error, retry } = useRows(boardContract.board, { ...asked, ...(gap === ON ? { gap: 'yes' as const } : {}), ...(search ? { search } : {}), limit: 50 });
  const columns = useBoardColumns(mayAssign ? setAssigning : undefined);
  return (
    <>
      <div className={classes.tools} data-screen-only>
        <AddressSearchBox param={params.search} label={t(texts.searchUnit)} />
        <Checkbox size="md" label={t(texts.onlyGaps)} checked={gap === ON} onChange={(event) => setGap(event.currentTarget.checked ? ON : undefined)} />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && <DataTable label={t(texts.byUnit)} columns={columns} rows={rows} more={more} rowId={(row) => row.unit.id} rowName={(row) => row.unit.name} empty={<EmptyState title={t(texts.noUnitsTitle)} why={t(texts.noUnitsWhy)} />} />}
      {assigning && <AssignSheet regulationId={asked.regulationId} pairs={[{ unit: assigning.unit }]} onClose={() => setAssigning(undefined)} />}
    </>
  );
}

function useBoardColumns(onAssign: ((row: BoardRow) => void) | undefined): readonly Column<BoardRow>[] {
  const { t } = useText();
  return [
    { id: 'unit', title: t(texts.unit), priority: 1, cell: ({ unit }) => <PageLink href={unitHref(unit.id)} className={classes.open}>{unit.name}</PageLink> },
    { id: 'area', title: t(texts.area), priority: 2, width: '14rem', cell: ({ area }) => (area ? <>{area.name}{area.isFormer && <span className={classes.small}>{t(texts.formerArea)}</span>}</> : '–') },
    { id: 'followers', title: t(texts.followers), priority: 2, cell: (row) => <Followers row={row} /> },
    ...(onAssign ? [{ id: 'act', title: t(texts.assign), priority: 2 as const, width: '10rem', screenOnly: true, cell: (row: BoardRow) => <span className={classes.act}><Act kind="quiet" onPress={() => onAssign(row)} aria-label={`${t(texts.assign)}: ${row.unit.name}`}>{t(texts.assign)}</Act></span> }] : []),
  ];
}

function Followers({ row: { followers, uncoveredSince } }: { readonly row: BoardRow }) {
  const { t, day } = useText();
  if (followers.length === 0) return <StatusMark status="late" label={t(texts.nobodySince, { day: uncoveredSince ? day(uncoveredSince) : '–' })} />;
  return (
    <span className={classes.followers}>
      {followers.map(({ assignmentId, person, leftPostOn }) => (
        <span key={assignmentId}>
          <PageLink href={assignmentHref(assignmentId)} className={classes.open}>{person.name}</PageLink>
          {leftPostOn && <StatusMark status="due-soon" label={t(texts.leftPost, { day: day(leftPostOn) })} />}
        </span>
      ))}
    </span>
  );
}
