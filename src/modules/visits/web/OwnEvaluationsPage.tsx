/** How one was evaluated as a cadre who follows places: decided evaluations, for oneself alone. */
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { reportContract } from '../report.contract.ts';
import { EvaluationFacts, EvaluationWords } from './EvaluationWords.tsx';
import { evaluationTexts as texts } from './reports.messages.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

export function OwnEvaluationsPage() {
  const { t, day } = useText();
  const { data, error, refetch } = useProcedure(reportContract.ownEvaluations, {});
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <>
      <PageHead title={t(visitsTitles.ownEvaluations)} acts={<><Act kind="quiet" href="/bam-co-so/bao-cao">{t(visitsTitles.reports)}</Act><PrintButton /></>} />
      {data.items.length === 0 && <EmptyState title={t(texts.ownNone)} why={t(texts.ownNoneWhy)} />}
      {data.items.map((evaluation) => (
        <article key={evaluation.id} className={classes.folded}>
          <h2 className={classes.placeName}>{evaluation.unit.name} · {t(texts.period, { from: day(evaluation.from), to: day(evaluation.to) })}</h2>
          <EvaluationFacts evaluation={evaluation} />
          <EvaluationWords evaluation={evaluation} />
        </article>
      ))}
    </>
  );
}
