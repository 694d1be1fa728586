/** One rating: what was decided, which conditions hold, where each point comes from, what was corrected. */
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { ratingContract } from '../rating.contract.ts';
import { exclusionNames } from '../rating.kinds.ts';
import { AssessmentWords } from './AssessmentWords.tsx';
import { RatingActs, useIncluding } from './RatingActs.tsx';
import { GatesSection } from './GatesSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { levelName, seasonHref, stateMarks, stateNames, subjectName, type WholeRating } from './rating.words.ts';
import { useLevelWords } from './rating.columns.tsx';
import { ratingsTitles } from './ratings.titles.messages.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

export function RatingPage() {
  const id = usePathPart('id');
  const { data: rating, error, refetch } = useProcedure(ratingContract.rating, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!rating) return <PageSkeleton />;
  return <WholePage key={id} rating={rating} />;
}

function WholePage({ rating }: { readonly rating: WholeRating }) {
  const { t } = useText();
  const { seasonId, year, person, unit, state } = rating;
  const name = subjectName(rating);
  const historyHref = person ? `/xep-loai/nguoi/${person.id}` : `/xep-loai/don-vi/${unit.id}`;
  return (
    <>
      <PagePath steps={[{ label: t(ratingsTitles.ratings), href: '/xep-loai' }, ...(seasonId ? [{ label: t(texts.runningOpen, { year: String(year) }), href: seasonHref(seasonId) }] : []), { label: name }]} />
      <PageHead kicker={person ? `${unit.name} · ${t(texts.yearOf, { year: String(year) })}` : t(texts.yearOf, { year: String(year) })} title={name} marks={<StatusMark status={stateMarks[state]} label={t(stateNames[state])} />} acts={<><RatingActs rating={rating} /><Act href={historyHref}>{t(ratingsTitles.history)}</Act><PrintButton /></>} />
      <div className={classes.notices}><ExcludedNotice rating={rating} /></div>
      <div className={classes.columns}>
        <div className={classes.column}>
          <DecisionSection rating={rating} />
          <GatesSection rating={rating} />
          <FactsSection rating={rating} />
        </div>
        <div className={classes.column}>
          {seasonId && <Section title={t(texts.self)}><AssessmentWords rating={rating} assessment={rating.self} none={t(texts.selfNone)} /></Section>}
          {seasonId && (rating.appraisal || rating.may.includes('rating.appraise')) && <Section title={t(texts.appraisal)}><AssessmentWords rating={rating} assessment={rating.appraisal} none={t(texts.appraisalNone)} /></Section>}
          <TraceSection rating={rating} />
        </div>
      </div>
    </>
  );
}

function ExcludedNotice({ rating }: { readonly rating: WholeRating }) {
  const { t } = useText();
  const { include, busy, problem } = useIncluding(rating);
  if (!rating.exclusion) return null;
  const { why, reason } = rating.exclusion;
  return (
    <>
      <Notice tone="info" title={t(texts.excludedTitle, { why: t(exclusionNames[why]).toLocaleLowerCase('vi') })} acts={rating.may.includes('rating.appraise') && <Act busy={busy} onPress={include}>{t(texts.include)}</Act>}>{reason}</Notice>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}

function DecisionSection({ rating }: { readonly rating: WholeRating }) {
  const { t, day, number } = useText();
  const { decision, frame } = rating;
  if (!decision) return <Section title={t(texts.decision)}><EmptyState title={t(texts.undecided)} why={t(texts.undecidedWhy)} /></Section>;
  return (
    <Section title={t(texts.decision)}>
      <Facts facts={[
        { label: t(texts.level), value: <strong>{t(levelName(frame, decision.level))}</strong> },
        ...(decision.points === null ? [] : [{ label: t(texts.points), value: number(decision.points) }]),
        { label: t(texts.document), value: decision.document }, { label: t(texts.on), value: day(decision.on) },
        ...(decision.by ? [{ label: t(texts.by), value: decision.by }] : []), ...(decision.reason ? [{ label: t(texts.reason), value: decision.reason }] : []),
      ]} />
    </Section>
  );
}

function TraceSection({ rating }: { readonly rating: WholeRating }) {
  const { t, moment } = useText();
  const words = useLevelWords();
  const said = (decision: WholeRating['decision']) => (decision ? `${words({ frame: rating.frame ?? undefined, level: decision.level, points: decision.points })} (${decision.document})` : '');
  const titles = { decided: texts.traceDecided, entered: texts.traceEntered, corrected: texts.traceCorrected, takenBack: texts.traceTakenBack };
  if (rating.trace.length === 0) return null;
  return (
    <Section title={t(texts.trace)}>
      <Timeline
        label={t(texts.trace)}
        entries={rating.trace.map(({ kind, before, after, reason, at, by }) => ({
          id: at + kind, when: moment(at), title: t(titles[kind as keyof typeof titles], { before: said(before), after: said(after) }), tone: kind === 'corrected' || kind === 'takenBack' ? 'correction' : 'change',
          detail: reason && kind !== 'decided' ? t(texts.traceBy, { by: by ?? '', reason }) : by ?? undefined,
        }))}
      />
    </Section>
  );
}
