/** Passes a document down to the units it was sent to, or to all of some kinds; and sets by when each step is due. */
import { Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { unitKinds } from '../../units/unit.kinds.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { dueSteps, stepNames, type DueStep } from '../cascade.kinds.ts';
import type { Clauses } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import classes from './cascades.module.css';

type Days = Readonly<Partial<Record<DueStep, string>>>;

const kindsBelow = ['provincial_party', 'district_party', 'commune_party', 'grassroots_party', 'division_party', 'cell'] as const;
type KindBelow = (typeof kindsBelow)[number];

export function OpenSheet({ clauses: { document, cascade }, onClose }: { readonly clauses: Clauses; readonly onClose: () => void }) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const [to, setTo] = useState<'recipients' | 'kinds'>('kinds');
  const [kinds, setKinds] = useState<readonly KindBelow[]>([]);
  const [on, setOn] = useState<string | undefined>(today);
  const [days, setDays] = useState<Days>({});
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<{ readonly asked: number }>({ onDone: onClose });
  const isMissing = to === 'kinds' && kinds.length === 0;

  const submit = async () => {
    setChecked(true);
    if (isMissing) return;
    await record(() => call(cascadeContract.open, { documentId: document.id, toRecipients: to === 'recipients', kinds: to === 'kinds' ? [...kinds] : [], ...(on ? { on } : {}), deadlines: given(days) }), { told: ({ asked }) => t(texts.opened, { count: number(asked) }) });
  };

  return (
    <ActSheet title={t(texts.openTitle, { symbol: document.symbol })} verb={t(texts.open)} intro={t(texts.openIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Radio.Group label={t(texts.openTo)} value={to} onChange={(value) => setTo(value === 'recipients' ? 'recipients' : 'kinds')}>
        <Stack gap="sm" mt="xs"><Radio size="md" value="kinds" label={t(texts.toKinds)} /><Radio size="md" value="recipients" label={t(texts.toRecipients)} /></Stack>
      </Radio.Group>
      {to === 'kinds' && (
        <Checkbox.Group label={t(texts.toKinds)} value={[...kinds]} onChange={(chosen) => setKinds(kindsBelow.filter((kind) => chosen.includes(kind)))} error={isChecked && isMissing ? t(texts.kindsMissing) : undefined}>
          <Stack gap="sm" mt="xs">{kindsBelow.map((kind) => <Checkbox key={kind} size="md" value={kind} label={t(unitKinds.find(({ code }) => code === kind)!)} />)}</Stack>
        </Checkbox.Group>
      )}
      <DayInput label={t(texts.openOn)} value={on} onChange={setOn} least={document.issuedOn} most={today} />
      {!cascade && <DeadlineFields days={days} onType={setDays} least={on} />}
    </ActSheet>
  );
}

export function DeadlinesSheet({ clauses: { document, cascade }, onClose }: { readonly clauses: Clauses; readonly onClose: () => void }) {
  const { t } = useText();
  const [opened] = useState(cascade);
  const [days, setDays] = useState<Days>(() => Object.fromEntries((opened?.deadlines ?? []).filter(({ byRule }) => !byRule).map(({ step, dueOn }) => [step, dueOn])));
  const { busy, problem, record } = useCascadeRecording<unknown>({ onDone: onClose });
  const submit = () => record(() => call(cascadeContract.setDeadlines, { documentId: document.id, version: opened?.version ?? 0, deadlines: given(days) }), { told: t(texts.deadlinesSet) });
  return (
    <ActSheet title={t(texts.changeDeadlines)} verb={t(texts.save)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DeadlineFields days={days} onType={setDays} least={opened?.openedOn} />
    </ActSheet>
  );
}

function DeadlineFields({ days, onType, least }: { readonly days: Days; readonly onType: (days: Days) => void; readonly least: string | undefined }) {
  const { t } = useText();
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t(texts.deadlines)}</legend>
      <span className={classes.small}>{t(texts.deadlinesHint)}</span>
      {dueSteps.map((step) => <DayInput key={step} label={t(stepNames[step])} value={days[step]} {...(least ? { least } : {})} onChange={(day) => onType(Object.fromEntries(Object.entries({ ...days, [step]: day }).filter(([, one]) => one !== undefined)))} />)}
    </fieldset>
  );
}

function given(days: Days) {
  return dueSteps.flatMap((step) => { const dueOn = days[step]; return dueOn === undefined ? [] : [{ step, dueOn }]; });
}
