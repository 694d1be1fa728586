/** Cadres and what each follows; who follows too many, who left the post. */
import { useProcedure } from '../../../shell/api.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { postInWords } from '../oversight.layout.ts';
import { boardContract } from '../board.contract.ts';
import { tierNames } from '../oversight.kinds.ts';
import type { AskedBoard } from './BoardTable.tsx';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { assignmentHref, type CadreRow } from './oversight.words.ts';
import classes from './oversight.module.css';

export function CadresTable({ asked }: { readonly asked: AskedBoard }) {
  const { t, day } = useText();
  const { data, error, refetch } = useProcedure(boardContract.cadres, asked, { keepPrevious: true });
  const columns: readonly Column<CadreRow>[] = [
    { id: 'cadre', title: t(texts.cadre), priority: 1, cell: ({ person, post, tier }) => <>{person.name}<span className={classes.small}>{post ? postInWords(post) : t(tierNames[tier])}</span></> },
    { id: 'load', title: t(texts.load), priority: 2, align: 'end', width: '7rem', cell: ({ units }) => units.length },
    {
      id: 'units', title: t(texts.unit), priority: 2,
      cell: ({ units, isOver, leftPostOn }) => (
        <span className={classes.followers}>
          {units.length === 0 && <span className={classes.soft}>–</span>}
          {units.map(({ assignmentId, unit }) => <PageLink key={assignmentId} href={assignmentHref(assignmentId)} className={classes.open}>{unit.name}</PageLink>)}
          {isOver && <StatusMark status="late" label={t(texts.over)} />}
          {leftPostOn && <StatusMark status="due-soon" label={t(texts.leftPost, { day: day(leftPostOn) })} />}
        </span>
      ),
    },
  ];
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return <DataTable label={t(texts.byCadre)} columns={columns} rows={data?.items} rowId={({ person }) => person.id} rowName={({ person }) => person.name} empty={<p className={classes.soft}>{t(texts.noCadres)}</p>} />;
}
