/** Ends an assignment with its reason, or gives the unit to somebody else from the next day on; leads to the hand-over file. */
import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addDays, day as asDay } from '../../../platform/day.ts';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { oversightContract } from '../oversight.contract.ts';
import { endReasonNames, endReasons, type EndReason } from '../oversight.kinds.ts';
import { useOversightRecording } from './oversight.recording.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { assignmentHref, type WholeAssignment } from './oversight.words.ts';

interface EndSheetProps {
  readonly assignment: WholeAssignment;
  readonly withSuccessor: boolean;
  readonly onClose: () => void;
}

export function EndSheet({ assignment, withSuccessor, onClose }: EndSheetProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const [{ id, version, person, unit, tier, period, leftPostOn }] = useState(assignment);
  const [lastDay, setLastDay] = useState<string | undefined>(today);
  const [reason, setReason] = useState<EndReason | undefined>(leftPostOn ? 'leftPost' : withSuccessor ? 'replaced' : undefined);
  const [decision, setDecision] = useState('');
  const [words, setWords] = useState(assignment.talkingPoints ?? '');
  const [next, setNext] = useState<LookupChoice>();
  const [beyondQuota, setBeyond] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useOversightRecording<{ readonly id: string; readonly version: number; readonly successorId: string | null }>({ onDone: () => { onClose(); go(`${assignmentHref(id)}/ban-giao`); } });
  const missing = (isFilled: boolean) => (isChecked && !isFilled ? t(texts.missing) : undefined);

  const submit = async () => {
    setChecked(true);
    if (lastDay === undefined || reason === undefined || (withSuccessor && !next)) return;
    const successor = next ? { personId: next.id, tier, beyondQuota } : null;
    await record(() => call(oversightContract.end, { id, version, lastDay, reason, decision: decision.trim() || null, talkingPoints: words.trim(), successor }), {
      told: t(successor ? texts.changedTold : texts.endedTold),
      undo: async (done) => {
        if (done.successorId) await call(oversightContract.remove, { id: done.successorId, version: 1 });
        await call(oversightContract.reopen, { id, version: done.version });
      },
    });
  };

  const isOver = isShownProblem(problem) && problem.code === 'oversight.quotaReached';
  return (
    <ActSheet title={t(withSuccessor ? texts.changeTitle : texts.endTitle)} verb={t(withSuccessor ? texts.change : texts.end)} intro={t(texts.endIntro, { cadre: person.name, unit: unit.name })} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {withSuccessor && <Lookup label={t(texts.successor)} value={next} onChange={setNext} search={searchPeople} required error={missing(next !== undefined) ?? fault('personId')} />}
      {withSuccessor && (isOver || beyondQuota) && <Checkbox size="md" label={t(texts.beyondQuota)} checked={beyondQuota} onChange={(event) => setBeyond(event.currentTarget.checked)} />}
      <DayInput label={t(texts.lastDay)} value={lastDay} onChange={setLastDay} least={period.from} required error={missing(lastDay !== undefined) ?? fault('lastDay')} />
      <Select label={t(texts.reason)} value={reason ?? null} onChange={(one) => one && setReason(one as EndReason)} data={endReasons.map((code) => ({ value: code, label: t(endReasonNames[code]) }))} allowDeselect={false} required error={missing(reason !== undefined)} />
      {!withSuccessor && lastDay && <LeftAlone assignment={assignment} lastDay={lastDay} />}
      <TextInput label={t(texts.endDecision)} description={t(texts.decisionHint)} value={decision} onChange={(event) => setDecision(event.currentTarget.value)} maxLength={200} />
      <Textarea label={t(texts.talkingPoints)} description={t(texts.talkingPointsHint)} value={words} onChange={(event) => setWords(event.currentTarget.value)} autosize minRows={4} maxLength={8000} />
    </ActSheet>
  );
}

/** Whoever ends the last assignment of a unit is told so before it is done. */
function LeftAlone({ assignment: { id, unit }, lastDay }: { readonly assignment: WholeAssignment; readonly lastDay: string }) {
  const { t, day } = useText();
  const next = addDays(asDay(lastDay), 1);
  const { data } = useProcedure(oversightContract.list, { unitId: unit.id, on: next, limit: 2 });
  if (!data || data.items.some((other) => other.id !== id)) return null;
  return <Notice tone="warn">{t(texts.leftAlone, { unit: unit.name, day: day(next) })}</Notice>;
}
