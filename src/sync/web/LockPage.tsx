/** Asks for the PIN: how many tries are left, how long to wait, and the way in for those who forgot it. */
import { useEffect, useRef, useState, type FormEvent } from 'react';
import mark from '../../shell/mark.svg';
import { getPhone } from '../../shell/offline.ts';
import { Act } from '../../ui/Act.tsx';
import { useText, type Writing } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { PhoneState } from '../phone/phone.ts';
import { ForgotPin } from './ForgotPin.tsx';
import { PIN_LENGTH } from './pin.ts';
import { PinField } from './PinField.tsx';
import { lockTexts as texts } from './sync.lock.messages.ts';
import classes from './sync.module.css';

type LockedState = Extract<PhoneState, { is: 'locked' }>;

export interface LockPageProps {
  readonly state: LockedState;
  readonly onSignIn: () => void;
}

export function LockPage({ state, onSignIn }: LockPageProps) {
  const { t } = useText();
  const [isForgotten, setForgotten] = useState(false);
  const title = t(isForgotten ? texts.forgot : texts.title);
  useEffect(() => {
    document.title = `${title} · Sát Cơ Sở`;
  }, [title]);
  return (
    <main className={classes.locked}>
      <div className={classes.lockSheet}>
        <p className={classes.brand}><img src={mark} alt="" width={36} height={36} />Sát Cơ Sở</p>
        <h1 className={classes.lockTitle}>{title}</h1>
        <p className={classes.soft}>{t(texts.whose, { owner: state.owner })}</p>
        {isForgotten
          ? <ForgotPin onSignIn={onSignIn} onBack={() => setForgotten(false)} />
          : <PinForm state={state} onForgotten={() => setForgotten(true)} />}
      </div>
    </main>
  );
}

function PinForm({ state, onForgotten }: { readonly state: LockedState; readonly onForgotten: () => void }) {
  const writing = useText();
  const { t } = writing;
  const [pin, setPin] = useState('');
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const waits = useSecondsUntil(state.waitUntil);
  const form = useRef<HTMLFormElement>(null);
  const isShut = state.triesLeft === 0;
  const unlock = async (digits: string) => {
    setBusy(true);
    setWrong(false);
    const isRight = await (await getPhone()).unlock(digits).catch(() => false);
    setBusy(false);
    if (isRight) return;
    setWrong(true);
    setPin('');
    form.current?.querySelector('input')?.focus();
  };
  const type = (digits: string) => {
    setPin(digits);
    if (digits.length === PIN_LENGTH) void unlock(digits);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length === PIN_LENGTH) void unlock(pin);
  };
  const fault = waits > 0 ? t(texts.wait, { time: timeInWords(waits, writing) }) : isWrong ? t(state.triesLeft === 1 ? texts.last : texts.wrong, { count: writing.number(state.triesLeft) }) : undefined;
  if (isShut) return <Notice tone="warn" title={t(texts.noTries)} acts={<Act kind="main" onPress={onForgotten}>{t(texts.signIn)}</Act>}>{t(texts.noTriesWhy)}</Notice>;
  return (
    <form ref={form} className={classes.lockForm} onSubmit={submit} noValidate>
      <PinField name="pin" label={t(texts.pin)} value={pin} error={fault} onChange={type} disabled={isBusy || waits > 0} autoFocus />
      <Act kind="main" submit wide busy={isBusy} disabled={waits > 0}>{t(texts.open)}</Act>
      <Act kind="quiet" wide onPress={onForgotten}>{t(texts.forgot)}</Act>
    </form>
  );
}

function useSecondsUntil(moment: number | null): number {
  const left = () => (moment === null ? 0 : Math.max(0, Math.ceil((moment - Date.now()) / 1000)));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    if (moment === null) return undefined;
    const timer = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(timer);
    // Counted from the moment alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [moment]);
  return seconds;
}

/** "4 phút" until the last minute, then "45 giây". */
function timeInWords(seconds: number, { t, number }: Writing): string {
  return seconds > 60 ? t(texts.minutes, { count: number(Math.ceil(seconds / 60)) }) : t(texts.seconds, { count: number(seconds) });
}
