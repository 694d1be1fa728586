/** What a clause asks for and what the unit answers; the share of a target is told apart from what was reached. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { documentHref } from '../../documents/web/document.words.ts';
import { furthestOf, isLessThanAsked } from '../answer.ts';
import { clausesHref, demandsOf, type AskedClause } from './cascade.words.ts';
import { radarTexts as texts } from './radar.messages.ts';
import classes from './cascades.module.css';

export function AnswerWords({ clause }: { readonly clause: AskedClause }) {
  const writing = useText();
  const { t, day } = writing;
  const { answer, wording } = clause;
  const demands = demandsOf(clause, writing);
  return (
    <>
      <p className={classes.plain}>{wording}</p>
      {demands && <span className={classes.small}>{demands}</span>}
      {answer && (
        <div className={classes.answer}>
          {answer.isOlder && <strong>{t(texts.isOlder)}</strong>}
          {answer.reason && <span>{t(reasonOf(clause), { reason: answer.reason })}</span>}
          {answer.documents.map(({ id, symbol, summary }) => <span key={id}><PageLink href={documentHref(id)}>{t(texts.by, { symbol })}</PageLink> {summary}</span>)}
          {answer.clauses.map((own) => <span key={own.id}><PageLink href={clausesHref(own.documentId)}>{t(texts.byClause, { symbol: own.symbol, label: own.label, wording: own.wording })}</PageLink></span>)}
          <Targets clause={clause} />
          {answer.tasks.map((task) => <span key={task.id}>{task.settledOn ? t(texts.taskDone, { title: task.title, day: day(task.settledOn) }) : task.dueOn ? t(texts.taskOpenDue, { title: task.title, day: day(task.dueOn) }) : t(texts.taskOpen, { title: task.title })}</span>)}
          <span className={classes.small}>{[t(texts.answeredOn, { day: day(answer.answeredOn) }), answer.dueOn && t(texts.ownDue, { day: day(answer.dueOn) }), answer.doneOn && t(texts.doneClause, { day: day(answer.doneOn) })].filter(Boolean).join(' · ')}</span>
        </div>
      )}
    </>
  );
}

function reasonOf({ answer, ...clause }: AskedClause) {
  if (answer?.kind === 'notApplicable') return texts.reason;
  const isLess = isLessThanAsked(answer?.target ?? null, clause);
  if (answer?.documents.length === 0) return isLess ? texts.directLessReason : texts.directReason;
  return texts.lessReason;
}

function Targets({ clause: { answer, target, measure, toward } }: { readonly clause: AskedClause }) {
  const { t, day, number, percent } = useText();
  const own = furthestOf((answer?.clauses ?? []).flatMap((one) => one.target ?? []), toward) ?? answer?.target ?? null;
  const value = answer?.value ?? null;
  // A target from above is reached or not: its share tells nothing.
  const share = (of: number | null) => (value === null || of === null || of <= 0 || toward !== 'atLeast' ? undefined : percent((value.value / of) * 100));
  const shares = [share(target) && t(texts.ofTarget, { percent: share(target)! }), own !== null && own !== target && share(own) && t(texts.ofOwnTarget, { percent: share(own)! })].filter(Boolean);
  return (
    <>
      {own !== null && <span>{t(texts.ownTarget, { number: number(own), measure: measure ?? '' })}</span>}
      {value && <span><strong>{t(texts.value, { day: day(value.on), number: number(value.value), measure: measure ?? '' })}</strong>{shares.length > 0 && ` (${shares.join('; ')})`}</span>}
      {value?.source && <span className={classes.small}>{t(texts.valueSource, { source: value.source })}</span>}
    </>
  );
}
