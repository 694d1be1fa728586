/** What was said at the meeting at which the review was held, and what was concluded. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { reviewContract } from '../review.contract.ts';
import { linesIn } from './review.draft.ts';
import { pageTexts as texts } from './review.page.messages.ts';
import { useReviewRecording } from './review.recording.ts';
import type { WholeReview } from './review.words.ts';

export function HoldSheet({ review, onClose }: { readonly review: WholeReview; readonly onClose: () => void }) {
  const { t, day } = useText();
  const { today } = useAsOf();
  const [opened] = useState(review);
  const [heldOn, setHeldOn] = useState<string | undefined>(opened.heldOn ?? today);
  const [meeting, setMeeting] = useState<LookupChoice | undefined>(opened.meeting ? { id: opened.meeting.id, label: `${t(kindNames[opened.meeting.kind])} ${day(opened.meeting.on)}` } : undefined);
  const [opinions, setOpinions] = useState(opened.opinions.map(({ by, text }) => (by ? `${by}: ${text}` : text)).join('\n'));
  const [conclusion, setConclusion] = useState(opened.conclusion);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useReviewRecording<unknown>({ onDone: onClose });
  const written = conclusion.trim();
  const submit = async () => {
    setChecked(true);
    if (written === '' || !heldOn) return;
    const said = linesIn(opinions).map((text) => ({ by: '', text }));
    await record(() => call(reviewContract.hold, { id: opened.id, version: opened.version, heldOn, meetingId: meeting?.id ?? null, opinions: said, conclusion: written }), { told: t(texts.concluded) });
  };
  const searchMeetings = async (): Promise<readonly LookupChoice[]> => {
    const { items } = await call(meetingContract.list, { unitId: opened.unit.id, limit: 30 });
    return items.filter(({ unit }) => unit.id === opened.unit.id).map(({ id, kind, on }) => ({ id, label: `${t(kindNames[kind])} ${day(on)}` }));
  };
  return (
    <ActSheet title={t(texts.hold)} verb={t(texts.hold)} intro={opened.person?.name ?? opened.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DayInput label={t(texts.heldOn)} value={heldOn} onChange={setHeldOn} most={today} required error={isChecked && !heldOn ? t(texts.missing) : fault('heldOn')} />
      <Lookup label={t(texts.meeting)} value={meeting} onChange={setMeeting} search={searchMeetings} error={fault('meetingId')} />
      <Textarea label={t(texts.opinions)} description={t(texts.opinionsHint)} value={opinions} onChange={(event) => setOpinions(event.currentTarget.value)} autosize minRows={3} error={fault('opinions')} />
      <Textarea label={t(texts.conclusion)} value={conclusion} onChange={(event) => setConclusion(event.currentTarget.value)} maxLength={20_000} autosize minRows={4} required error={isChecked && written === '' ? t(texts.missing) : fault('conclusion')} />
    </ActSheet>
  );
}
