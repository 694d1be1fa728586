/** The annex of a decision: all that it assigned, to be printed or taken along as a Word file. */
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { day as asDay } from '../../../platform/day.ts';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { PaperGrid } from '../../meetings/web/PaperGrid.tsx';
import { PaperSheet } from '../../meetings/web/PaperSheet.tsx';
import { boardContract } from '../board.contract.ts';
import { tierNames } from '../oversight.kinds.ts';
import { annexRows, annexWidths, oversightWords, postInWords } from '../oversight.layout.ts';
import { oversightTitles } from './oversight.titles.messages.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { assignmentHref, OVERSIGHT, params, periodInWords, type AssignmentItem } from './oversight.words.ts';
import classes from './oversight.module.css';

export function AnnexPage() {
  const { t, day } = useText();
  const { today } = useAsOf();
  const [regulationId] = useAddressValue(params.regulation);
  const [decision] = useAddressValue(params.decision);
  const asked = { regulationId: regulationId ?? '', decision: decision ?? '' };
  const { data, error, refetch } = useProcedure(boardContract.annex, asked);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const columns: readonly Column<AssignmentItem>[] = [
    { id: 'unit', title: t(texts.unit), priority: 1, cell: ({ id, unit }) => <PageLink href={assignmentHref(id)} className={classes.open}>{unit.name}</PageLink> },
    { id: 'cadre', title: t(texts.cadre), priority: 2, cell: ({ person }) => person.name },
    { id: 'post', title: t(texts.post), priority: 2, cell: ({ post, tier }) => (post ? postInWords(post) : t(tierNames[tier])) },
    { id: 'period', title: t(texts.period), priority: 2, width: '13rem', cell: ({ period }) => periodInWords(period, { t, day }) },
  ];
  const file = `/api/oversight/annex.docx?${new URLSearchParams(asked).toString()}`;
  return (
    <>
      <PagePath steps={[{ label: t(oversightTitles.oversight), href: `${OVERSIGHT}?${params.regulation}=${data.regulation.id}` }, { label: t(oversightTitles.annex) }]} />
      <PageHead kicker={data.regulation.title} title={`${t(oversightTitles.annex)} · ${data.decision}`} description={data.regulation.unit.name} acts={<><a className={classes.file} href={file} download><IconFileTypeDocx size={18} aria-hidden />{t(texts.word)}</a><PrintButton /></>} />
      <DataTable label={t(oversightTitles.annex)} columns={columns} rows={data.items} rowId={({ id }) => id} rowName={({ unit }) => unit.name} />
      <PaperSheet unit={data.regulation.unit.name} parent={null} on={asDay(today)} name={oversightWords.annex} title={oversightWords.annexTitle(data.decision)} isPrintOnly>
        <PaperGrid label={oversightWords.annex} widths={annexWidths} head={oversightWords.head} rows={annexRows(data.items)} />
      </PaperSheet>
    </>
  );
}
