/** Gives out a code, once, on a slip to be printed and handed over: state and days can be looked up with it, nothing else. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { petitionContract } from '../petition.contract.ts';
import type { WholePetition } from '../petition.record.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { usePetitionRecording } from './petition.recording.ts';
import classes from './petitions.module.css';

interface Given {
  readonly code: string;
  readonly qr: string;
}

export function SlipSheet({ petition: { id, hasCode, raisedOn }, onClose }: { readonly petition: WholePetition; readonly onClose: () => void }) {
  const { t, day } = useText();
  const [given, setGiven] = useState<Given>();
  const { origin } = window.location;
  const { busy, problem, record } = usePetitionRecording<Given>({ onDone: setGiven });
  const give = () => record(() => call(petitionContract.slip, { id, origin }), { told: t(texts.slipAbout) });
  return (
    <ActSheet title={t(texts.slipTitle)} verb={t(given ? texts.print : texts.slipGive)} intro={t(texts.slipAbout)} onSubmit={() => (given ? window.print() : void give())} onClose={onClose} busy={busy} problem={problem}>
      {!given && hasCode && <Notice tone="warn">{t(texts.slipAgain)}</Notice>}
      {given && (
        <div className={classes.slip}>
          <h3>{t(texts.slipTitle)}</h3>
          <div>{t(texts.slipReceived, { day: day(raisedOn) })}</div>
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(given.qr)}`} alt={t(texts.qrAlt)} />
          <div>{t(texts.slipCode)}</div>
          <div className={classes.code}>{given.code}</div>
          <p>{t(texts.slipHow, { address: `${origin}/tra-cuu` })}</p>
        </div>
      )}
    </ActSheet>
  );
}
