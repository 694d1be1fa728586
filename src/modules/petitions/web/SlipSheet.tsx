/** Gives out a code, once, on a slip to be printed and handed over: state and days can be looked up with it, nothing else. */
import { IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { petitionContract } from '../petition.contract.ts';
import type { WholePetition } from '../petition.record.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { usePetitionRecording } from './petition.recording.ts';
import classes from './petitions.module.css';

interface Given {
  readonly code: string;
  readonly qr: string;
}

export function SlipSheet({ petition: { id, hasCode, raisedOn, unit }, onClose }: { readonly petition: WholePetition; readonly onClose: () => void }) {
  const { t } = useText();
  const [given, setGiven] = useState<Given>();
  const { origin } = window.location;
  const { busy, problem, record } = usePetitionRecording<Given>({ onDone: setGiven });
  const give = () => record(() => call(petitionContract.slip, { id, origin }), { told: t(texts.slipGiven) });
  if (given) return <GivenSlip given={given} place={unit.name} raisedOn={raisedOn} origin={origin} onClose={onClose} />;
  return (
    <ActSheet title={t(texts.slipTitle)} verb={t(texts.slipGive)} intro={t(texts.slipAbout)} onSubmit={() => void give()} onClose={onClose} busy={busy} problem={problem}>
      {hasCode && <Notice tone="warn">{t(texts.slipAgain)}</Notice>}
    </ActSheet>
  );
}

interface GivenProps {
  readonly given: Given;
  /** Where it was raised. */
  readonly place: string;
  readonly raisedOn: string;
  readonly origin: string;
  readonly onClose: () => void;
}

/** Closed by its own button only: a slip of the hand would lose the code. */
function GivenSlip({ given, place, raisedOn, origin, onClose }: GivenProps) {
  const { t } = useText();
  const [isAsked, setAsked] = useState(false);
  const about = useRef<HTMLDivElement>(null);
  const ask = () => {
    setAsked(true);
    about.current?.scrollIntoView({ block: 'center' });
  };
  const slip = <Slip given={given} place={place} raisedOn={raisedOn} origin={origin} />;
  return (
    <Sheet title={t(texts.slipTitle)} opened isHeld onClose={ask}>
      <div className={classes.given}>
        <div ref={about} aria-live="assertive"><Notice tone="warn" {...(isAsked ? { title: t(texts.slipNotYet) } : {})}>{t(texts.slipAbout)}</Notice></div>
        <div className={classes.slip}>{slip}</div>
        <div className={classes.givenActs}>
          <Act icon={<IconPrinter size={18} aria-hidden />} onPress={() => window.print()}>{t(texts.print)}</Act>
          <Act kind="main" onPress={onClose}>{t(texts.slipDone)}</Act>
        </div>
      </div>
      {createPortal(<div className={classes.slipPaper}>{slip}</div>, document.body)}
    </Sheet>
  );
}

function Slip({ given, place, raisedOn, origin }: Omit<GivenProps, 'onClose'>) {
  const { t, day } = useText();
  return (
    <>
      <h3>{t(texts.slipTitle)}</h3>
      <div>{t(texts.slipPlace, { unit: place })}</div>
      <div>{t(texts.slipReceived, { day: day(raisedOn) })}</div>
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(given.qr)}`} alt={t(texts.qrAlt)} />
      <div>{t(texts.slipCode)}</div>
      <div className={classes.code}>{given.code}</div>
      <p>{t(texts.slipHow, { address: `${origin}/tra-cuu` })}</p>
    </>
  );
}
