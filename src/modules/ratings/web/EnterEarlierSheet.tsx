/** Enters the rating of a former year of a unit, out of its paper; the levels offered are those of the year. */
import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ratingContract } from '../rating.contract.ts';
import { ratingFrameContract } from '../rating.frame.contract.ts';
import type { Level } from '../rating.kinds.ts';
import { useRatingRecording } from './rating.recording.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import { ratingsWeb } from './ratings.web.messages.ts';

interface Typed {
  readonly year: string | number;
  readonly level: Level | '';
  readonly points: string | number;
  readonly document: string;
  readonly on: string | undefined;
}

export function EnterEarlierSheet({ unitId, onClose }: { readonly unitId: string; readonly onClose: () => void }) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const [typed, setTyped] = useState<Typed>({ year: Number(today.slice(0, 4)) - 1, level: '', points: '', document: '', on: undefined });
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useRatingRecording({ onDone: onClose });
  const isYear = Number(typed.year) >= 1990 && Number(typed.year) <= 2100;
  const { data } = useProcedure(ratingFrameContract.frame, { subject: 'committee', asOf: `${typed.year}-12-31` }, { enabled: isYear, keepPrevious: true });
  const type = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
  const missing = (given: unknown) => (isChecked && (given === undefined || given === '') ? t(ratingsWeb.missing) : undefined);
  const submit = async () => {
    setChecked(true);
    const { level, on, points, year } = typed;
    const document = typed.document.trim();
    if (!isYear || level === '' || !on || document === '') return;
    await record(() => call(ratingContract.enterEarlier, { unitId, year: Number(year), level, points: points === '' ? null : Number(points), document, on }), { told: t(texts.entered, { year: String(year) }) });
  };
  return (
    <ActSheet title={t(texts.enterEarlier)} verb={t(texts.save)} intro={t(texts.enterEarlierIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <NumberInput label={t(texts.yearField)} value={typed.year} onChange={(year) => type({ year })} hideControls thousandSeparator="" inputMode="numeric" withAsterisk error={isChecked && !isYear ? t(ratingsWeb.missing) : fault('year')} />
      <NativeSelect label={t(texts.level)} value={typed.level} onChange={(event) => type({ level: event.currentTarget.value as Level | '' })} data={[{ value: '', label: t(ratingsWeb.chooseLevel) }, ...(data?.frame?.levels ?? []).map(({ code, vi, en }) => ({ value: code, label: language === 'vi' ? vi : en }))]} error={missing(typed.level)} />
      <NumberInput label={t(texts.points)} value={typed.points} onChange={(points) => type({ points })} min={0} max={100} hideControls inputMode="decimal" decimalSeparator={language === 'vi' ? ',' : '.'} />
      <TextInput label={t(ratingsWeb.document)} description={t(ratingsWeb.documentHint)} value={typed.document} onChange={(event) => type({ document: event.currentTarget.value })} maxLength={300} withAsterisk error={missing(typed.document.trim())} />
      <DayInput label={t(ratingsWeb.on)} value={typed.on} onChange={(on) => type({ on })} most={today} required error={missing(typed.on) ?? fault('on')} />
    </ActSheet>
  );
}
