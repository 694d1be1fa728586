/** The minutes as they are printed, laid out like the Word file. */
import type { Day } from '../../../platform/day.ts';
import { dayInWords, inCapitals, linesOf, paperWords, upperFirst, type PaperLine } from '../meeting.layout.ts';
import type { Addition } from '../meeting.ts';
import { PaperSheet, Signature } from './PaperSheet.tsx';
import classes from './papers.module.css';

export interface MinutesPrintProps {
  readonly unit: string;
  readonly parent: string | null;
  /** Day of the meeting. */
  readonly on: Day;
  /** As `titleOf` says it. */
  readonly title: string;
  readonly text: string;
  readonly additions: readonly Addition[];
  readonly writer: string | null;
  readonly chair: string | null;
  /** Not adopted yet: said under the issuer. */
  readonly isDraft?: boolean;
  readonly isPrintOnly?: boolean;
}

export function MinutesPrint({ unit, parent, on, title, text, additions, writer, chair, isDraft = false, isPrintOnly = false }: MinutesPrintProps) {
  return (
    <PaperSheet unit={unit} parent={parent} on={on} name={paperWords.minutes} title={title} draft={isDraft ? paperWords.minutesDraft : undefined} isPrintOnly={isPrintOnly}>
      <Lines lines={linesOf(text)} />
      {additions.length > 0 && <h3 className={classes.heading}>{inCapitals(paperWords.additions)}</h3>}
      {additions.map((addition, at) => <Lines key={at} lines={linesOf(additionText(addition)).map((line) => ({ ...line, isHeading: false }))} />)}
      <div className={classes.signatures}>
        <Signature role={inCapitals(paperWords.secretary)} name={writer} />
        <Signature role={inCapitals(paperWords.chair)} name={chair} />
      </div>
    </PaperSheet>
  );
}

function additionText({ on, by, text }: Addition): string {
  return `${upperFirst(dayInWords(on))}${by ? ` (${by})` : ''}: ${text}`;
}

export function Lines({ lines }: { readonly lines: readonly PaperLine[] }) {
  return lines.map(({ text, isHeading }, at) => (isHeading ? <h3 key={at} className={classes.heading}>{text}</h3> : <p key={at} className={classes.line}>{text}</p>));
}
