/** The form of one act of membership: the day, what the act needs beside it, the paper it rests on. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { useUndo } from '../../../ui/UndoToast.tsx';
import { RulesInForce } from '../../rules/web/RulesInForce.tsx';
import { isKeptHere } from '../../../shell/offline.ts';
import type { Agreed } from '../away.ts';
import { endReasons } from '../membership.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { movedTo, proposedCall } from './call.proposal.ts';
import { fieldOfCode, membershipActs, type ActValues } from './membership.acts.ts';
import type { MembershipActId } from './membership.state.ts';
import { membershipWeb as texts } from './membership.web.messages.ts';
import { useMembershipUndo } from './membership.undo.ts';
import { useRecording } from '../../../shell/recording.ts';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { searchUnits } from './unit.choices.ts';

interface MembershipActSheetProps {
  readonly actId: MembershipActId;
  readonly person: { readonly id: string; readonly fullName: string };
  /** Of a member who is away today: since when, and what is agreed. */
  readonly away?: (Agreed & { readonly since: string }) | undefined;
  readonly onClose: () => void;
}

type Typed = Omit<ActValues, 'personId' | 'cellId' | 'agreed'> & { readonly cell: LookupChoice | undefined };

export function MembershipActSheet({ actId, person, away, onClose }: MembershipActSheetProps) {
  const { t, day: writtenDay } = useText();
  const { day, today } = useAsOf();
  const act = membershipActs[actId];
  const [typed, setTyped] = useState<Typed>({ on: act.mayOmitDay ? undefined : day, to: undefined, cell: undefined, reason: undefined, place: '', leave: 'unknown', contact: '', contactDueOn: proposedCall(actId, { on: act.mayOmitDay ? undefined : day, today }), work: '', decision: '' });
  const [agreed] = useState(away && { contactedOn: away.contactedOn, contactDueOn: away.contactDueOn, assignedWork: away.assignedWork });
  const [isChecked, setChecked] = useState(false);
  const recording = useRecording<{ readonly actId: string }>();
  const offer = useUndo();
  const { undo } = useMembershipUndo(person);
  const type = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
  const missing = missingOf(typed, actId);
  const refused = useFieldFault(recording.error, fieldOfCode);
  const faultOf = (field: keyof Typed) => {
    if (isChecked && missing[field]) return t(missing[field]);
    const names = field === 'contactDueOn' ? ['contactDueOn', 'dueOn'] : field === 'work' ? ['work', 'assignedWork'] : field === 'cell' ? ['cellId', 'toCellId'] : field === 'on' || field === 'to' ? [field, `period.${field === 'on' ? 'from' : 'to'}`] : [field];
    return refused(...names);
  };

  const submit = async () => {
    setChecked(true);
    if (Object.keys(missing).length > 0) return;
    const { cell, ...values } = typed;
    // On a past day it was not told what is agreed now; of an earlier time away something else was agreed.
    const isCompared = day === today && away !== undefined && (typed.on ?? today) >= away.since;
    const done = await recording.mutateAsync(() => act.send({ ...values, personId: person.id, cellId: cell?.id, agreed: isCompared ? agreed : undefined })).catch(() => undefined);
    if (!done) return;
    onClose();
    // What waits on this device the server cannot take back: it does not know of it.
    const isKept = await isKeptHere(done.actId);
    offer({ text: `${t(act.done)}: ${person.fullName}.`, ...(isKept ? {} : { undo: () => undo(done.actId) }) });
  };

  return (
    <ActSheet title={`${t(act.label)}: ${person.fullName}`} verb={act.verb ? t(act.verb) : t(texts.verb, { act: lowered(t(act.label)) })} intro={act.hint && t(act.hint)} onSubmit={() => void submit()} onClose={onClose} busy={recording.isPending} problem={recording.error}>
      <DayInput label={t(act.onLabel)} {...(act.isFirstDayAfter && typed.on ? { description: t(texts.lastDayBefore, { day: writtenDay(addDays(asDay(typed.on), -1)) }) } : {})} value={typed.on} onChange={(on) => type(movedTo(on, { actId, today, before: typed }))} most={today} required={!act.mayOmitDay} error={faultOf('on')} />
      {act.fields.includes('to') && <DayInput label={t(texts.lastDay)} description={t(texts.openEnd)} value={typed.to} onChange={(to) => type({ to })} {...(typed.on ? { least: typed.on } : {})} error={faultOf('to')} />}
      {act.fields.includes('cell') && (
        <Lookup label={t(actId === 'transfer' ? texts.toCell : texts.cell)} value={typed.cell} onChange={(cell) => type({ cell })} search={(q) => searchUnits(q, { asOf: typed.on ?? day, kind: ['cell'] })} required error={faultOf('cell')} />
      )}
      {act.fields.includes('reason') && (
        <Select
          label={t(texts.reason)} required allowDeselect={false} value={typed.reason ?? null} error={faultOf('reason')}
          data={endReasons.map((reason) => ({ value: reason, label: t(texts[`end.${reason}`]) }))}
          onChange={(value) => type({ reason: endReasons.find((reason) => reason === value) })}
        />
      )}
      {act.fields.includes('place') && <TextInput label={t(texts.place)} value={typed.place} onChange={(event) => type({ place: event.currentTarget.value })} maxLength={200} error={faultOf('place')} />}
      {act.fields.includes('leave') && <LeaveChoice value={typed.leave} onChange={(leave) => type({ leave })} />}
      {act.fields.includes('contact') && <TextInput label={t(texts.contact)} value={typed.contact} onChange={(event) => type({ contact: event.currentTarget.value })} maxLength={200} error={faultOf('contact')} />}
      {act.fields.includes('contactDue') && <DayInput label={t(texts.contactDue)} description={t(texts.contactDueHint)} value={typed.contactDueOn} onChange={(contactDueOn) => type({ contactDueOn })} {...(typed.on ? { least: typed.on } : {})} error={faultOf('contactDueOn')} />}
      {act.fields.includes('work') && <TextInput label={t(texts.work)} description={t(texts.workHint)} value={typed.work} onChange={(event) => type({ work: event.currentTarget.value })} maxLength={300} error={faultOf('work')} />}
      {act.fields.includes('decision') && (
        <Textarea label={t(texts.decisionField)} description={t(texts.decisionHint)} value={typed.decision} onChange={(event) => type({ decision: event.currentTarget.value })} maxLength={300} autosize minRows={2} error={faultOf('decision')} />
      )}
      {act.rules && <RulesInForce keys={act.rules} unitId={typed.cell?.id} on={typed.on ?? day} />}
    </ActSheet>
  );
}

/** Within a sentence. */
function lowered(label: string): string {
  return label.charAt(0).toLocaleLowerCase('vi') + label.slice(1);
}

function LeaveChoice({ value, onChange }: { readonly value: ActValues['leave']; readonly onChange: (value: ActValues['leave']) => void }) {
  const { t } = useText();
  const choices = { yes: texts.leaveYes, no: texts.leaveNo, unknown: texts.leaveUnknown } as const;
  return (
    <Select
      label={t(texts.leave)} allowDeselect={false} value={value}
      data={Object.entries(choices).map(([id, text]) => ({ value: id, label: t(text) }))}
      onChange={(chosen) => onChange(chosen === 'yes' || chosen === 'no' ? chosen : 'unknown')}
    />
  );
}

function missingOf(typed: Typed, actId: MembershipActId) {
  const { fields, mayOmitDay } = membershipActs[actId];
  return {
    ...(typed.on === undefined && !mayOmitDay ? { on: texts.missingDay } : {}),
    ...(fields.includes('cell') && !typed.cell ? { cell: texts.missingCell } : {}),
    ...(fields.includes('reason') && !typed.reason ? { reason: texts.missingReason } : {}),
  } as Partial<Record<keyof Typed, typeof texts.missingDay>>;
}
