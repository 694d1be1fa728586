/** A review as it is read: facts of the records, points and answers, what is written, what was said and concluded. */
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { stateNames } from '../../shortcomings/shortcoming.kinds.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import { byBody, type WholeReview } from './review.words.ts';
import classes from './reviews.module.css';

interface PartProps {
  readonly review: WholeReview;
}

/** `opens`: the reader may open the records of the unit. */
export function ReviewFacts({ review: { facts, unit, person }, opens }: PartProps & { readonly opens: boolean }) {
  const { t, number, day } = useText();
  const { tasks, attendance, meetings, shortcomings } = facts;
  const counted = t(texts.tasksSay, { done: number(tasks.done), doneLate: number(tasks.doneLate), late: number(tasks.late), open: number(tasks.open) });
  const came = attendance ? t(texts.attendanceSays, { came: number(attendance.came), expected: number(attendance.expected) }) : t(texts.noAttendance);
  const rows = [
    { label: t(texts.tasks), value: opens ? <PageLink href={`/viec?donVi=${unit.id}`}>{counted}</PageLink> : counted },
    ...(person ? [{ label: t(texts.attendance), value: opens ? <PageLink href={`/con-nguoi/${person.id}`}>{came}</PageLink> : came }] : []),
    ...(meetings ? [{ label: t(texts.meetings), value: opens ? <PageLink href={`/sinh-hoat?donVi=${unit.id}`}>{number(meetings.held)}</PageLink> : number(meetings.held) }] : []),
  ];
  return (
    <Section title={t(texts.facts)} description={t(texts.factsAbout)}>
      <Facts facts={rows} />
      <h3 className={classes.heading}>{t(texts.earlier)}</h3>
      {shortcomings.length === 0 ? <p className={classes.soft}>{t(texts.noEarlier)}</p> : (
        <ul className={classes.list}>
          {shortcomings.map(({ id, what, foundOn, state }) => (
            <li key={id}>
              <PageLink href={opens ? `/han-che/${id}` : '/han-che-cua-toi'} className={classes.open}>{what}</PageLink>
              <div className={classes.foot}><span>{day(foundOn)}</span><span>{t(stateNames[state])}</span></div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function ReviewText({ review: { sections, suggestions, writtenFor } }: PartProps) {
  const { t } = useText();
  return (
    <>
      {writtenFor !== null && <p className={classes.soft}>{t(texts.writtenFor, { name: writtenFor })}</p>}
      {byBody(suggestions).map(({ body, points }) => (
        <Section key={body.id} title={t(texts.suggested, { unit: body.name })}>
          {points.map(({ id, text, answer }) => (
            <div key={id} className={classes.point}>
              <p className={classes.pointText}>{text}</p>
              {answer === '' ? <p className={classes.soft}>{t(texts.notAnswered)}</p> : <p className={classes.words}>{answer}</p>}
            </div>
          ))}
        </Section>
      ))}
      {sections.map(({ code, title, text }) => (
        <Section key={code} title={t(title)}>{text === '' ? <p className={classes.soft}>{t(texts.notWritten)}</p> : <p className={classes.words}>{text}</p>}</Section>
      ))}
    </>
  );
}

export function Conclusion({ review }: PartProps) {
  const { t, day } = useText();
  const { heldOn, meeting, opinions, conclusion, state, reason } = review;
  if (state === 'excused') return <Section title={t(texts.excuse)}><p className={classes.words}>{reason}</p></Section>;
  if (heldOn === null) return null;
  const facts = [
    { label: t(texts.heldOn), value: day(heldOn) },
    { label: t(texts.meeting), value: meeting && <PageLink href={`/sinh-hoat/${meeting.id}`}>{`${t(kindNames[meeting.kind])} ${day(meeting.on)}`}</PageLink> },
    { label: t(texts.opinions), value: opinions.length === 0 ? null : <ul className={classes.opinions}>{opinions.map(({ by, text }, at) => <li key={at}>{by ? `${by}: ${text}` : text}</li>)}</ul> },
    { label: t(texts.conclusion), value: <p className={classes.words}>{conclusion}</p> },
  ];
  return (
    <Section title={t(texts.held)}>
      <Facts facts={facts.filter(({ value }) => value !== null)} />
      <Former review={review} />
    </Section>
  );
}

function Former({ review: { former } }: PartProps) {
  const { t, day } = useText();
  if (former.length === 0) return null;
  return (
    <details>
      <summary>{t(texts.former)}</summary>
      {former.map(({ conclusion, opinions, by, replacedOn }, at) => (
        <div key={at} className={classes.point}>
          <p className={classes.soft}>{[t(texts.replacedOn, { day: day(replacedOn) }), by].filter(Boolean).join(' · ')}</p>
          {opinions.length > 0 && <ul className={classes.opinions}>{opinions.map(({ by: speaker, text }, line) => <li key={line}>{speaker ? `${speaker}: ${text}` : text}</li>)}</ul>}
          <p className={classes.words}>{conclusion}</p>
        </div>
      ))}
    </details>
  );
}
