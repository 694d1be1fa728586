/** A resolution, and the book of a year, as they are printed: laid out like the Word files. */
import type { Day } from '../../../platform/day.ts';
import { occasionOf, paperWords, signsFor, upperFirst, inCapitals, type PaperLine } from '../meeting.layout.ts';
import { bookRowOf, closingOf, openingOf, receiversOf, resolutionWords as words, rowsOf, symbolOf, type Resolution, type ResolutionPaper } from '../resolution.ts';
import { PaperGrid } from './PaperGrid.tsx';
import { PaperSheet, Signature } from './PaperSheet.tsx';
import classes from './papers.module.css';

export function ResolutionPrint({ resolution }: { readonly resolution: ResolutionPaper }) {
  const { parent, signer, unit, meeting, numbering } = resolution;
  return (
    <PaperSheet unit={unit} parent={parent} on={meeting.on} name={words.name} title={upperFirst(occasionOf(meeting, unit))} number={`Số ${symbolOf(resolution)}`} draft={numbering === null ? paperWords.draft : undefined}>
      <Lines lines={openingOf(resolution)} />
      <PaperGrid label={words.name} widths={[12, 83, 41, 29]} head={[words.ordinal, words.content, words.owner, words.due]} rows={rowsOf(resolution)} />
      <Lines lines={closingOf(resolution)} />
      <div className={classes.signatures}>
        <div className={classes.receivers}>
          <p>{words.receivers}</p>
          {receiversOf(resolution).map((line) => <p key={line}>{line}</p>)}
        </div>
        <Signature role={<SignsAs unit={unit} />} name={signer} />
      </div>
    </PaperSheet>
  );
}

interface BookPrintProps {
  readonly unit: string;
  readonly parent: string | null;
  readonly year: string;
  readonly on: Day;
  readonly resolutions: readonly Resolution[];
}

export function BookPrint({ unit, parent, year, on, resolutions }: BookPrintProps) {
  return (
    <PaperSheet unit={unit} parent={parent} on={on} name={words.book} title={`${words.ofYear} ${year}`} isPrintOnly>
      {resolutions.length === 0 && <p className={classes.line}>{words.none}</p>}
      {resolutions.length > 0 && <PaperGrid label={words.book} widths={[34, 70, 32, 29]} head={[words.number, words.content, words.owner, words.due]} rows={resolutions.map(bookRowOf)} />}
      <Officer unit={unit} />
    </PaperSheet>
  );
}

function Officer({ unit }: { readonly unit: string }) {
  return <div className={classes.signatures}><Signature role={<SignsAs unit={unit} />} /></div>;
}

function SignsAs({ unit }: { readonly unit: string }) {
  return <>{signsFor(unit)}<br />{inCapitals(words.officer)}</>;
}

function Lines({ lines }: { readonly lines: readonly PaperLine[] }) {
  return lines.map(({ text, isHeading }, at) => (isHeading ? <h3 key={at} className={classes.heading}>{text}</h3> : <p key={at} className={classes.line}>{text}</p>));
}
