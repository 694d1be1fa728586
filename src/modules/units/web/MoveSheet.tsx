/** Chuyển về đơn vị cấp trên khác từ một ngày. */
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { unitContract } from '../unit.contract.ts';
import { hierarchyOf, type Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { decisionOf, UnitField, WhenFields, type When } from './fields.tsx';
import { missingIn } from './missing.ts';
import type { SheetOf } from './UnitActs.tsx';
import { hierarchyName } from './unit.words.ts';

export function MoveSheet({ unit, onClose }: SheetOf) {
  const { t, language } = useText();
  const { day } = useAsOf();
  const held = [...new Set<Hierarchy>([hierarchyOf(unit.kind), ...unit.parents.map(({ hierarchy }) => hierarchy)])];
  const [hierarchy, setHierarchy] = useState<Hierarchy>(hierarchyOf(unit.kind));
  const [parent, setParent] = useState<LookupChoice>();
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const { record, problem, busy } = useRecording(unitContract.move, { done: t(unitTexts['done.move'], { name: unit.name }), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const on = when.on ?? day;
  const present = unit.parents.filter((spell) => spell.hierarchy === hierarchy && spell.from <= on && (spell.to === null || on <= spell.to));
  const submit = () => {
    const missing = missingIn({ on: when.on, needs: { parent: parent !== undefined } }, t);
    setMissing(missing);
    if (!parent || when.on === undefined || Object.keys(missing).length > 0) return;
    record({ id: unit.id, on: when.on, decision: decisionOf(when), hierarchy, parentId: parent.id });
  };
  return (
    <ActSheet title={`${t(unitTexts.move)}: ${unit.name}`} about={t(unitTexts.moveAbout)} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      {held.length > 1 && (
        <NativeSelect
          label={t(unitTexts.hierarchy)} value={hierarchy} data={held.map((code) => ({ value: code, label: hierarchyName(code, language) }))}
          onChange={(event) => { setHierarchy(held.find((code) => code === event.currentTarget.value) ?? hierarchy); setParent(undefined); }}
        />
      )}
      <UnitField label={t(unitTexts.newParent)} value={parent} onChange={setParent} on={on} hierarchy={hierarchy} without={[unit.id, ...present.map(({ parent: { id } }) => id)]} error={faultOf('parent')} required />
      <WhenFields label={t(unitTexts.changedOn)} when={when} onChange={setWhen} faultOf={faultOf} />
    </ActSheet>
  );
}
