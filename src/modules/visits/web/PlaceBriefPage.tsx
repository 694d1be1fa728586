/** The brief of a place before a visit, on one page: readable without signal once it was fetched, and printed. */
import { useState, type ReactNode } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { stateNames as petitionStates } from '../../petitions/petition.kinds.ts';
import { postKindName } from '../../posts/post.kinds.ts';
import { stateNames } from '../../shortcomings/shortcoming.kinds.ts';
import { placeContract } from '../place.contract.ts';
import type { Brief } from '../place.shapes.ts';
import { RecordVisitSheet } from './RecordVisitSheet.tsx';
import { briefTexts as texts } from './visit.page.messages.ts';
import { visitHref } from './visit.words.ts';
import { visitsTitles } from './visits.titles.messages.ts';
import { visitsWeb } from './visits.web.messages.ts';
import classes from './visits.module.css';

interface PartProps {
  readonly brief: Brief;
}

export function PlaceBriefPage() {
  const unitId = usePathPart('id');
  const { data, error, refetch } = useProcedure(placeContract.brief, { unitId });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholeBrief key={unitId} brief={data} /> : <PageSkeleton />;
}

function WholeBrief({ brief }: PartProps) {
  const { t, day, number } = useText();
  const mayRecord = useMayVisit('visit.record');
  const isPerson = useSession().person !== undefined;
  const [isRecording, setRecording] = useState(false);
  const places = useProcedure(placeContract.places, {}, { enabled: mayRecord && isPerson });
  const own = places.data?.items ?? [];
  const cadres = brief.cadres.map(({ name }) => name).join(', ');
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.visits), href: '/bam-co-so/tham' }, { label: t(visitsTitles.brief) }]} />
      <PageHead kicker={t(visitsTitles.brief)} title={brief.unit.name} description={<>{t(texts.asOf, { day: day(brief.on), since: day(brief.since) })}{cadres && <span className={classes.small}>{t(texts.cadres)}: {cadres}</span>}</>} acts={<>{own.length > 0 && <Act kind="main" onPress={() => setRecording(true)}>{t(visitsWeb.record)}</Act>}<PrintButton /></>} />
      <div className={classes.columns}>
        <div>
          <Figures brief={brief} />
          <Listed title={t(texts.promises)} none={t(texts.noPromises)}>{brief.promises.map(({ id, title, owner, dueOn, isLate }) => (
            <li key={id}><PageLink href={`/viec/${id}`}>{title}</PageLink><span className={classes.small}>{[owner, dueOn && t(texts.dueOn, { day: day(dueOn) })].filter(Boolean).join(' · ')}</span>{isLate && <StatusMark status="late" />}</li>
          ))}</Listed>
          <Listed title={t(texts.petitions)} none={t(texts.noPetitions)}>{brief.petitions.map(({ id, unit, text, raisedOn, state, isLate }) => (
            <li key={id}><PageLink href={`/kien-nghi/${id}`}>{text}</PageLink><span className={classes.small}>{[unit.id === brief.unit.id ? null : unit.name, day(raisedOn), t(petitionStates[state])].filter(Boolean).join(' · ')}</span>{isLate && <StatusMark status="late" />}</li>
          ))}</Listed>
          <Listed title={t(texts.shortcomings)} none={t(texts.noShortcomings)}>{brief.shortcomings.map(({ id, what, foundOn, state }) => (
            <li key={id}><PageLink href={`/han-che/${id}`}>{what}</PageLink><span className={classes.small}>{t(texts.foundOn, { day: day(foundOn) })} · {t(stateNames[state])}</span></li>
          ))}</Listed>
        </div>
        <div>
          <Leaders brief={brief} />
          <Last brief={brief} />
          <Listed title={t(texts.meetings)} none={t(texts.noMeetings)}>{brief.meetings.map(({ id, unit, kind, on }) => <li key={id}><PageLink href={`/sinh-hoat/${id}`}>{day(on)} · {t(kindNames[kind])}</PageLink><span className={classes.small}>{unit.name}</span></li>)}</Listed>
          <Listed title={t(texts.missed)} none={t(texts.noMissed)}>{brief.missed.map(({ unit, months }) => <li key={unit.id}>{unit.name}<span className={classes.small}>{months.map(monthInWords).join(', ')}</span></li>)}</Listed>
          {brief.missedCells > brief.missed.length && <p className={classes.soft}>{t(texts.moreMissed, { count: number(brief.missedCells - brief.missed.length), all: number(brief.missedCells) })}</p>}
        </div>
      </div>
      {isRecording && <RecordVisitSheet places={own} unitId={brief.unit.id} onClose={() => setRecording(false)} />}
    </>
  );
}

function Listed({ title, none, children }: { readonly title: string; readonly none: string; readonly children: readonly ReactNode[] }) {
  return <Section title={title}>{children.length === 0 ? <p className={classes.soft}>{none}</p> : <ul className={classes.list}>{children}</ul>}</Section>;
}

function Leaders({ brief: { leaders } }: PartProps) {
  const { t, day, language } = useText();
  if (!leaders) return null;
  return (
    <Listed title={t(texts.leaders)} none={t(texts.noLeaders)}>{leaders.map(({ person, post, title, since }) => (
      <li key={`${person.id} ${post}`}>{person.name}<span className={classes.small}>{title ?? postKindName(post, language)} · {t(texts.inOfficeSince, { day: day(since) })}</span></li>
    ))}</Listed>
  );
}

function Last({ brief: { lastVisit } }: PartProps) {
  const { t, day } = useText();
  return (
    <Section title={t(texts.lastVisit)}>
      {lastVisit ? <p className={classes.words}><PageLink href={visitHref(lastVisit.id)}>{day(lastVisit.on)}</PageLink>{lastVisit.advice && <span className={classes.small}>{t(texts.adviceThen, { advice: lastVisit.advice })}</span>}</p> : <p className={classes.soft}>{t(texts.never)}</p>}
    </Section>
  );
}

function Figures({ brief: { figures, unit } }: PartProps) {
  const writing = useText();
  const { t } = writing;
  return (
    <Section title={t(texts.figures)}>
      {figures.length === 0 ? <p className={classes.soft}>{t(texts.noFigures)}</p> : (
        <ul className={classes.figures}>
          {figures.map(({ id, title, now, before }) => (
            <li key={id}>
              <PageLink href={`/so-lieu/${id}?donVi=${unit.id}`}>{t(title)}</PageLink>
              {now.base === 0 ? <span className={classes.small}>{t(texts.noValue)}</span> : <span className={classes.figureValue}>{valueInWords(now, writing)}</span>}
              {before && before.base !== 0 && <span className={classes.small}>{before.count === now.count && before.base === now.base ? t(texts.same) : t(texts.was, { value: valueInWords(before, writing) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function valueInWords({ count, base }: Brief['figures'][number]['now'], { number }: Pick<Writing, 'number'>): string {
  return base === null ? number(count) : `${number(count)}/${number(base)}`;
}

function monthInWords(month: string): string {
  const [year, of] = month.split('-') as [string, string];
  return `${of}/${year}`;
}
