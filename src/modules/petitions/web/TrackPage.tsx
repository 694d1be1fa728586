/** For who holds the code of a slip, without an account: how far it has come and when. No words, no place, no name. */
import { TextInput } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { call } from '../../../shell/api.ts';
import { Choice } from '../../../shell/Choice.tsx';
import { useLanguageChoice } from '../../../shell/preferences.ts';
import mark from '../../../shell/mark.svg';
import { Act } from '../../../ui/Act.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { petitionContract } from '../petition.contract.ts';
import { stateNames } from '../petition.kinds.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { petitionsTitles } from './petitions.titles.messages.ts';
import classes from './petitions.module.css';

type Tracked = z.output<typeof petitionContract.track.output>;

export function TrackPage() {
  const { t } = useText();
  const { code: given = '' } = useParams({ strict: false }) as { code?: string };
  const [code, setCode] = useState(given);
  const [found, setFound] = useState<Tracked>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const look = async (typed: string) => {
    setBusy(true);
    setProblem(undefined);
    await call(petitionContract.track, { code: typed }).then(setFound, (error: unknown) => { setFound(undefined); setProblem(error); });
    setBusy(false);
  };
  useEffect(() => {
    document.title = `${t(petitionsTitles.track)} · Sát Cơ Sở`;
  }, [t]);
  // Whoever scanned the slip has typed nothing.
  useEffect(() => { if (given) void look(given); }, [given]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim()) void look(code.trim());
  };
  return (
    <main className={classes.track}>
      <p className={classes.brand}><img src={mark} alt="" width={40} height={40} />Sát Cơ Sở</p>
      <form className={classes.trackForm} onSubmit={submit} noValidate>
        <h1>{t(petitionsTitles.track)}</h1>
        <p className={classes.soft}>{t(texts.trackAbout)}</p>
        <TextInput label={t(texts.slipCode)} value={code} onChange={(event) => { setCode(event.currentTarget.value); setMissing(false); }} error={isMissing ? t(texts.trackMissing) : undefined} maxLength={40} autoCapitalize="characters" autoComplete="off" spellCheck={false} />
        <Act kind="main" submit wide busy={busy}>{t(texts.trackAct)}</Act>
      </form>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      {found && <Told found={found} />}
      <p className={classes.soft}>{t(texts.trackPrivate)}</p>
      <Choice {...useLanguageChoice()} />
    </main>
  );
}

function Told({ found: { state, raisedOn, dueOn, answeredOn, plannedOn, closedOn } }: { readonly found: Tracked }) {
  const { t, day } = useText();
  const dated = (label: string, on: Tracked['dueOn']) => (on ? [{ label, value: day(on) }] : []);
  return (
    <Section title={t(stateNames[state])}>
      <Facts facts={[{ label: t(texts.raisedOn), value: day(raisedOn) }, ...dated(t(texts.trackNext), dueOn), ...dated(t(texts.trackAnswered), answeredOn), ...dated(t(texts.trackPlanned), plannedOn), ...dated(t(texts.trackClosed), closedOn)]} />
    </Section>
  );
}
