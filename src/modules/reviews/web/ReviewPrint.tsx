/** A review as it is printed, laid out like the Word file; and the way to both. */
import { IconFileTypeDocx } from '@tabler/icons-react';
import { useAsOf } from '../../../shell/asOf.ts';
import { day as asDay } from '../../../platform/day.ts';
import { useText } from '../../../ui/language.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { inCapitals } from '../../meetings/meeting.layout.ts';
import { Lines } from '../../meetings/web/MinutesPrint.tsx';
import { PaperSheet, Signature } from '../../meetings/web/PaperSheet.tsx';
import papers from '../../meetings/web/papers.module.css';
import { paperOf } from '../review.layout.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import type { WholeReview } from './review.words.ts';
import classes from './reviews.module.css';

export function ReviewPrint({ review }: { readonly review: WholeReview }) {
  const { today } = useAsOf();
  const { lines, signatures, ...head } = paperOf(review, asDay(today));
  return (
    <PaperSheet {...head} isPrintOnly>
      <Lines lines={lines} />
      <div className={papers.signatures}>
        {signatures.map((one, at) => (one === null ? <div key={at} /> : <Signature key={at} role={one.roles.map((role) => <span key={role} className={classes.role}>{inCapitals(role)}</span>)} name={one.name} />))}
      </div>
    </PaperSheet>
  );
}

/** @param file where the Word file is. */
export function PaperActs({ file }: { readonly file: string }) {
  const { t } = useText();
  return (
    <>
      <a className={classes.file} href={file} download><IconFileTypeDocx size={18} aria-hidden />{t(texts.word)}</a>
      <PrintButton />
    </>
  );
}
