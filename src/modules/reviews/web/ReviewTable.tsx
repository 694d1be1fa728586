/** Reviews as a table; on a phone of whom it is names the card. */
import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { formNames, reviewStateNames, reviewStates } from '../review.kinds.ts';
import { markOf, reviewHref, standingInWords, whoseInWords, type ReviewItem } from './review.words.ts';
import { reviewsTitles } from './reviews.titles.messages.ts';
import { reviewsWeb as texts } from './reviews.web.messages.ts';
import classes from './reviews.module.css';

export const params = { of: 'cua', state: 'tinhTrang' } as const;

export function ReviewChips() {
  const { t } = useText();
  return (
    <div className={classes.filters}>
      <FilterChips
        filters={[
          { param: params.of, label: t(texts.of), single: true, choices: [{ id: 'collectives', label: t(texts.collectives) }, { id: 'people', label: t(texts.people) }] },
          { param: params.state, label: t(texts.state), choices: reviewStates.map((id) => ({ id, label: t(reviewStateNames[id]) })) },
        ]}
      />
    </div>
  );
}

type Rows = Pick<DataTableProps<ReviewItem>, 'rows' | 'more'>;

export function ReviewTable({ rows, more, hrefOf = reviewHref, empty }: Rows & { readonly hrefOf?: (id: string) => string; readonly empty?: ReactNode }) {
  const { t, day } = useText();
  const columns: readonly Column<ReviewItem>[] = [
    { id: 'who', title: t(texts.who), priority: 1, cell: (row) => <><span className={classes.who}>{whoseInWords(row, { t })}</span><span className={classes.small}>{row.unit.name}</span></> },
    { id: 'form', title: t(texts.cycle), priority: 2, cell: (row) => <>{row.cycle.title}<span className={classes.small}>{t(formNames[row.form])}</span></> },
    { id: 'due', title: t(texts.dueOn), priority: 2, width: '8rem', cell: (row) => day(row.dueOn) },
    { id: 'suggestions', title: t(texts.suggestions), priority: 3, width: '9rem', cell: (row) => (row.suggested === 0 ? '–' : t(texts.answeredOf, { answered: String(row.answered), suggested: String(row.suggested) })) },
    { id: 'state', title: t(texts.state), priority: 2, width: '13rem', cell: (row) => <StatusMark status={markOf(row)} label={standingInWords(row, { t })} /> },
  ];
  return <DataTable label={t(reviewsTitles.reviews)} columns={columns} rows={rows} more={more} rowId={(row) => row.id} rowName={(row) => `${whoseInWords(row, { t })}, ${row.unit.name}`} rowHref={(row) => hrefOf(row.id)} empty={empty ?? <EmptyState title={t(texts.emptyTitle)} why={t(texts.emptyWhy)} />} />;
}
