/** Changes the deadlines of a season; its groups go along as they stand. */
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ratingContract } from '../rating.contract.ts';
import { useRatingRecording } from './rating.recording.ts';
import type { Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';

export function ChangeSeasonSheet({ season, onClose }: { readonly season: Season; readonly onClose: () => void }) {
  const { t } = useText();
  const [typed, setTyped] = useState<Readonly<Record<'selfDueOn' | 'appraisalDueOn' | 'decisionDueOn', string | undefined>>>(season);
  const { busy, problem, fault, record } = useRatingRecording({ onDone: onClose });
  const submit = async () => {
    const { selfDueOn, appraisalDueOn, decisionDueOn } = typed;
    if (!selfDueOn || !appraisalDueOn || !decisionDueOn) return;
    await record(() => call(ratingContract.changeSeason, { ...seasonToSend(season), selfDueOn, appraisalDueOn, decisionDueOn }), { told: t(texts.changed) });
  };
  return (
    <ActSheet title={t(texts.change)} verb={t(texts.save)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DayInput label={t(texts.selfDue)} value={typed.selfDueOn} onChange={(selfDueOn) => setTyped({ ...typed, selfDueOn })} required error={fault('selfDueOn')} />
      <DayInput label={t(texts.appraisalDue)} value={typed.appraisalDueOn} onChange={(appraisalDueOn) => setTyped({ ...typed, appraisalDueOn })} required error={fault('appraisalDueOn')} />
      <DayInput label={t(texts.decisionDue)} value={typed.decisionDueOn} onChange={(decisionDueOn) => setTyped({ ...typed, decisionDueOn })} required error={fault('decisionDueOn')} />
    </ActSheet>
  );
}

/** A season as it stands, to be sent with what changes. */
export function seasonToSend({ id, version, selfDueOn, appraisalDueOn, decisionDueOn, groups }: Season) {
  return { id, version, selfDueOn, appraisalDueOn, decisionDueOn, groups: groups.map(({ code, name, override }) => ({ code, name, override })) };
}
