/** The name of the device and a PIN; the first fetch, which begins then, is shown by `PrepareProgress`. */
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useSession } from '../../shell/session.ts';
import { getPhone } from '../../shell/offline.ts';
import { Act } from '../../ui/Act.tsx';
import { useText, type Writing } from '../../ui/language.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { deviceOf } from '../../access/web/access.words.ts';
import { PinField } from './PinField.tsx';
import { pinFaults } from './pin.ts';
import { prepareTexts as texts } from './sync.prepare.messages.ts';
import classes from './sync.module.css';

export function PrepareForm() {
  const writing = useText();
  const { t } = writing;
  const [fields, setFields] = useState(() => ({ name: nameOfThis(writing), pin: '', again: '' }));
  const [isTried, setTried] = useState(false);
  const { prepare, isBusy, problem } = usePreparing();
  const form = useRef<HTMLFormElement>(null);
  const faults = { ...(fields.name.trim() === '' ? { name: texts.deviceNameMissing } : {}), ...pinFaults(fields) };
  const shown = isTried ? faults : {};
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(faults);
    if (first) return form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    return void prepare({ pin: fields.pin, deviceName: fields.name.trim() });
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <TextInput name="name" label={t(texts.deviceName)} description={t(texts.deviceNameAbout)} value={fields.name} maxLength={80} error={shown.name && t(shown.name)} onChange={(event) => set({ name: event.currentTarget.value })} disabled={isBusy} />
      <PinField name="pin" label={t(texts.pin)} description={t(texts.pinAbout)} value={fields.pin} error={shown.pin && t(shown.pin)} onChange={(pin) => set({ pin })} disabled={isBusy} />
      <PinField name="again" label={t(texts.pinAgain)} value={fields.again} error={shown.again && t(shown.again)} onChange={(again) => set({ again })} disabled={isBusy} />
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {isBusy && <Making />}
      <div><Act kind="main" submit busy={isBusy}>{t(texts.prepare)}</Act></div>
    </form>
  );
}

/** Keys against guessing take an old phone some seconds: the clock shows that something goes on. */
function Making() {
  const { t, number } = useText();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className={classes.progress}>
      <p role="status">{t(texts.making)}</p>
      {seconds > 2 && <p aria-hidden>{t(texts.makingFor, { seconds: number(seconds) })}</p>}
    </div>
  );
}

function usePreparing() {
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const prepare = async (given: { readonly pin: string; readonly deviceName: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      // Some browsers ask the reader, and only while a press is being answered; whether and what is answered is not waited for.
      void navigator.storage?.persist?.().catch(() => false);
      await (await getPhone()).prepare({ ...given, owner: session.person?.name ?? session.account.displayName, session });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { prepare, isBusy, problem };
}

/** "Chrome trên Android". */
function nameOfThis({ t }: Writing): string {
  const device = deviceOf(navigator.userAgent);
  return device ? t(texts.named, { ...device }) : t(texts.unnamed);
}
