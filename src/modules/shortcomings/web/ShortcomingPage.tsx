/** One shortcoming: what is to be done about it next, the figures before and after, what was found, where it was found before. */
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { foundInNames, stateNames, topics } from '../shortcoming.kinds.ts';
import { ProofList } from './ProofList.tsx';
import { MainActs, ShortcomingActs } from './ShortcomingActs.tsx';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { formerInWords, markOf, shortcomingHref, sourceInWords, stepNames, type WholeShortcoming } from './shortcoming.words.ts';
import { shortcomingsTitles } from './shortcomings.titles.messages.ts';
import { shortcomingsWeb } from './shortcomings.web.messages.ts';
import classes from './shortcomings.module.css';

interface PartProps {
  readonly shortcoming: WholeShortcoming;
}

export function ShortcomingPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(shortcomingContract.shortcoming, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <WholePage key={id} shortcoming={data} />;
}

function WholePage({ shortcoming }: PartProps) {
  const { t } = useText();
  const { unit, person, what, topic, state, isLate } = shortcoming;
  const standing = isLate ? `${t(stateNames[state])} · ${t(shortcomingsWeb.isLate)}` : t(stateNames[state]);
  return (
    <>
      <PagePath steps={[{ label: t(shortcomingsTitles.shortcomings), href: '/han-che' }, { label: t(topics[topic]) }]} />
      <PageHead kicker={person ? `${unit.name} · ${person.name}` : unit.name} title={what} marks={<StatusMark status={markOf(shortcoming)} label={standing} />} acts={<ShortcomingActs shortcoming={shortcoming} />} />
      <div className={classes.notices}>
        {person && <Notice title={t(texts.personSealed)}>{t(texts.personSealedWhy, { name: person.name })}</Notice>}
        <MainActs shortcoming={shortcoming} />
      </div>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Remedy shortcoming={shortcoming} />
          <Section title={t(texts.proofs)}>{shortcoming.proofs.length > 0 ? <ProofList proofs={shortcoming.proofs} /> : <p className={classes.soft}>{t(texts.noProofs)}</p>}</Section>
        </div>
        <div className={classes.column}>
          <Finding shortcoming={shortcoming} />
          <Related shortcoming={shortcoming} />
          <Steps shortcoming={shortcoming} />
        </div>
      </div>
    </>
  );
}

export function Remedy({ shortcoming }: PartProps) {
  const { t, day } = useText();
  const { measure, owner, dueOn, firstDueOn, isLate, result, reportedOn } = shortcoming;
  if (measure === '') return <Section title={t(texts.remedy)}><p className={classes.soft}>{t(texts.noMeasure)}</p></Section>;
  const facts = [
    { label: t(texts.measure), value: <p className={classes.words}>{measure}</p> },
    { label: t(texts.owner), value: owner && owner.name },
    { label: t(texts.dueOn), value: dueOn && (isLate ? <StatusMark status="late" label={t(texts.overdue, { day: day(dueOn) })} /> : day(dueOn)) },
    { label: t(texts.firstDueOn), value: firstDueOn && firstDueOn !== dueOn ? day(firstDueOn) : null },
    { label: t(texts.result), value: result === '' ? null : <p className={classes.words}>{result}</p> },
    { label: t(texts.reportedOn), value: reportedOn && day(reportedOn) },
  ];
  return <Section title={t(texts.remedy)}><Facts facts={facts.filter(({ value }) => value !== null)} /></Section>;
}

function Finding({ shortcoming }: PartProps) {
  const { t, day } = useText();
  const { foundIn, foundOn, raisedBy, topic, cause, source } = shortcoming;
  const shown = source && sourceInWords(source, { t, day });
  const facts = [
    { label: t(texts.foundIn), value: t(foundInNames[foundIn]) },
    { label: t(texts.foundOn), value: day(foundOn) },
    { label: t(texts.raisedBy), value: raisedBy.name },
    { label: t(texts.topic), value: t(topics[topic]) },
    { label: t(texts.cause), value: cause === '' ? null : <p className={classes.words}>{cause}</p> },
    { label: t(texts.source), value: shown && (shown.href ? <PageLink href={shown.href}>{shown.label}</PageLink> : shown.label) },
  ];
  return <Section title={t(texts.finding)}><Facts facts={facts.filter(({ value }) => value !== null)} /></Section>;
}

function Related({ shortcoming: { related, unit } }: PartProps) {
  const { t, day } = useText();
  return (
    <Section title={t(texts.related)}>
      {related.length === 0 ? <p className={classes.soft}>{t(texts.noRelated)}</p> : (
        <ul className={classes.list}>
          {related.map((one) => (
            <li key={one.id}>
              <PageLink href={shortcomingHref(one.id)} className={classes.open}>{one.what}</PageLink>
              <div className={classes.foot}>
                <span>{day(one.foundOn)}</span>
                {one.unit.id !== unit.id && <span>{one.unit.name}</span>}
                <span>{t(stateNames[one.state])}</span>
                {one.isLinked && <span>{t(texts.linked)}</span>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Steps({ shortcoming: { steps } }: PartProps) {
  const { t, day } = useText();
  const entries = steps.map(({ kind, on, by, words, former }, at) => ({
    id: String(at), when: day(on), title: t(stepNames[kind]), detail: [...formerInWords(former, { t, day }), words, by].filter(Boolean).join(' · ') || undefined, tone: kind === 'takenBack' || kind === 'corrected' ? 'correction' as const : 'change' as const,
  }));
  return <Section title={t(texts.steps)}><Timeline label={t(texts.steps)} entries={entries.toReversed()} /></Section>;
}
