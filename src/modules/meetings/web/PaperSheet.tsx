/**
 * A paper of the Party: who issues it on the left, the Party, place and day on the right, then the rest. Shown on the screen as
 * a sheet; printed alone, whatever else the page shows. Its words are Vietnamese in whatever language the screen is.
 */
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Day } from '../../../platform/day.ts';
import { dayInWords, inCapitals, issuerOf, paperWords, placeOfPaper } from '../meeting.layout.ts';
import classes from './papers.module.css';

export interface PaperSheetProps {
  readonly unit: string;
  readonly parent: string | null;
  readonly on: Day;
  readonly name: string;
  readonly title: string;
  /** Number and symbol, where the paper has them. */
  readonly number?: string;
  /** Said under the issuer until the paper is what it will be. */
  readonly draft?: string | undefined;
  /** The page shows the same in another way. */
  readonly isPrintOnly?: boolean;
  readonly children: ReactNode;
}

export function PaperSheet(props: PaperSheetProps) {
  return (
    <>
      {!props.isPrintOnly && <article lang="vi" aria-label={`${props.name}: ${props.title}`} className={`${classes.preview} ${classes.sheet}`} data-screen-only><Content {...props} /></article>}
      {createPortal(<div lang="vi" className={`${classes.paper} ${classes.sheet}`}><Content {...props} /></div>, document.body)}
    </>
  );
}

function Content({ unit, parent, on, name, title, number, draft, children }: PaperSheetProps) {
  return (
    <>
      <div className={classes.head}>
        <div>
          {parent !== null && <p>{inCapitals(issuerOf(parent))}</p>}
          <p className={classes.issuer}>{inCapitals(issuerOf(unit))}</p>
          <p>*</p>
          {number !== undefined && <p>{number}</p>}
          {draft && <p className={classes.draft}>{inCapitals(draft)}</p>}
        </div>
        <div>
          <p className={classes.party}>{inCapitals(paperWords.party)}</p>
          <p className={classes.date}>{placeOfPaper({ unit, parent })}, {dayInWords(on)}</p>
        </div>
      </div>
      <h2 className={classes.title}>{inCapitals(name)}</h2>
      <p className={classes.subtitle}>{title}</p>
      <div className={classes.rule} />
      {children}
    </>
  );
}

/** Room for a hand to sign, over the name where it is known. */
export function Signature({ role, name }: { readonly role: ReactNode; readonly name?: string | null }) {
  return (
    <div>
      <p className={classes.role}>{role}</p>
      <p className={classes.sign}>{paperWords.signHere}</p>
      <div className={classes.space} />
      {name && <p className={classes.role}>{name}</p>}
    </div>
  );
}
