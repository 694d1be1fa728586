/** Thêm quan hệ and thôi quan hệ. */
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { unitContract, type UnitPage } from '../unit.contract.ts';
import { relationKinds, type RelationKind } from '../unit.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { decisionOf, UnitField, WhenFields, type When } from './fields.tsx';
import { missingIn } from './missing.ts';
import type { SheetOf } from './UnitActs.tsx';

export function RelateSheet({ unit, onClose }: SheetOf) {
  const { t } = useText();
  const { day } = useAsOf();
  const [relation, setRelation] = useState<RelationKind>('leads');
  const [other, setOther] = useState<LookupChoice>();
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const { record, problem, busy } = useRecording(unitContract.relate, { done: t(unitTexts['done.relate']), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    const missing = missingIn({ on: when.on, needs: { other: other !== undefined } }, t);
    setMissing(missing);
    if (!other || when.on === undefined || Object.keys(missing).length > 0) return;
    record({ id: unit.id, on: when.on, decision: decisionOf(when), relation, otherId: other.id });
  };
  return (
    <ActSheet title={t(unitTexts.relate)} about={t(unitTexts.relateAbout)} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <NativeSelect
        label={t(unitTexts.relation)} value={relation} data={relationKinds.map((kind) => ({ value: kind, label: t(unitTexts[`relation.${kind}.out`]) }))}
        onChange={(event) => setRelation(relationKinds.find((kind) => kind === event.currentTarget.value) ?? relation)}
      />
      <UnitField label={t(unitTexts.otherUnit)} value={other} onChange={setOther} on={when.on ?? day} error={faultOf('other') ?? faultOf('parent')} required />
      <WhenFields label={t(unitTexts.changedOn)} when={when} onChange={setWhen} faultOf={faultOf} />
    </ActSheet>
  );
}

export function UnrelateSheet({ unit, relation, onClose }: SheetOf & { readonly relation: UnitPage['relations'][number] }) {
  const { t } = useText();
  const { day } = useAsOf();
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const { record, problem, busy } = useRecording(unitContract.unrelate, { done: t(unitTexts['done.unrelate']), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    setMissing(missingIn({ on: when.on }, t));
    if (when.on !== undefined) record({ id: unit.id, on: when.on, decision: decisionOf(when), relation: relation.kind, otherId: relation.other.id });
  };
  const about = `${t(unitTexts[`relation.${relation.kind}.${relation.direction}`])}: ${relation.other.name}`;
  return (
    <ActSheet title={t(unitTexts.unrelate)} about={about} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <WhenFields label={t(unitTexts.unrelatedOn)} when={when} onChange={setWhen} faultOf={faultOf} />
    </ActSheet>
  );
}
