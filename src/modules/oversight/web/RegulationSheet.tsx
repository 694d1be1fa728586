/** Enters or changes a regulation: which units are followed, by which tiers, and what each owes. */
import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchDocuments } from '../../documents/web/document.search.ts';
import { RegisterField, useRegisterChoice } from '../../documents/web/RegisterField.tsx';
import { introOf } from '../../membership/web/unit.choices.ts';
import { ruleContract } from '../../rules/rule.contract.ts';
import { kindName } from '../../units/unit.kinds.ts';
import type { TierDuties } from '../duty.ts';
import { oversightContract } from '../oversight.contract.ts';
import { followedKinds, tierNames, tiers, type FollowedKind, type Tier } from '../oversight.kinds.ts';
import { useOversightRecording } from './oversight.recording.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import type { WholeRegulation } from './oversight.words.ts';
import classes from './oversight.module.css';

interface RegulationSheetProps {
  /** The one to be changed. */
  readonly regulation?: WholeRegulation;
  readonly onClose: () => void;
  readonly onDone?: (id: string) => void;
}

const owedKeys = ['visitsPerQuarter', 'cellMeetingsPerYear', 'committeeMeetingsPerYear', 'reportEveryMonths'] as const;
const owedTexts = { visitsPerQuarter: texts.visitsField, cellMeetingsPerYear: texts.cellMeetingsField, committeeMeetingsPerYear: texts.committeeMeetingsField, reportEveryMonths: texts.reportsField } as const;
const ruleOf = { visitsPerQuarter: 'oversight.visitsPerQuarter', cellMeetingsPerYear: 'oversight.cellMeetingsPerYear', committeeMeetingsPerYear: 'oversight.committeeMeetingsPerYear', reportEveryMonths: 'oversight.reportMonths' } as const;

export function RegulationSheet({ regulation, onClose, onDone }: RegulationSheetProps) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const choice = useRegisterChoice();
  const unitId = regulation?.unit.id ?? choice.unit?.id;
  const rules = useProcedure(ruleContract.list, { unitId: unitId ?? '' }, { enabled: unitId !== undefined });
  const [opened] = useState(regulation);
  const [title, setTitle] = useState(opened?.title ?? '');
  const [document, setDocument] = useState<LookupChoice | undefined>(opened?.document ? { id: opened.document.id, label: opened.document.symbol } : undefined);
  const [kinds, setKinds] = useState<readonly FollowedKind[]>(opened?.kinds ?? ['commune_party']);
  const [from, setFrom] = useState<string | undefined>(opened?.period.from ?? today);
  const [to, setTo] = useState<string | undefined>(opened?.period.to ?? undefined);
  const [mostUnits, setMost] = useState<number | null>(opened?.mostUnits ?? null);
  const [duties, setDuties] = useState<readonly TierDuties[]>(opened?.duties ?? []);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useOversightRecording<{ readonly id: string }>({ onDone: ({ id }) => { onClose(); onDone?.(id); } });
  const missing = (isFilled: boolean) => (isChecked && !isFilled ? t(texts.missing) : undefined);

  /** As the rules in force propose. */
  const usual = (tier: Tier): TierDuties => ({ tier, ...Object.fromEntries(owedKeys.map((key) => [key, rules.data?.items.find((rule) => rule.key === ruleOf[key])?.value ?? null])) } as unknown as TierDuties); // each key once
  const toggle = (tier: Tier, isOn: boolean) => setDuties(isOn ? tiers.flatMap((one) => duties.find((own) => own.tier === one) ?? (one === tier ? usual(tier) : [])) : duties.filter((own) => own.tier !== tier));

  const submit = async () => {
    setChecked(true);
    if (unitId === undefined || title.trim() === '' || from === undefined || kinds.length === 0 || duties.length === 0) return;
    const fields = { title: title.trim(), documentId: document?.id ?? null, kinds: [...kinds], mostUnits, from, to: to ?? null, duties: [...duties] };
    await record(() => (opened ? call(oversightContract.changeRegulation, { id: opened.id, version: opened.version, ...fields }) : call(oversightContract.regulate, { unitId, ...fields })), { told: t(texts.regulated) });
  };

  return (
    <ActSheet title={t(opened ? texts.changeRegulation : texts.addRegulation)} verb={t(texts.save)} intro={opened?.unit.name ?? introOf(choice)} onSubmit={() => void submit()} onClose={onClose} busy={busy || (!opened && choice.isOnly === undefined)} problem={problem}>
      {!opened && <RegisterField choice={choice} error={missing(choice.unit !== undefined) ?? fault('unitId')} />}
      <TextInput label={t(texts.title)} description={t(texts.titleHint)} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={200} required error={missing(title.trim() !== '')} />
      <Lookup label={t(texts.document)} description={t(texts.documentHint)} value={document} onChange={setDocument} search={(text) => searchDocuments(text, { without: undefined })} error={fault('documentId')} />
      <Checkbox.Group label={t(texts.kinds)} value={[...kinds]} onChange={(chosen) => setKinds(followedKinds.filter((kind) => chosen.includes(kind)))} error={missing(kinds.length > 0)} required>
        {followedKinds.map((kind) => <Checkbox key={kind} value={kind} size="md" mt="xs" label={kindName(kind, language)} />)}
      </Checkbox.Group>
      <div className={classes.pair}>
        <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={missing(from !== undefined) ?? fault('from')} />
        <DayInput label={t(texts.to)} value={to} onChange={setTo} description={t(texts.toHint)} error={fault('to')} {...(from ? { least: from } : {})} />
      </div>
      <Times label={t(texts.mostUnits)} description={t(texts.mostUnitsHint)} value={mostUnits} onChange={setMost} least={1} />
      <fieldset className={classes.tierGroup}>
        <legend>{t(texts.tiers)}</legend>
        {isChecked && duties.length === 0 && <p className={classes.fault}>{t(texts.missing)}</p>}
        {tiers.map((tier) => {
          const own = duties.find((one) => one.tier === tier);
          return (
            <div key={tier}>
              <Checkbox size="md" label={t(tierNames[tier])} checked={own !== undefined} onChange={(event) => toggle(tier, event.currentTarget.checked)} />
              {own && <div className={classes.pair}>{owedKeys.map((key) => <Times key={key} label={t(owedTexts[key])} value={own[key]} onChange={(count) => setDuties(duties.map((one) => (one === own ? { ...own, [key]: count } : one)))} least={key === 'reportEveryMonths' ? 1 : 0} />)}</div>}
            </div>
          );
        })}
      </fieldset>
    </ActSheet>
  );
}

function Times({ label, description, value, onChange, least }: { readonly label: string; readonly description?: string; readonly value: number | null; readonly onChange: (count: number | null) => void; readonly least: number }) {
  return <NumberInput label={label} description={description} value={value ?? ''} onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)} min={least} max={100} allowDecimal={false} inputMode="numeric" />;
}
