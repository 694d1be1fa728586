/** What every setting asks beside what is set, a rule's value or a scoring frame: for whom, from when until when, by which document. */
import { Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { rulesWeb as texts } from './rules.web.messages.ts';

interface Typed {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly document: string;
  readonly reason: string;
}

interface Validity {
  readonly from: string;
  readonly to: string | null;
  readonly document: string;
  readonly reason: string | null;
}

export interface ValidityForm {
  readonly typed: Typed;
  readonly type: (changes: Partial<Typed>) => void;
  /** Once it was tried to record: what a field says that is left empty. */
  readonly missing: (given: string | number | undefined) => string | undefined;
  /** Undefined where something is missing; the fields say so from then on. */
  readonly check: () => Validity | undefined;
}

export function useValidityForm(): ValidityForm {
  const { t } = useText();
  const { day } = useAsOf();
  const [typed, setTyped] = useState<Typed>({ from: day, to: undefined, document: '', reason: '' });
  const [isChecked, setChecked] = useState(false);
  return {
    typed,
    type: (changes) => setTyped((before) => ({ ...before, ...changes })),
    missing: (given) => (isChecked && (given === undefined || given === '') ? t(texts.missing) : undefined),
    check: () => {
      setChecked(true);
      const { from, to, document, reason } = typed;
      return from && document.trim() !== '' ? { from, to: to ?? null, document: document.trim(), reason: reason.trim() || null } : undefined;
    },
  };
}

interface ScopeFieldProps {
  /** Absent: the whole country. */
  readonly unitId: string | undefined;
  readonly hint: string;
  readonly error: string | undefined;
}

export function ScopeField({ unitId, hint, error }: ScopeFieldProps) {
  const { t } = useText();
  const { day } = useAsOf();
  const unit = useProcedure(unitContract.unit, { id: unitId ?? '', asOf: day }, { enabled: unitId !== undefined });
  return <TextInput label={t(texts.scopeField)} description={hint} value={unitId === undefined ? t(texts.country) : unit.data?.name ?? '…'} readOnly error={error} />;
}

interface ValidityFieldsProps {
  readonly form: ValidityForm;
  /** What holds for the whole country ends only by something new. */
  readonly mayEnd: boolean;
  readonly fault: (field: string) => string | undefined;
  /** More about the document. */
  readonly children?: ReactNode;
}

export function ValidityFields({ form: { typed, type, missing }, mayEnd, fault, children }: ValidityFieldsProps) {
  const { t } = useText();
  return (
    <>
      <DayInput label={t(texts.from)} value={typed.from} onChange={(from) => type({ from })} required error={missing(typed.from) ?? fault('from')} />
      {mayEnd && <DayInput label={t(texts.to)} description={t(texts.toHint)} value={typed.to} onChange={(to) => type({ to })} error={fault('to')} />}
      <TextInput label={t(texts.documentField)} description={t(texts.documentHint)} value={typed.document} onChange={(event) => type({ document: event.currentTarget.value })} maxLength={300} withAsterisk error={missing(typed.document.trim()) ?? fault('document')} />
      {children}
      <Textarea label={t(texts.reasonField)} value={typed.reason} onChange={(event) => type({ reason: event.currentTarget.value })} maxLength={500} autosize minRows={2} error={fault('reason')} />
    </>
  );
}
