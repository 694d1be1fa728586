/** One visit: whom met, what heard and promised, whether the meeting’s record agrees, pictures, what was corrected. */
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { requestOf } from '../../../shell/request.ts';
import { useMayVisit } from '../../../shell/session.ts';
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
import { standingNames } from '../../tasks/task.stages.ts';
import { petitionContract } from '../../petitions/petition.contract.ts';
import { stateNames as petitionStates } from '../../petitions/petition.kinds.ts';
import { visitContract } from '../visit.contract.ts';
import { heardTopicNames, metNames, visitKindNames } from '../visit.kinds.ts';
import type { VisitRecord } from '../visit.record.ts';
import { agreementWords } from './agreement.messages.ts';
import { pageTexts as texts } from './visit.page.messages.ts';
import { agreementMarks } from './visit.words.ts';
import { VisitActs } from './VisitActs.tsx';
import { visitsTitles } from './visits.titles.messages.ts';
import classes from './visits.module.css';

interface PartProps {
  readonly visit: VisitRecord;
}

export function VisitPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(visitContract.visit, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholePage key={id} visit={data} /> : <PageSkeleton />;
}

function WholePage({ visit }: PartProps) {
  const { t, day } = useText();
  return (
    <>
      <PagePath steps={[{ label: t(visitsTitles.visits), href: '/bam-co-so/tham' }, { label: visit.unit.name }]} />
      <PageHead kicker={visit.unit.name} title={`${t(visitKindNames[visit.kind])}, ${day(visit.on)}`} description={visit.person.name} acts={<VisitActs visit={visit} />} marks={visit.agreement === 'noMeeting' ? undefined : <StatusMark status={agreementMarks[visit.agreement]} label={t(agreementWords[visit.agreement])} />} />
      {visit.isWithdrawn && <div className={classes.notices}><Notice tone="warn" title={t(texts.isWithdrawn)}>{visit.steps.findLast(({ kind }) => kind === 'withdrawn')?.words ?? ''}</Notice></div>}
      <div className={classes.columns}>
        <div>
          <Heard visit={visit} />
          <Promised visit={visit} />
          <Asked visit={visit} />
          <Files visit={visit} />
        </div>
        <div>
          <BothSides visit={visit} />
          <Account visit={visit} />
          <Steps visit={visit} />
        </div>
      </div>
    </>
  );
}

function Heard({ visit: { heard } }: PartProps) {
  const { t } = useText();
  return (
    <Section title={t(texts.heard)}>
      {heard.length === 0 ? <p className={classes.soft}>{t(texts.heardNone)}</p> : <ul className={classes.list}>{heard.map(({ topic, text }, at) => <li key={at}><span className={classes.topic}>{t(heardTopicNames[topic])}</span>{text}</li>)}</ul>}
    </Section>
  );
}

function Promised({ visit: { promised } }: PartProps) {
  const { t, day } = useText();
  if (promised.length === 0) return null;
  return (
    <Section title={t(texts.promised)}>
      <ul className={classes.list}>
        {promised.map(({ id, text, dueOn, standing }) => (
          <li key={id}>{standing ? <PageLink href={`/viec/${id}`}>{text}</PageLink> : text}<span className={classes.small}>{[t(texts.due, { day: day(dueOn) }), standing && t(standingNames[standing])].filter(Boolean).join(' · ')}</span></li>
        ))}
      </ul>
    </Section>
  );
}

/** Without signal nothing is told of them here: they wait, or stand on the page of petitions. */
function Asked({ visit: { id } }: PartProps) {
  const { t } = useText();
  const mayRead = useMayVisit('petition.read');
  const { data } = useProcedure(petitionContract.list, { sourceId: id, limit: 20 }, { enabled: mayRead });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t(texts.petitions)}>
      <ul className={classes.list}>{data.items.map((one) => <li key={one.id}><PageLink href={`/kien-nghi/${one.id}`}>{one.text}</PageLink><span className={classes.small}>{t(one.topicName)} · {t(petitionStates[one.state])}</span></li>)}</ul>
    </Section>
  );
}

function Files({ visit: { id, files } }: PartProps) {
  const { t } = useText();
  if (files.length === 0) return null;
  return (
    <Section title={t(texts.files)}>
      <ul className={classes.photos}>
        {files.map(({ id: fileId, name, mediaType, base64 }) => {
          const href = base64 ? `data:${mediaType};base64,${base64}` : requestOf(visitContract.file, { id, fileId }).url;
          return <li key={fileId}><a className={classes.file} href={href} target="_blank" rel="noreferrer">{mediaType.startsWith('image/') ? <img className={classes.photo} src={href} alt={name} loading="lazy" /> : name}</a></li>;
        })}
      </ul>
    </Section>
  );
}

function BothSides({ visit: { agreement, meeting } }: PartProps) {
  const { t } = useText();
  if (agreement === 'noMeeting') return null;
  return (
    <Section title={t(texts.bothSides)}>
      <p className={classes.words}>{t(texts[agreement])}</p>
      {meeting && <p><PageLink href={`/sinh-hoat/${meeting.id}`}>{t(texts.toMeeting)}</PageLink></p>}
    </Section>
  );
}

function Account({ visit: { met, place, advice, recordedOn, writer } }: PartProps) {
  const { t, day } = useText();
  const facts = [
    { label: t(texts.met), value: met.length > 0 ? met.map((one) => t(metNames[one])).join(', ') : null },
    { label: t(texts.spot), value: place || null },
    { label: t(texts.advice), value: advice ? <p className={classes.words}>{advice}</p> : null },
    { label: t(texts.recordedOn), value: day(recordedOn) },
    { label: t(texts.writer), value: writer },
  ];
  return <Section title={t(texts.account)}><Facts facts={facts.filter(({ value }) => value !== null)} /></Section>;
}

const stepNames = { corrected: texts.stepCorrected, withdrawn: texts.stepWithdrawn, putBack: texts.stepPutBack } as const;

function Steps({ visit: { steps } }: PartProps) {
  const { t, day } = useText();
  if (steps.length === 0) return null;
  const entries = steps.map(({ kind, on, by, words, former }, at) => ({ id: String(at), when: day(on), title: t(stepNames[kind], { what: former.map((part) => t(texts[`part.${part}`])).join(', ') }), detail: [words, by].filter(Boolean).join(' · ') || undefined, tone: 'correction' as const }));
  return <Section title={t(texts.steps)}><Timeline label={t(texts.steps)} entries={entries.toReversed()} /></Section>;
}
