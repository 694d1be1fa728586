/** Sets a scoring frame from a day on. It begins with the criteria in force: mostly a few points change. */
import { NumberInput, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { ScopeField, useValidityForm, ValidityFields, type ValidityForm } from '../../rules/web/ValidityFields.tsx';
import { frameContract } from '../frame.contract.ts';
import { totalOf, wholeFrame } from '../frame.ts';
import type { Criterion } from '../meeting.parts.ts';
import { frameTexts as texts } from './frame.messages.ts';
import { useFrameRecording } from './frame.recording.ts';
import { IconAct } from './IconAct.tsx';
import classes from './meetings.module.css';

interface SetFrameSheetProps {
  /** Absent: the whole country. */
  readonly unitId: string | undefined;
  readonly before: readonly Criterion[];
  readonly onClose: () => void;
}

/** A row of the form; `was` is the criterion that it began with. */
export interface TypedCriterion {
  readonly key: number;
  readonly was: Criterion | undefined;
  readonly name: string;
  readonly most: string | number;
}

export function SetFrameSheet({ unitId, before, onClose }: SetFrameSheetProps) {
  const { t } = useText();
  const [criteria, setCriteria] = useState<readonly TypedCriterion[]>(() => before.map((was, key) => ({ key, was, name: was.vi, most: was.most })));
  const form = useValidityForm();
  const { sheet, fault, record } = useFrameRecording(onClose);
  const isWritten = criteria.length > 0 && criteria.every(({ name, most }) => name.trim() !== '' && most !== '');

  const submit = async () => {
    const validity = form.check();
    if (!validity || !isWritten) return;
    const input = { scopeUnitId: unitId ?? null, criteria: withCodes(criteria), ...validity };
    await record(() => call(frameContract.setFrame, input), t(texts.isSet));
  };

  return (
    <ActSheet title={t(texts.set)} verb={t(texts.set)} intro={t(texts.setIntro)} onSubmit={() => void submit()} {...sheet}>
      <ScopeField unitId={unitId} hint={t(texts.scopeHint)} error={fault('scopeUnitId')} />
      <CriteriaFields criteria={criteria} onChange={setCriteria} missing={form.missing} fault={fault('criteria')} />
      <ValidityFields form={form} mayEnd={unitId !== undefined} fault={fault} />
    </ActSheet>
  );
}

interface CriteriaFieldsProps {
  readonly criteria: readonly TypedCriterion[];
  readonly onChange: (criteria: readonly TypedCriterion[]) => void;
  readonly missing: ValidityForm['missing'];
  readonly fault: string | undefined;
}

export function CriteriaFields({ criteria, onChange, missing, fault }: CriteriaFieldsProps) {
  const { t, number, language } = useText();
  const type = (key: number, changes: Partial<TypedCriterion>) => onChange(criteria.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const add = () => onChange([...criteria, { key: Math.max(-1, ...criteria.map(({ key }) => key)) + 1, was: undefined, name: '', most: '' }]);
  const total = totalOf(criteria.map(({ most }) => ({ most: Number(most) })));
  return (
    <div>
      <ul className={classes.list}>
        {criteria.map(({ key, name, most }, at) => (
          <li key={key}>
            <div className={classes.criterion}>
              <Textarea autosize minRows={1} label={t(texts.nth, { number: number(at + 1) })} value={name} onChange={(event) => type(key, { name: event.currentTarget.value })} maxLength={200} error={missing(name.trim())} />
              <NumberInput label={t(texts.most)} aria-label={t(texts.nthMost, { number: number(at + 1) })} value={most} onChange={(value) => type(key, { most: value })} min={0.5} max={wholeFrame} step={0.5} hideControls inputMode="decimal" decimalSeparator={language === 'vi' ? ',' : '.'} error={missing(most)} />
              <IconAct icon={IconX} label={`${t(texts.remove)} ${number(at + 1)}`} onPress={() => onChange(criteria.filter((one) => one.key !== key))} />
            </div>
          </li>
        ))}
      </ul>
      <p className={classes.total} role="status"><strong>{t(texts.sum, { total: number(total), whole: number(wholeFrame) })}</strong></p>
      {fault && <p className={classes.fault}>{fault}</p>}
      <div className={classes.addRow}><Act kind="quiet" icon={<IconPlus size={20} aria-hidden />} onPress={add}>{t(texts.add)}</Act></div>
    </div>
  );
}

/** What kept its words keeps its code and its English; a new one is known by its words. */
export function withCodes(criteria: readonly TypedCriterion[]): Criterion[] {
  const kept = new Set(criteria.flatMap(({ was }) => was?.code ?? []));
  return criteria.map(({ was, name, most }) => {
    const vi = name.trim();
    return { code: was?.code ?? freeCode(vi, kept), most: Number(most), vi, en: was?.vi === vi ? was.en : vi };
  });
}

function freeCode(name: string, taken: Set<string>): string {
  const stem = foldVietnamese(name).replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 36) || 'tieu_chi';
  let code = stem;
  for (let count = 2; taken.has(code); count += 1) code = `${stem}_${count}`;
  taken.add(code);
  return code;
}
