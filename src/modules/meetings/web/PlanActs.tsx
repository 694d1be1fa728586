/** What may become of a plan: changed, put off, called off. Each can be taken back. */
import { Button, Menu, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useFieldFault } from '../../../ui/fieldFault.ts';
import { useText } from '../../../ui/language.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { meetingContract } from '../meeting.contract.ts';
import { kindsAt } from '../meeting.kinds.ts';
import { useNoting, type LiveMeeting } from './live.meeting.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import { weekdayOf } from './meeting.words.ts';
import { fieldOfPlanCode, PlanFields, planned, typedOf, type TypedPlan } from './PlanFields.tsx';

interface PlanSheetProps {
  readonly live: LiveMeeting;
  readonly onClose: () => void;
}

export function PlanActs({ live }: { readonly live: LiveMeeting }) {
  const { t } = useText();
  const [open, setOpen] = useState<'change' | 'postpone' | 'cancel'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={18} aria-hidden />}>{t(texts.more)}</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('change')}>{t(texts.change)}</Menu.Item>
          <Menu.Item onClick={() => setOpen('postpone')}>{t(texts.postpone)}</Menu.Item>
          <Menu.Item onClick={() => setOpen('cancel')}>{t(texts.cancel)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'change' && <ChangeSheet live={live} onClose={close} />}
      {open === 'postpone' && <PostponeSheet live={live} onClose={close} />}
      {open === 'cancel' && <CancelSheet live={live} onClose={close} />}
    </>
  );
}

function ChangeSheet({ live, onClose }: PlanSheetProps) {
  const { meeting, problem } = live;
  const { note, isSending } = useNoting(live);
  const { t } = useText();
  const { day } = useAsOf();
  const unit = useProcedure(unitContract.unit, { id: meeting.unit.id, asOf: day });
  const [typed, setTyped] = useState<TypedPlan>(typedOf(meeting));
  const [seen] = useState(planned(typedOf(meeting)));
  const fault = useFieldFault(problem, fieldOfPlanCode);
  const kinds = unit.data ? kindsAt(unit.data.kind) : [meeting.kind];
  const { id } = meeting;
  const submit = async () => {
    const done = await note({
      send: () => call(meetingContract.change, { id, ...planned(typed), seen }), told: t(texts.changed), undo: () => call(meetingContract.change, { id, ...seen, seen: planned(typed) }),
    });
    if (done) onClose();
  };
  return (
    <ActSheet title={t(texts.change)} verb={t(texts.save)} onSubmit={() => void submit()} onClose={onClose} busy={isSending} problem={problem}>
      <PlanFields unitId={meeting.unit.id} ownId={meeting.id} kinds={kinds} typed={typed} onType={(changes) => setTyped((before) => ({ ...before, ...changes }))} fault={fault} />
    </ActSheet>
  );
}

function PostponeSheet({ live, onClose }: PlanSheetProps) {
  const { meeting, problem } = live;
  const { note, isSending } = useNoting(live);
  const writing = useText();
  const { t } = writing;
  const [on, setOn] = useState<string>();
  const [seen] = useState(meeting.on);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const fault = useFieldFault(problem, fieldOfPlanCode);
  const { id } = meeting;
  const submit = async () => {
    setChecked(true);
    if (!on || !reason.trim()) return;
    const back = { id, on: meeting.on, reason: meeting.reason ?? t(texts.postponedBack), seen: on };
    const done = await note({ send: () => call(meetingContract.postpone, { id, on, reason: reason.trim(), seen }), told: t(texts.postponeDone, { day: writing.day(on) }), undo: () => call(meetingContract.postpone, back) });
    if (done) onClose();
  };
  return (
    <ActSheet title={t(texts.postpone)} verb={t(texts.postpone)} intro={t(texts.postponeIntro)} onSubmit={() => void submit()} onClose={onClose} busy={isSending} problem={problem}>
      <DayInput label={t(texts.newDay)} {...(on ? { description: weekdayOf(on, writing) } : {})} value={on} onChange={setOn} required error={isChecked && !on ? t(texts.missing) : fault('on')} />
      <ReasonField value={reason} onChange={setReason} error={isChecked && !reason.trim() ? t(texts.missing) : fault('reason')} />
    </ActSheet>
  );
}

function CancelSheet({ live, onClose }: PlanSheetProps) {
  const { meeting, problem } = live;
  const { note, isSending } = useNoting(live);
  const { t } = useText();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const fault = useFieldFault(problem);
  const { id } = meeting;
  const submit = async () => {
    setChecked(true);
    if (!reason.trim()) return;
    const done = await note({ send: () => call(meetingContract.cancel, { id, reason: reason.trim() }), told: t(texts.cancelDone), undo: () => call(meetingContract.restore, { id }) });
    if (done) onClose();
  };
  return (
    <ActSheet title={t(texts.cancel)} verb={t(texts.cancel)} intro={t(texts.cancelIntro)} onSubmit={() => void submit()} onClose={onClose} busy={isSending} problem={problem}>
      <ReasonField value={reason} onChange={setReason} error={isChecked && !reason.trim() ? t(texts.missing) : fault('reason')} />
    </ActSheet>
  );
}

function ReasonField({ value, onChange, error }: { readonly value: string; readonly onChange: (value: string) => void; readonly error: string | undefined }) {
  const { t } = useText();
  return <Textarea label={t(texts.reason)} value={value} onChange={(event) => onChange(event.currentTarget.value)} maxLength={300} autosize minRows={2} withAsterisk error={error} />;
}
