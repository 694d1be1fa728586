/** Assigns: one unit to a cadre who is looked up, or all that were taken of the proposals, by one decision. The annex is one step away. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { oversightContract } from '../oversight.contract.ts';
import { tierNames, type Tier } from '../oversight.kinds.ts';
import { useOversightRecording } from './oversight.recording.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { annexHref } from './oversight.words.ts';
import classes from './oversight.module.css';

export interface Pair {
  readonly unit: { readonly id: string; readonly name: string };
  readonly person?: LookupChoice | undefined;
  readonly tier?: Tier;
}

interface AssignSheetProps {
  readonly regulationId: string;
  readonly pairs: readonly Pair[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

export function AssignSheet({ regulationId, pairs, onClose, onDone }: AssignSheetProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const { data: regulation } = useProcedure(oversightContract.regulation, { id: regulationId });
  const [chosen, setChosen] = useState<LookupChoice | undefined>(pairs[0]?.person);
  const [tier, setTier] = useState<Tier | undefined>(pairs[0]?.tier);
  const [decision, setDecision] = useState('');
  const [from, setFrom] = useState<string | undefined>(today);
  const [to, setTo] = useState<string | undefined>();
  const [beyondQuota, setBeyond] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const isMany = pairs.length > 1;
  const finish = () => { onClose(); onDone?.(); if (isMany) go(annexHref(regulationId, decision.trim())); };
  const { busy, problem, fault, record } = useOversightRecording<{ readonly ids: readonly string[] }>({ onDone: finish });
  const usual = tier ?? regulation?.duties[0]?.tier;
  const items = isMany ? pairs.flatMap(({ unit, person, tier: own }) => (person && own ? [{ unitId: unit.id, personId: person.id, tier: own, beyondQuota }] : [])) : chosen && usual ? [{ unitId: pairs[0]!.unit.id, personId: chosen.id, tier: usual, beyondQuota }] : [];
  const missing = (isFilled: boolean) => (isChecked && !isFilled ? t(texts.missing) : undefined);

  const submit = async () => {
    setChecked(true);
    if (items.length === 0 || decision.trim() === '' || from === undefined) return;
    await record(() => call(oversightContract.assign, { regulationId, decision: decision.trim(), from, to: to ?? null, items }), {
      told: t(texts.assigned, { count: String(items.length) }),
      undo: async ({ ids }) => { for (const id of ids) await call(oversightContract.remove, { id, version: 1 }); },
    });
  };

  const isOver = isShownProblem(problem) && problem.code === 'oversight.quotaReached';
  return (
    <ActSheet title={isMany ? t(texts.assignMany, { count: String(pairs.length) }) : t(texts.assignTitle)} verb={t(texts.assign)} intro={isMany ? undefined : pairs[0]!.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {isMany && <ul className={classes.list}>{pairs.map(({ unit, person }) => <li key={unit.id}>{unit.name}<span className={classes.small}>{[person?.label, person?.hint].filter(Boolean).join(' · ')}</span></li>)}</ul>}
      {!isMany && <Lookup label={t(texts.cadre)} value={chosen} onChange={setChosen} search={searchPeople} {...(chosen?.hint ? { description: chosen.hint } : {})} required error={missing(chosen !== undefined) ?? fault('personId')} />}
      {!isMany && regulation && regulation.duties.length > 1 && <Select label={t(texts.tier)} value={usual ?? null} onChange={(one) => setTier((one ?? undefined) as Tier | undefined)} data={regulation.duties.map(({ tier: code }) => ({ value: code, label: t(tierNames[code]) }))} allowDeselect={false} error={fault('tier')} />}
      <TextInput label={t(texts.decision)} description={t(texts.decisionHint)} value={decision} onChange={(event) => setDecision(event.currentTarget.value)} maxLength={200} required error={missing(decision.trim() !== '')} />
      <div className={classes.pair}>
        <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={missing(from !== undefined) ?? fault('from')} />
        <DayInput label={t(texts.to)} value={to} onChange={setTo} description={t(texts.toHint)} error={fault('to')} {...(from ? { least: from } : {})} />
      </div>
      {(isOver || beyondQuota) && <Checkbox size="md" label={t(texts.beyondQuota)} checked={beyondQuota} onChange={(event) => setBeyond(event.currentTarget.checked)} />}
    </ActSheet>
  );
}
