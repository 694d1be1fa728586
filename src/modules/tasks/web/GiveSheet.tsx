/** Gives a task without a meeting: to the own unit, to chosen ones below, or to all of a kind; leads to it. */
import { Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import { useAskedUnit } from '../../../figures/web/useAskedUnit.ts';
import { newId, type Id } from '../../../platform/ids.ts';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { unitContract } from '../../units/unit.contract.ts';
import { hierarchyOf, partyKinds, unitKinds, type UnitKind } from '../../units/unit.kinds.ts';
import { taskContract } from '../task.contract.ts';
import { kindsBelow } from '../task.shapes.ts';
import type { Origin } from '../task.origins.ts';
import { ChosenUnits } from './ChosenUnits.tsx';
import { formTexts as texts } from './task.form.messages.ts';
import { useTaskRecording } from './task.recording.ts';
import { taskHref } from './task.words.ts';
import { tasksWeb } from './tasks.web.messages.ts';
import { emptyDraft, faultsOf, homeOfId, wantedOf, type WantedDraft } from './wanted.draft.ts';
import { WantedFields } from './WantedFields.tsx';

type Given = z.output<(typeof taskContract)['give']['output']>;
type Circle = 'own' | 'chosen' | 'kinds';
type KindBelow = (typeof kindsBelow)[number];

export const fieldOfCode = {
  'tasks.ownerUnknown': 'ownerId', 'tasks.ownerOfMany': 'ownerId', 'tasks.postUnknown': 'ownerPostId', 'tasks.dueInPast': 'dueOn', 'tasks.recursWithoutDay': 'dueOn', 'tasks.figureUnknown': 'aim', 'tasks.notBelow': 'to', 'tasks.notParty': 'to',
} as const;

interface GiveSheetProps {
  /** From what it is given; else directly. */
  readonly origin?: Origin & { readonly kind: 'document' };
  /** Proposed to give it. */
  readonly asker?: LookupChoice;
  readonly onClose: () => void;
}

export function GiveSheet({ origin, asker: proposed, onClose }: GiveSheetProps) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const asker = useAsker(proposed);
  const [draft, setDraft] = useState<WantedDraft>(emptyDraft);
  const [circle, setCircle] = useState<Circle>('own');
  const [units, setUnits] = useState<readonly LookupChoice[]>([]);
  const [kinds, setKinds] = useState<readonly KindBelow[]>([]);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useTaskRecording<Given>({ fieldOfCode, onDone: ({ id }) => { onClose(); go(taskHref(id)); } });
  const [ids] = useState(() => new Map<number, Id<'task'>>());
  const asked = kinds.filter((kind) => asker.kindsBelow.includes(kind));
  const isMissing = (circle === 'chosen' && units.length === 0) || (circle === 'kinds' && asked.length === 0);
  const only = circle === 'own' ? asker.unit?.id : circle === 'chosen' && units.length === 1 ? units[0]!.id : undefined;

  const submit = async () => {
    setChecked(true);
    const unitId = asker.unit?.id;
    if (!unitId || isMissing || faultsOf(draft).length > 0) return;
    const to = circle === 'own' ? {} : circle === 'chosen' ? { to: units.map(({ id }) => id) } : { kinds: asked };
    const home = homeOfId(only ?? unitId);
    const wanted = wantedOf(draft, { home });
    // Pressed again after a lost answer it is the same task.
    const id = ids.get(home) ?? newId<'task'>(home);
    ids.set(home, id);
    const owner = only === undefined ? { ownerId: null, ownerPostId: null } : {};
    await record(() => call(taskContract.give, { id, unitId, ...to, ...wanted, ...owner, ...(origin ? { origin } : {}) }), { told: ({ given }) => (given > 1 ? t(texts.givenMany, { count: number(given) }) : t(texts.given, { task: wanted.title })) });
  };

  const circles: readonly { readonly id: Circle; readonly label: string }[] = [
    { id: 'own', label: asker.unit ? t(texts.toOwn, { unit: asker.unit.label }) : t(texts.toOwnUnit) }, { id: 'chosen', label: t(texts.toChosen) },
    ...(asker.kindsBelow.length > 0 ? [{ id: 'kinds' as const, label: t(texts.toKinds) }] : []),
  ];
  return (
    <ActSheet title={t(tasksWeb.give)} verb={t(tasksWeb.give)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Lookup label={t(texts.asker)} value={asker.unit} onChange={asker.choose} search={(q) => searchUnits(q, { asOf: today })} required error={isChecked && !asker.unit ? t(tasksWeb.missing) : fault('unitId')} />
      {asker.hasBelow && (
        <Radio.Group label={t(texts.to)} value={circle} onChange={(value) => setCircle(circles.find(({ id }) => id === value)?.id ?? 'own')} error={fault('to')}>
          <Stack gap="sm" mt="xs">{circles.map(({ id, label }) => <Radio key={id} size="md" value={id} label={label} />)}</Stack>
        </Radio.Group>
      )}
      {circle === 'chosen' && <ChosenUnits label={t(texts.addUnit)} units={units} onChange={setUnits} search={(q) => below(q, { under: asker.unit?.id, asOf: today, isParty: asker.isParty })} error={isChecked && isMissing ? t(texts.unitsMissing) : undefined} />}
      {circle === 'kinds' && (
        <Checkbox.Group label={t(texts.toKinds)} value={[...kinds]} onChange={(chosen) => setKinds(kindsBelow.filter((kind) => chosen.includes(kind)))} error={isChecked && isMissing ? t(texts.kindsMissing) : undefined}>
          <Stack gap="sm" mt="xs">{asker.kindsBelow.map((kind) => <Checkbox key={kind} size="md" value={kind} label={t(unitKinds.find(({ code }) => code === kind)!)} />)}</Stack>
        </Checkbox.Group>
      )}
      <WantedFields draft={draft} onType={(changes) => setDraft((before) => ({ ...before, ...changes }))} faulty={isChecked ? faultsOf(draft) : []} fault={fault} unitId={only} isWhole />
    </ActSheet>
  );
}

interface Below {
  readonly under: string | undefined;
  readonly asOf: string;
  readonly isParty: boolean;
}

/** Below a Party organisation those of the Party, cells first. */
export async function below(q: string, { under, asOf, isParty }: Below): Promise<readonly LookupChoice[]> {
  if (!under) return [];
  const { items } = await call(unitContract.list, { ...(q ? { q } : {}), under, asOf, ...(isParty ? { kind: [...partyKinds] } : {}), limit: 12 });
  return items.filter(({ id }) => id !== under).toSorted((one, other) => Number(other.kind === 'cell') - Number(one.kind === 'cell')).map(({ id, name, path }) => ({ id, label: name, hint: path.slice(0, 2).join(', ') }));
}

/** The unit that gives: the one that the page is about, until another is chosen; what stands below it says to whom it may give. */
function useAsker(proposed: LookupChoice | undefined) {
  const { today } = useAsOf();
  const { id } = useAskedUnit();
  const [chosen, setChosen] = useState<{ readonly unit: LookupChoice | undefined } | undefined>(proposed && { unit: proposed });
  const usual = useProcedure(unitContract.unit, { id: id ?? '', asOf: today }, { enabled: id !== undefined && chosen === undefined });
  const unit = chosen ? chosen.unit : usual.data && { id: usual.data.id, label: usual.data.name };
  const page = useProcedure(unitContract.unit, { id: unit?.id ?? '', asOf: today }, { enabled: unit !== undefined });
  const kind = page.data?.kind;
  return { unit, choose: (choice: LookupChoice | undefined) => setChosen({ unit: choice }), isParty: kind !== undefined && hierarchyOf(kind) === 'party', hasBelow: kind !== undefined && kind !== 'cell', kindsBelow: kindsUnder(kind) };
}

function kindsUnder(kind: UnitKind | undefined): readonly KindBelow[] {
  return kind === 'central' ? kindsBelow : kindsBelow.slice(kindsBelow.findIndex((one) => one === kind) + 1 || kindsBelow.length);
}
