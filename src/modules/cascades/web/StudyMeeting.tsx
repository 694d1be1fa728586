/** At which meeting of its own a unit studied the document; nothing is asked of who may read none of them. */
import { Select } from '@mantine/core';
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import { answersAt, type AskedUnit } from './cascade.words.ts';
import { radarTexts as texts } from './radar.messages.ts';

interface StudyMeetingProps {
  readonly asked: AskedUnit;
  readonly value: string | null;
  readonly onChange: (meeting: { readonly id: string; readonly on: string } | null) => void;
}

const MOST = 100;

export function StudyMeeting({ asked, value, onChange }: StudyMeetingProps) {
  const { t, day } = useText();
  const { data } = useProcedure(meetingContract.list, { unitId: answersAt(asked), from: asked.document.issuedOn, state: ['closed', 'adopted'], limit: MOST });
  if (!data || data.items.length === 0) return null;
  const choices = data.items.map(({ id, kind, on, topic }) => ({ value: id, label: [`${t(kindNames[kind])} ${day(on)}`, topic].filter(Boolean).join(': ') }));
  return <Select label={t(texts.studyMeeting)} description={t(texts.studyMeetingHint)} clearable searchable value={value} data={choices} onChange={(id) => onChange(data.items.find((one) => one.id === id) ?? null)} />;
}
