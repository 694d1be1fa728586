/** Records who takes a vacant post, from the page of its unit: the person, from when, how, by which paper. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { findPeople } from '../../people/web/people.search.ts';
import { postContract } from '../post.contract.ts';
import type { How } from '../post.ts';
import { DecisionInput } from './DecisionInput.tsx';
import { HowSelect } from './HowSelect.tsx';
import { usePostRecording } from './post.recording.ts';
import { postAndUnit, type NamedPost } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface FillPostSheetProps {
  readonly post: NamedPost & { readonly id: string; readonly period: { readonly from: string } };
  readonly onClose: () => void;
}

const PATIENCE_MS = 10_000;
const fieldOfCode = { 'posts.alreadyHolds': 'personId', 'posts.noSeat': 'period.from', 'posts.outsidePost': 'period.from', 'posts.inFuture': 'period.from', 'posts.unitNotThere': 'period.from' };

export function FillPostSheet({ post, onClose }: FillPostSheetProps) {
  const { t, language } = useText();
  const { day, today } = useAsOf();
  const [person, setPerson] = useState<LookupChoice>();
  const [from, setFrom] = useState<string | undefined>(day);
  const [how, setHow] = useState<How | null>(null);
  const [decision, setDecision] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = usePostRecording(onClose, fieldOfCode);

  const submit = async () => {
    setChecked(true);
    if (!person || !from) return;
    const send = () => call(postContract.appoint, { id: post.id, personId: person.id, period: { from, to: null }, how, decision: decision.trim() || null });
    await record(send, `${t(texts.appointed)}: ${person.label}, ${postAndUnit(post, language)}.`);
  };

  return (
    <ActSheet title={t(texts.fill)} verb={t(texts.fill)} intro={postAndUnit(post, language)} onSubmit={() => void submit()} {...sheet}>
      <Lookup label={t(texts.holder)} description={t(texts.fillHint)} value={person} onChange={setPerson} search={searchHolders} required error={isChecked && !person ? t(texts.missingHolder) : fault('personId')} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} least={post.period.from} most={today} required error={isChecked && !from ? t(texts.missingDay) : fault('period.from')} />
      <HowSelect value={how} onChange={setHow} />
      <DecisionInput value={decision} onChange={setDecision} error={fault('decision')} />
    </ActSheet>
  );
}

async function searchHolders(text: string): Promise<readonly LookupChoice[]> {
  return text.trim() === '' ? [] : findPeople(text.trim(), { signal: AbortSignal.timeout(PATIENCE_MS) });
}
