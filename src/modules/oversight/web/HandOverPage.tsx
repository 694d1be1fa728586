/** The hand-over file of a unit: on screen with its records, on paper and in Word laid out like the Party's papers. */
import { IconFileTypeDocx } from '@tabler/icons-react';
import type { Text } from '../../../platform/contract.ts';
import { useProcedure } from '../../../shell/api.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { inCapitals } from '../../meetings/meeting.layout.ts';
import { Lines } from '../../meetings/web/MinutesPrint.tsx';
import { PaperSheet, Signature } from '../../meetings/web/PaperSheet.tsx';
import papers from '../../meetings/web/papers.module.css';
import { boardContract } from '../board.contract.ts';
import { oversightContract } from '../oversight.contract.ts';
import { handOverLines, oversightWords } from '../oversight.layout.ts';
import { ReopenAct } from './ReopenAct.tsx';
import { oversightTitles } from './oversight.titles.messages.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { assignmentHref, OVERSIGHT, periodInWords } from './oversight.words.ts';
import classes from './oversight.module.css';

export function HandOverPage() {
  const { t, day } = useText();
  const id = usePathPart('id');
  const { data, error, refetch } = useProcedure(boardContract.handOver, { id });
  const whole = useProcedure(oversightContract.assignment, { id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { assignment: { unit, person, period, regulation }, talkingPoints, parts, others } = data;
  const word = <a className={classes.file} href={`/api/oversight/assignments/${id}/hand-over.docx`} download><IconFileTypeDocx size={18} aria-hidden />{t(texts.word)}</a>;
  const said = ({ kind, text }: { readonly kind?: Text | undefined; readonly text: string }) => (kind ? `${t(kind)}, ${text}` : text);
  return (
    <>
      <PagePath steps={[{ label: t(oversightTitles.oversight), href: OVERSIGHT }, { label: person.name, href: assignmentHref(id) }, { label: t(oversightTitles.handOver) }]} />
      <PageHead kicker={t(oversightTitles.handOver)} title={unit.name} description={`${person.name} · ${periodInWords(period, { t, day })}`} acts={<>{whole.data && <ReopenAct assignment={whole.data} />}{word}<PrintButton /></>} />
      {talkingPoints !== null && <Section title={t(texts.talkingPoints)}><p className={talkingPoints ? classes.words : classes.soft}>{talkingPoints || t(texts.noTalkingPoints)}</p></Section>}
      {parts.map((part) => (
        <Section key={part.code} title={t(part.title)}>
          {part.items.length === 0 && <p className={classes.soft}>{t(part.empty)}</p>}
          {part.items.length > 0 && (
            <ul className={classes.list}>
              {part.items.map((item, at) => (
                <li key={at}>
                  {item.href ? <PageLink href={item.href} className={classes.open}>{said(item)}</PageLink> : said(item)}
                  <span className={classes.small}>{[item.on && day(item.on), item.dueOn && t(texts.due, { day: day(item.dueOn) })].filter(Boolean).join(' · ')}{item.isLate && <span className={classes.late}> · {t(texts.late)}</span>}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      <Section title={t(texts.others)}>
        {others.length === 0 ? <p className={classes.soft}>{t(texts.nobodyElse)}</p> : <ul className={classes.list}>{others.map((other) => <li key={`${other.person.id} ${other.period.from}`}>{other.person.name}<span className={classes.small}>{periodInWords(other.period, { t, day })}</span></li>)}</ul>}
      </Section>
      <PaperSheet unit={regulation.unit.name} parent={null} on={data.on} name={oversightWords.handOver} title={oversightWords.handOverTitle(unit.name)} isPrintOnly>
        <Lines lines={handOverLines(data)} />
        <div className={papers.signatures}>
          <Signature role={inCapitals(oversightWords.leaver)} name={person.name} />
          <Signature role={inCapitals(oversightWords.taker)} name={null} />
        </div>
      </PaperSheet>
    </>
  );
}
