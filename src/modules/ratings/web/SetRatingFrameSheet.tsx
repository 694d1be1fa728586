/** Sets criteria and cap from a day on. It begins with those in force: mostly a few points change. */
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useSheetRecording } from '../../../shell/recording.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { CriteriaFields, withCodes, type TypedCriterion } from '../../meetings/web/SetFrameSheet.tsx';
import { ScopeField, useValidityForm, ValidityFields } from '../../rules/web/ValidityFields.tsx';
import { capBases, roundings, type CapBase, type Rounding } from '../rating.cap.ts';
import { ratingFrameContract } from '../rating.frame.contract.ts';
import { subjectNames, type SubjectKind } from '../rating.kinds.ts';
import { baseNames, roundingNames } from './cap.words.ts';
import type { Frame } from './rating.words.ts';
import { frameTexts as texts } from './rating.frame.messages.ts';

interface SetRatingFrameSheetProps {
  /** Absent: the whole country. */
  readonly unitId: string | undefined;
  readonly subject: SubjectKind;
  readonly frame: Frame | null;
  readonly onClose: () => void;
}

const fieldOfCode = { 'ratings.frameEndsBeforeStart': 'to', 'ratings.frameSetAlready': 'from', 'ratings.frameNotWhole': 'criteria', 'ratings.criterionTwice': 'criteria', 'rules.notAScope': 'scopeUnitId' };

export function SetRatingFrameSheet({ unitId, subject, frame, onClose }: SetRatingFrameSheetProps) {
  const { t } = useText();
  const [criteria, setCriteria] = useState<readonly TypedCriterion[]>(() => (frame?.criteria ?? []).map((was, key) => ({ key, was, name: was.vi, most: was.most })));
  const [cap, setCap] = useState<{ rate: string | number; base: CapBase; rounding: Rounding }>({ rate: frame?.cap ? Math.round(frame.cap.rate * 1000) / 10 : '', base: frame?.cap?.base ?? 'good', rounding: frame?.cap?.rounding ?? 'down' });
  const form = useValidityForm();
  const { sheet, fault, record } = useSheetRecording({ onClose, touched: ['ratings', 'events'], fieldOfCode, undo: (actId) => call(ratingFrameContract.undoFrame, { actId }) });
  const isWritten = criteria.length > 0 && criteria.every(({ name, most }) => name.trim() !== '' && most !== '');

  const submit = async () => {
    const validity = form.check();
    if (!validity || !isWritten) return;
    const input = { scopeUnitId: unitId ?? null, subject, criteria: withCodes(criteria), cap: cap.rate === '' ? null : { rate: Number(cap.rate) / 100, base: cap.base, rounding: cap.rounding }, ...validity };
    await record(() => call(ratingFrameContract.setFrame, input), t(texts.isSet));
  };

  return (
    <ActSheet title={`${t(texts.set)}: ${t(subjectNames[subject])}`} verb={t(texts.set)} intro={t(texts.setIntro)} onSubmit={() => void submit()} {...sheet}>
      <ScopeField unitId={unitId} hint={t(texts.scopeHint)} error={fault('scopeUnitId')} />
      <CriteriaFields criteria={criteria} onChange={setCriteria} missing={form.missing} fault={fault('criteria')} />
      <NumberInput label={t(texts.rate)} description={t(texts.rateHint)} value={cap.rate} onChange={(rate) => setCap({ ...cap, rate })} min={0} max={100} hideControls inputMode="decimal" />
      {cap.rate !== '' && (
        <>
          <NativeSelect label={t(texts.base)} value={cap.base} onChange={(event) => setCap({ ...cap, base: event.currentTarget.value as CapBase })} data={capBases.map((value) => ({ value, label: t(baseNames[value]) }))} />
          <NativeSelect label={t(texts.rounding)} value={cap.rounding} onChange={(event) => setCap({ ...cap, rounding: event.currentTarget.value as Rounding })} data={roundings.map((value) => ({ value, label: t(roundingNames[value]) }))} />
        </>
      )}
      <ValidityFields form={form} mayEnd={unitId !== undefined} fault={fault} />
    </ActSheet>
  );
}
