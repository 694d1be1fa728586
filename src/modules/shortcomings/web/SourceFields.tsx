/** The record that something comes from: a meeting, a document, or a paper in words. */
import { TextInput } from '@mantine/core';
import { call } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchDocuments } from '../../documents/web/document.search.ts';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { meetingContract } from '../../meetings/meeting.contract.ts';
import type { SourceDraft } from './proof.draft.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';

interface SourceFieldsProps {
  readonly label: string;
  readonly unitId: string | undefined;
  readonly value: SourceDraft;
  readonly onChange: (source: SourceDraft) => void;
  readonly error?: string | undefined;
}

export function SourceFields({ label, unitId, value, onChange, error }: SourceFieldsProps) {
  const { t, day } = useText();
  const kinds = [{ value: 'paper', label: t(texts.sourcePaper) }, { value: 'meeting', label: t(texts.sourceMeeting) }, { value: 'document', label: t(texts.sourceDocument) }] as const;
  const choose = (record: LookupChoice | undefined) => onChange({ ...value, record });
  const searchMeetings = async (): Promise<readonly LookupChoice[]> => {
    const { items } = await call(meetingContract.list, { ...(unitId ? { unitId } : {}), limit: 20 });
    return items.map(({ id, kind, on, topic }) => ({ id, label: `${t(kindNames[kind])} ${day(on)}`, ...(topic ? { hint: topic } : {}) }));
  };
  return (
    <div>
      <ChoiceChips label={label} value={value.kind} options={kinds} onChoose={(kind) => onChange({ ...value, kind, record: undefined })} />
      {value.kind === 'meeting' && <Lookup label={t(texts.sourceMeeting)} value={value.record} onChange={choose} search={searchMeetings} error={error} />}
      {value.kind === 'document' && <Lookup label={t(texts.sourceDocument)} value={value.record} onChange={choose} search={(text) => searchDocuments(text, { without: undefined })} error={error} />}
      {value.kind === 'paper' && <TextInput label={t(texts.sourceWords)} value={value.words} onChange={(event) => onChange({ ...value, words: event.currentTarget.value })} maxLength={300} error={error} />}
    </div>
  );
}
