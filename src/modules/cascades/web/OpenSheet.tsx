/** Passes a document down to the units it was sent to, or to all of some kinds; and sets by when each step is due. */
import { Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { unitKinds } from '../../units/unit.kinds.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { dueSteps, kindsAsked, stepNames, type DueStep, type KindAsked } from '../cascade.kinds.ts';
import type { Clauses } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import classes from './cascades.module.css';

type Outlook = z.output<(typeof cascadeContract)['outlook']['output']>;
type Days = Readonly<Partial<Record<DueStep, string>>>;

export function OpenSheet({ clauses: { document, cascade }, onClose }: { readonly clauses: Clauses; readonly onClose: () => void }) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const [to, setTo] = useState<'recipients' | 'kinds'>('kinds');
  const [kinds, setKinds] = useState<readonly KindAsked[]>([]);
  const [on, setOn] = useState<string | undefined>(today);
  const [days, setDays] = useState<Days>({});
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<{ readonly asked: number }>({ onDone: onClose });
  const { data: outlook } = useProcedure(cascadeContract.outlook, { documentId: document.id, ...(on ? { on } : {}) }, { keepPrevious: true });
  const isMissing = to === 'kinds' && kinds.length === 0;
  const ruled = Object.fromEntries((outlook?.deadlines ?? []).map(({ step, dueOn }) => [step, dueOn])) as Days;
  const groups = to === 'recipients' ? [outlook?.recipients].filter((one) => one !== undefined) : (outlook?.kinds ?? []).filter(({ kind }) => kinds.includes(kind));

  const submit = async () => {
    setChecked(true);
    if (isMissing) return;
    await record(() => call(cascadeContract.open, { documentId: document.id, toRecipients: to === 'recipients', kinds: to === 'kinds' ? [...kinds] : [], ...(on ? { on } : {}), deadlines: given(days, ruled) }), { told: ({ asked }) => t(texts.opened, { count: number(asked) }) });
  };

  return (
    <ActSheet title={t(texts.openTitle, { symbol: document.symbol })} verb={t(texts.open)} intro={t(texts.openIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Radio.Group label={t(texts.openTo)} value={to} onChange={(value) => setTo(value === 'recipients' ? 'recipients' : 'kinds')}>
        <Stack gap="sm" mt="xs"><Radio size="md" value="kinds" label={t(texts.toKinds)} /><Radio size="md" value="recipients" label={t(texts.toRecipients)} /></Stack>
      </Radio.Group>
      {to === 'kinds' && (
        <Checkbox.Group label={t(texts.toKinds)} value={[...kinds]} onChange={(chosen) => setKinds(kindsAsked.filter((kind) => chosen.includes(kind)))} error={isChecked && isMissing ? t(texts.kindsMissing) : undefined}>
          <Stack gap="sm" mt="xs">{outlook?.kinds.map(({ kind, count }) => <Checkbox key={kind} size="md" value={kind} label={t(texts.kindCount, { kind: t(unitKinds.find(({ code }) => code === kind)!), count: number(count) })} />)}</Stack>
        </Checkbox.Group>
      )}
      {groups.length > 0 && <WillBeAsked groups={groups} />}
      <DayInput label={t(texts.openOn)} value={on} onChange={setOn} least={document.issuedOn} most={today} />
      {!cascade && <DeadlineFields days={days} ruled={ruled} onType={setDays} least={on} />}
    </ActSheet>
  );
}

export function DeadlinesSheet({ clauses: { document, cascade }, onClose }: { readonly clauses: Clauses; readonly onClose: () => void }) {
  const { t } = useText();
  const [opened] = useState(cascade);
  const [days, setDays] = useState<Days>(() => Object.fromEntries((opened?.deadlines ?? []).filter(({ byRule }) => !byRule).map(({ step, dueOn }) => [step, dueOn])));
  const { data: outlook } = useProcedure(cascadeContract.outlook, { documentId: document.id });
  const ruled = Object.fromEntries((outlook?.deadlines ?? []).map(({ step, dueOn }) => [step, dueOn])) as Days;
  const { busy, problem, record } = useCascadeRecording<unknown>({ onDone: onClose });
  const submit = () => record(() => call(cascadeContract.setDeadlines, { documentId: document.id, version: opened?.version ?? 0, deadlines: given(days, ruled) }), { told: t(texts.deadlinesSet) });
  return (
    <ActSheet title={t(texts.changeDeadlines)} verb={t(texts.save)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DeadlineFields days={days} ruled={ruled} onType={setDays} least={opened?.openedOn} />
    </ActSheet>
  );
}

/** Some of them by name; those that are asked already do not count. */
function WillBeAsked({ groups }: { readonly groups: readonly Outlook['recipients'][] }) {
  const { t, number } = useText();
  const count = groups.reduce((sum, one) => sum + one.count, 0);
  const names = groups.flatMap(({ units }) => units.map(({ name }) => name));
  if (count === 0) return <Notice title={t(texts.willAskNobody)} />;
  return <Notice title={t(texts.willAsk, { count: number(count) })}>{names.join(', ')}{names.length < count && t(texts.andOthers, { count: number(count - names.length) })}</Notice>;
}

interface DeadlineFieldsProps {
  readonly days: Days;
  readonly ruled: Days;
  readonly onType: (days: Days) => void;
  readonly least: string | undefined;
}

function DeadlineFields({ days, ruled, onType, least }: DeadlineFieldsProps) {
  const { t } = useText();
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t(texts.deadlines)}</legend>
      <span className={classes.small}>{t(texts.deadlinesHint)}</span>
      {dueSteps.map((step) => <DayInput key={step} label={t(stepNames[step])} value={days[step] ?? ruled[step]} {...(days[step] === undefined && ruled[step] !== undefined ? { description: t(texts.byRule) } : {})} {...(least ? { least } : {})} onChange={(day) => onType(Object.fromEntries(Object.entries({ ...days, [step]: day }).filter(([, one]) => one !== undefined)))} />)}
    </fieldset>
  );
}

/** What stands as the rule sets it is left to the rule. */
function given(days: Days, ruled: Days) {
  return dueSteps.flatMap((step) => { const dueOn = days[step]; return dueOn === undefined || dueOn === ruled[step] ? [] : [{ step, dueOn }]; });
}
