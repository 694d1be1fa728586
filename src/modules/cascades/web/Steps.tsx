/** The life of the document in one unit: by when each step is due, on which day it was done, by what. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark, type Status } from '../../../ui/StatusMark.tsx';
import { documentHref } from '../../documents/web/document.words.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { stepNames, steps as recordable, type Step } from '../cascade.kinds.ts';
import { AnswersDue } from './AnswersDue.tsx';
import type { AskedUnit } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { searchOwnDocuments } from './own.documents.ts';
import { radarTexts as texts } from './radar.messages.ts';
import { StudyMeeting } from './StudyMeeting.tsx';
import classes from './cascades.module.css';

type StepOnPage = AskedUnit['steps'][number];

export function Steps({ asked }: { readonly asked: AskedUnit }) {
  const { t } = useText();
  const [open, setOpen] = useState<StepOnPage>();
  const mayRecord = asked.may.includes('document.record');
  const shown = asked.steps.filter(({ step }) => step !== 'answered' || asked.clauses.length > 0);
  return (
    <Section title={t(texts.steps)}>
      <ul className={classes.steps}>
        {shown.map((one) => (
          <li key={one.step} className={classes.step}>
            <div className={classes.words}>
              <strong>{t(stepNames[one.step])}</strong>
              {one.step === 'answered' ? <AnswersDue asked={asked} /> : <StepWords step={one} />}
            </div>
            {mayRecord && one.step !== 'answered' && <Act kind="quiet" onPress={() => setOpen(one)} aria-label={t(texts.recordStepOf, { step: t(stepNames[one.step]) })}>{t(texts.recordStep)}</Act>}
          </li>
        ))}
      </ul>
      {open && <StepSheet asked={asked} step={open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

function StepWords({ step: { dueOn, byRule, doneOn, document, meetingId } }: { readonly step: StepOnPage }) {
  const { t, day } = useText();
  const { day: on } = useAsOf();
  const due = dueOn === null ? t(texts.noDeadline) : t(byRule ? texts.dueByRule : texts.due, { day: day(dueOn) });
  const isLate = dueOn !== null && (doneOn ?? on) > dueOn;
  const [status, label]: [Status, string] = doneOn ? [isLate ? 'late' : 'done', t(isLate ? texts.doneLate : texts.doneOn, { day: day(doneOn) })] : isLate ? ['very-late', t(texts.overdue)] : ['silent', t(texts.notDone)];
  return (
    <>
      <StatusMark status={status} label={label} />
      <span className={classes.small}>{due}{document && <> · <PageLink href={documentHref(document.id)}>{document.symbol}</PageLink></>}{meetingId && <> · <PageLink href={`/sinh-hoat/${meetingId}`}>{t(texts.atMeeting)}</PageLink></>}</span>
    </>
  );
}

function StepSheet({ asked, step, onClose }: { readonly asked: AskedUnit; readonly step: StepOnPage; readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [doneOn, setDoneOn] = useState<string | undefined>(step.doneOn ?? today);
  const [by, setBy] = useState<LookupChoice | undefined>(step.document ? { id: step.document.id, label: step.document.symbol } : undefined);
  const [meetingId, setMeetingId] = useState(step.meetingId);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<unknown>({ onDone: onClose });
  const of = { documentId: asked.document.id, unitId: asked.unit.id, step: recordable.find((one) => one === step.step) ?? ('received' as Step) };
  const name = t(stepNames[step.step]);
  // Who once said that it has the document has it.
  const mayUndo = step.step !== 'received' || step.doneOn !== null;
  const before = () => call(cascadeContract.recordStep, { ...of, doneOn: step.doneOn, byDocumentId: step.document?.id ?? null, meetingId: step.meetingId });
  const submit = async () => {
    setChecked(true);
    if (doneOn === undefined) return;
    await record(() => call(cascadeContract.recordStep, { ...of, doneOn, byDocumentId: by?.id ?? null, meetingId }), { told: t(texts.stepRecorded, { step: name }), ...(mayUndo ? { undo: before } : {}) });
  };
  const takeBack = () => record(() => call(cascadeContract.recordStep, { ...of, doneOn: null }), { told: t(texts.takeStepBack), undo: before });
  return (
    <ActSheet title={t(texts.recordStepOf, { step: name })} verb={t(texts.save)} intro={asked.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DayInput label={t(texts.stepDay)} value={doneOn} onChange={setDoneOn} least={asked.document.issuedOn} most={today} required error={isChecked && doneOn === undefined ? t(texts.missing) : undefined} />
      {step.step === 'studied' && <StudyMeeting asked={asked} value={meetingId} onChange={(meeting) => { setMeetingId(meeting?.id ?? null); if (meeting) setDoneOn(meeting.on); }} />}
      <Lookup label={t(texts.stepDocument)} value={by} onChange={setBy} search={(text) => searchOwnDocuments(text, asked)} />
      {step.doneOn && step.step !== 'received' && <Act kind="quiet" onPress={() => void takeBack()}>{t(texts.takeStepBack)}</Act>}
    </ActSheet>
  );
}
