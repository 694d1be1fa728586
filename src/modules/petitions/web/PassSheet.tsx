/** Passes a petition on: for the first time, or because the body is not competent, then with the reason. The map of competence proposes. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { petitionContract } from '../petition.contract.ts';
import { bodyKinds, levelNames, type Level } from '../petition.kinds.ts';
import type { WholePetition } from '../petition.record.ts';
import { pageTexts as texts } from './petition.page.messages.ts';
import { takenBack, usePetitionRecording } from './petition.recording.ts';
import { petitionsWeb } from './petitions.web.messages.ts';

const other = 'other';

export function PassSheet({ petition, isRefusal, onClose }: { readonly petition: WholePetition; readonly isRefusal: boolean; readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [{ id, version, unit, topic, body, outside: from }] = useState(petition);
  const { data, isLoading } = useProcedure(petitionContract.bodies, { unitId: unit.id, topic });
  const proposed = data?.items.filter((one) => !(one.body.id === body.id && one.outside === from && isRefusal)) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<LookupChoice>();
  const [outside, setOutside] = useState('');
  const [words, setWords] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = usePetitionRecording({ onDone: onClose });
  const at = chosen ?? (proposed.length > 0 ? '0' : other);
  // Until it is known who is proposed nothing is chosen: what is chosen before would be chosen for naught.
  const isTyped = !isLoading && at === other;
  const to = isTyped ? (typed && { bodyId: typed.id, outside: outside.trim() || null }) : proposed[Number(at)] && { bodyId: proposed[Number(at)]!.body.id, outside: proposed[Number(at)]!.outside };
  const options = [...proposed.map((one, index) => ({ value: String(index), label: t(texts.proposedLevel, { body: one.outside ? `${one.outside} (${one.body.name})` : one.body.name, level: t(levelNames[one.level as Level]) }) })), { value: other, label: t(texts.otherBody) }];

  const submit = async () => {
    setChecked(true);
    const said = words.trim();
    if (!to || (isRefusal && said === '')) return;
    const sent = { id, version, ...to, words: said };
    await record(() => (isRefusal ? call(petitionContract.refuse, sent) : call(petitionContract.route, sent)), { told: t(isRefusal ? texts.refused : texts.routed), undo: takenBack });
  };

  return (
    <ActSheet title={t(isRefusal ? texts.refuseTitle : texts.routeTitle)} verb={t(isRefusal ? texts.refuseVerb : texts.route)} intro={isRefusal ? t(texts.refuseIntro) : undefined} onSubmit={() => void submit()} onClose={onClose} busy={busy || isLoading} problem={problem}>
      {!isLoading && <ChoiceChips label={t(texts.proposed)} value={at} options={options} onChoose={setChosen} />}
      {isTyped && <Lookup label={t(texts.bodyField)} value={typed} onChange={setTyped} search={(q) => searchUnits(q, { asOf: today, kind: bodyKinds })} required error={isChecked && !typed ? t(petitionsWeb.missing) : fault('bodyId')} />}
      {isTyped && <TextInput label={t(texts.outside)} description={t(texts.outsideHint)} value={outside} onChange={(event) => setOutside(event.currentTarget.value)} maxLength={200} />}
      <Textarea label={t(isRefusal ? texts.reason : texts.words)} value={words} onChange={(event) => setWords(event.currentTarget.value)} maxLength={1000} autosize minRows={2} required={isRefusal} error={isChecked && isRefusal && words.trim() === '' ? t(texts.reasonMissing) : fault('words')} />
    </ActSheet>
  );
}
