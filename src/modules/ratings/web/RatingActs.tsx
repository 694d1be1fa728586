/** The acts on one rating: what each may do is told with it by the server. */
import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ratingContract } from '../rating.contract.ts';
import { exclusionNames, exclusions, type Exclusion, type Level } from '../rating.kinds.ts';
import { AssessSheet } from './AssessSheet.tsx';
import { useRatingRecording } from './rating.recording.ts';
import type { WholeRating } from './rating.words.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import { ratingsWeb } from './ratings.web.messages.ts';

type Open = 'self' | 'appraise' | 'correct' | 'takeBack' | 'exclude';

export function RatingActs({ rating }: { readonly rating: WholeRating }) {
  const { t } = useText();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { may, decision, exclusion, appraisal, seasonId } = rating;
  const isOpen = !decision && !exclusion;
  return (
    <>
      {isOpen && may.includes('rating.appraise') && <Act kind="main" onPress={() => setOpen('appraise')}>{t(texts.appraise)}</Act>}
      {isOpen && !appraisal && may.includes('rating.rateSelf') && <Act kind={may.includes('rating.appraise') ? 'plain' : 'main'} onPress={() => setOpen('self')}>{t(texts.rateSelf)}</Act>}
      {isOpen && may.includes('rating.appraise') && <Act kind="quiet" onPress={() => setOpen('exclude')}>{t(texts.exclude)}</Act>}
      {decision && may.includes('rating.decide') && <Act onPress={() => setOpen('correct')}>{t(texts.correct)}</Act>}
      {decision && seasonId && may.includes('rating.decide') && <Act kind="quiet" onPress={() => setOpen('takeBack')}>{t(texts.takeBack)}</Act>}
      {(open === 'self' || open === 'appraise') && <AssessSheet rating={rating} as={open} onClose={close} />}
      {open === 'correct' && decision && <CorrectSheet rating={rating} decision={decision} onClose={close} />}
      {open === 'takeBack' && <TakeBackSheet rating={rating} onClose={close} />}
      {open === 'exclude' && <ExcludeSheet rating={rating} onClose={close} />}
    </>
  );
}

export function useIncluding({ id, version }: WholeRating) {
  const { t } = useText();
  const { busy, problem, record } = useRatingRecording();
  return { busy, problem, include: () => void record(() => call(ratingContract.include, { id, version }), { told: t(texts.included) }) };
}

interface SheetProps {
  readonly rating: WholeRating;
  readonly onClose: () => void;
}

function CorrectSheet({ rating, decision, onClose }: SheetProps & { readonly decision: NonNullable<WholeRating['decision']> }) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const [typed, setTyped] = useState<{ level: Level; points: string | number; document: string; on: string | undefined; why: string; reason: string }>({ level: decision.level, points: decision.points ?? '', document: decision.document, on: decision.on, why: '', reason: decision.reason ?? '' });
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useRatingRecording({ onDone: onClose });
  const type = (changes: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changes }));
  const missing = (given: string | undefined) => (isChecked && !given ? t(ratingsWeb.missing) : undefined);
  const submit = async () => {
    setChecked(true);
    const [document, why, on] = [typed.document.trim(), typed.why.trim(), typed.on];
    if (document === '' || why === '' || !on) return;
    const { id, version } = rating;
    await record(() => call(ratingContract.correct, { id, version, level: typed.level, points: typed.points === '' ? null : Number(typed.points), document, on, why, reason: typed.reason.trim() || null }), { told: t(texts.corrected) });
  };
  return (
    <ActSheet title={t(texts.correct)} verb={t(texts.correct)} intro={t(texts.correctIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <NativeSelect label={t(texts.level)} value={typed.level} onChange={(event) => type({ level: event.currentTarget.value as Level })} data={(rating.frame?.levels ?? []).map(({ code, vi, en }) => ({ value: code, label: language === 'vi' ? vi : en }))} />
      <NumberInput label={t(texts.points)} value={typed.points} onChange={(points) => type({ points })} min={0} max={100} hideControls inputMode="decimal" decimalSeparator={language === 'vi' ? ',' : '.'} />
      <TextInput label={t(ratingsWeb.document)} value={typed.document} onChange={(event) => type({ document: event.currentTarget.value })} maxLength={300} withAsterisk error={missing(typed.document.trim())} />
      <DayInput label={t(ratingsWeb.on)} value={typed.on} onChange={(on) => type({ on })} most={today} required error={missing(typed.on) ?? fault('on')} />
      <Textarea label={t(texts.why)} value={typed.why} onChange={(event) => type({ why: event.currentTarget.value })} maxLength={1000} autosize minRows={2} withAsterisk error={missing(typed.why.trim())} />
      <Textarea label={t(texts.reason)} value={typed.reason} onChange={(event) => type({ reason: event.currentTarget.value })} maxLength={1000} autosize minRows={1} />
    </ActSheet>
  );
}

function TakeBackSheet({ rating, onClose }: SheetProps) {
  const { t } = useText();
  const [why, setWhy] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useRatingRecording({ onDone: onClose });
  const submit = async () => {
    setChecked(true);
    const { id, version } = rating;
    if (why.trim() !== '') await record(() => call(ratingContract.takeBack, { id, version, why: why.trim() }), { told: t(texts.takenBack) });
  };
  return (
    <ActSheet title={t(texts.takeBack)} verb={t(texts.takeBack)} intro={t(texts.takeBackIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Textarea label={t(texts.whyBack)} value={why} onChange={(event) => setWhy(event.currentTarget.value)} maxLength={1000} autosize minRows={2} withAsterisk error={isChecked && why.trim() === '' ? t(texts.reasonMissing) : undefined} />
    </ActSheet>
  );
}

function ExcludeSheet({ rating, onClose }: SheetProps) {
  const { t } = useText();
  const { id, version, person } = rating;
  const offered = exclusions.filter((why) => person !== null || why === 'other');
  const [why, setWhy] = useState<Exclusion>(offered[0] ?? 'other');
  const [reason, setReason] = useState('');
  const { busy, problem, fault, record } = useRatingRecording<{ readonly version: number }>({ onDone: onClose });
  const submit = () => record(() => call(ratingContract.exclude, { id, version, why, reason: reason.trim() || null }), { told: t(texts.excluded), undo: (done) => call(ratingContract.include, { id, version: done.version }) });
  return (
    <ActSheet title={t(texts.exclude)} verb={t(texts.save)} intro={t(texts.excludeIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {offered.length > 1 && <NativeSelect label={t(texts.excludeWhy)} value={why} onChange={(event) => setWhy(event.currentTarget.value as Exclusion)} data={offered.map((value) => ({ value, label: t(exclusionNames[value]) }))} />}
      <Textarea label={t(texts.excludeReason)} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} autosize minRows={2} error={fault('reason')} />
    </ActSheet>
  );
}
