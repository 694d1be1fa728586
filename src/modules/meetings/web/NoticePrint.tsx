/** The notice of a meeting to be printed and handed over: day, hour, place, agenda, and a line for the name by hand. */
import type { Day } from '../../../platform/day.ts';
import { clockInWords, dayInWords, inCapitals, issuerOf, occasionOf, paperWords, signsFor, titleOf, weekdayOf } from '../meeting.layout.ts';
import type { Plan } from '../meeting.ts';
import { PaperSheet, Signature } from './PaperSheet.tsx';
import classes from './papers.module.css';

export interface NoticePrintProps {
  readonly unit: string;
  readonly parent: string | null;
  readonly meeting: Pick<Plan, 'kind' | 'isExtended' | 'on' | 'starts' | 'place' | 'mode' | 'topic'>;
  readonly agenda: readonly { readonly id: string; readonly title: string }[];
  /** The day that stands on the notice. */
  readonly issuedOn: Day;
}

export function NoticePrint({ unit, parent, meeting, agenda, issuedOn }: NoticePrintProps) {
  const { on, topic } = meeting;
  const day = `${weekdayOf(on)}, ${dayInWords(on)}`;
  return (
    <PaperSheet unit={unit} parent={parent} on={issuedOn} name={paperWords.notice} title={titleOf(meeting, unit)}>
      <p className={classes.line}>{paperWords.to}</p>
      <p className={classes.line}>{issuerOf(unit)} {paperWords.invites} {occasionOf(meeting, unit)}.</p>
      <p className={classes.line}><b>{paperWords.time}:</b> {meeting.starts === null ? `${day}.` : `${clockInWords(meeting.starts)}, ${day}.`}</p>
      <p className={classes.line}><b>{paperWords.place}:</b> {placeText(meeting)}</p>
      {topic !== null && <p className={classes.line}><b>{paperWords.topic}:</b> {topic}</p>}
      {agenda.length > 0 && <p className={classes.line}><b>{paperWords.agenda}:</b></p>}
      {agenda.length > 0 && <ol className={classes.agenda}>{agenda.map(({ id, title }) => <li key={id}>{title}</li>)}</ol>}
      <p className={classes.line}>{paperWords.request}</p>
      <div className={classes.signatures}>
        <Signature role={<>{signsFor(unit)}<br />{inCapitals(paperWords.officer)}</>} />
      </div>
    </PaperSheet>
  );
}

/** Online alone there may be no place at all; where neither is known, dots to be filled in. */
function placeText({ mode, place }: Pick<Plan, 'mode' | 'place'>): string {
  const said = [place, mode === 'in_person' ? null : paperWords.online].filter((part) => part !== null).join('; ');
  return said === '' ? '……………………………………………' : said;
}
