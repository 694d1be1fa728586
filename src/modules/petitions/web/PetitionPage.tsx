/** One petition: what is to be done about it next, the answer, what was asked, who had it, what is alike. */
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { petitionContract } from '../petition.contract.ts';
import { channelNames, outcomeNames, sourceNames } from '../petition.kinds.ts';
import type { WholePetition } from '../petition.record.ts';
import { placesSteps } from '../petition.ts';
import { Files } from './Files.tsx';
import { pageTexts as texts } from './petition.page.messages.ts';
import { bodyInWords, markOf, petitionHref, standingOf, stepNames } from './petition.words.ts';
import { MainActs, PetitionActs } from './PetitionActs.tsx';
import { PetitionerPart } from './PetitionerPart.tsx';
import { petitionsTitles } from './petitions.titles.messages.ts';
import { petitionsWeb } from './petitions.web.messages.ts';
import { Related } from './Related.tsx';
import classes from './petitions.module.css';

interface PartProps {
  readonly petition: WholePetition;
}

const MOST_LETTERS = 120;

export function PetitionPage() {
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(petitionContract.petition, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <WholePage key={id} petition={data} />;
}

function WholePage({ petition }: PartProps) {
  const { t } = useText();
  const { unit, text, topicName, isLate, answer } = petition;
  const isKept = petition.body.name === '';
  const standing = isKept ? t(petitionsWeb.waitsToBeSent) : isLate ? `${t(standingOf(petition))} · ${t(petitionsWeb.isLate)}` : t(standingOf(petition));
  const title = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).trimEnd()}…` : text;
  return (
    <>
      <PagePath steps={[{ label: t(petitionsTitles.petitions), href: '/kien-nghi' }, { label: t(topicName) }]} />
      <PageHead kicker={unit.name} title={title} marks={<StatusMark status={isKept ? 'silent' : markOf(petition)} label={standing} />} acts={<PetitionActs petition={petition} />} />
      <div className={classes.notices}><MainActs petition={petition} /></div>
      <div className={classes.columns}>
        <div className={classes.column}>
          {answer && <Answer petition={petition} />}
          {text.length > MOST_LETTERS && <Section title={t(texts.content)}><p className={classes.words}>{text}</p></Section>}
          <PetitionFacts petition={petition} />
          <PetitionerPart petition={petition} />
          <Files petition={petition} />
        </div>
        <div className={classes.column}>
          <Steps petition={petition} />
          <Related petition={petition} />
        </div>
      </div>
    </>
  );
}

function Answer({ petition: { answer, firstDays } }: PartProps) {
  const { t, day, number } = useText();
  if (!answer) return null;
  return (
    <Section title={t(texts.answer)}>
      <div className={classes.answer}>
        <div className={classes.answerHead}>
          <strong>{t(outcomeNames[answer.outcome])}</strong>
          <span>{t(texts.answeredBy, { body: answer.by.name, day: day(answer.on) })}</span>
          {answer.plannedOn && <span>{t(texts.plannedBy, { day: day(answer.plannedOn) })}</span>}
          {firstDays !== null && <span>{t(texts.waited)} {t(texts.workingDays, { count: number(firstDays) })}</span>}
        </div>
        <p className={classes.words}>{answer.text}</p>
      </div>
    </Section>
  );
}

function PetitionFacts({ petition }: PartProps) {
  const { t, day, number } = useText();
  const { source, sourceId, channel, peopleBehind, raisedOn, sinceOn, dueOn, moves, reopenings, lead, state } = petition;
  const isWaiting = state === 'received' || state === 'routed' || state === 'accepted' || state === 'reopened';
  const from = source === 'meeting' && sourceId ? <PageLink href={`/sinh-hoat/${sourceId}`}>{t(sourceNames[source])}</PageLink> : t(sourceNames[source]);
  const facts = [
    { label: t(texts.body), value: bodyInWords(petition) || null },
    { label: t(texts.dueOn), value: isWaiting && petition.body.name !== '' ? `${day(dueOn)} · ${t(texts.since).toLowerCase()} ${day(sinceOn)}` : null },
    { label: t(texts.raisedOn), value: day(raisedOn) },
    { label: t(texts.source), value: from },
    { label: t(texts.channel), value: channel && t(channelNames[channel]) },
    { label: t(texts.peopleBehind), value: peopleBehind === null ? null : number(peopleBehind) },
    { label: t(texts.moves), value: moves > 0 ? number(moves) : null },
    { label: t(texts.reopenings), value: reopenings > 0 ? number(reopenings) : null },
    { label: t(texts.lead), value: lead && <PageLink href={petitionHref(lead.id)}>{lead.text}</PageLink> },
  ];
  return <Section title={t(texts.facts)}><Facts facts={facts.filter(({ value }) => value !== null)} /></Section>;
}

/** What the place says itself, or an office says for it. */
const saidForPlace: readonly string[] = placesSteps;

function Steps({ petition: { unit: place, steps } }: PartProps) {
  const { t, day } = useText();
  const entries = steps.map(({ kind, on, by, unit, words, to, answer, was }, at) => ({
    id: String(at), when: day(on), title: t(stepNames[kind]), detail: [unit.name, to && t(texts.to, { body: bodyInWords(to) }), answer && t(outcomeNames[answer.outcome]), saidForPlace.includes(kind) && unit.id !== place.id && t(texts.forPlace), words, was && t(texts.was, { text: was.text, day: day(was.raisedOn) }), by].filter(Boolean).join(' · '), tone: kind === 'takenBack' || kind === 'corrected' ? 'correction' as const : 'change' as const,
  }));
  return <Section title={t(texts.steps)}><Timeline label={t(texts.steps)} entries={entries.toReversed()} /></Section>;
}
