/** Opens the season of a year, and leads to it. */
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { unitKinds } from '../../units/unit.kinds.ts';
import { ratingContract } from '../rating.contract.ts';
import { aboutNames, abouts, ratedUnitKinds, type About } from '../rating.kinds.ts';
import { useRatingRecording } from './rating.recording.ts';
import { seasonHref } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';

const kinds = unitKinds.map(({ code }) => code).filter((code) => code === 'central' || code === 'provincial_party' || code in ratedUnitKinds);

interface Typed {
  readonly about: About;
  readonly year: string | number;
  readonly selfDueOn: string | undefined;
  readonly appraisalDueOn: string | undefined;
  readonly decisionDueOn: string | undefined;
}

export function OpenSeasonSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const { unit, choose, isKnown } = useCommittee();
  const [typed, setTyped] = useState<Typed>({ about: 'units', year: Number(today.slice(0, 4)), selfDueOn: undefined, appraisalDueOn: undefined, decisionDueOn: undefined });
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useRatingRecording<{ readonly id: string; readonly subjects: number; readonly excluded: number }>({ onDone: ({ id }) => { onClose(); go(seasonHref(id)); } });
  const type = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
  const missing = (given: unknown) => (isChecked && (given === undefined || given === '') ? t(texts.missing) : undefined);

  const submit = async () => {
    setChecked(true);
    const { about, year, selfDueOn, appraisalDueOn, decisionDueOn } = typed;
    if (!unit || year === '' || !selfDueOn || !appraisalDueOn || !decisionDueOn) return;
    await record(() => call(ratingContract.openSeason, { unitId: unit.id, about, year: Number(year), selfDueOn, appraisalDueOn, decisionDueOn }), {
      told: ({ subjects, excluded }) => t(texts.opened, { count: number(subjects), excluded: number(excluded) }), undo: ({ id }) => call(ratingContract.dropSeason, { id }),
    });
  };

  return (
    <ActSheet title={t(texts.open)} verb={t(texts.open)} intro={t(texts.openIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Lookup label={t(texts.decides)} description={t(texts.decidesHint)} value={unit} onChange={choose} search={(q) => searchUnits(q, { asOf: today, kind: kinds })} required disabled={!isKnown} error={missing(unit) ?? fault('unitId')} />
      <ChoiceChips label={t(texts.aboutColumn)} value={typed.about} options={abouts.map((value) => ({ value, label: t(aboutNames[value]) }))} onChoose={(about) => type({ about })} />
      <NumberInput label={t(texts.year)} value={typed.year} onChange={(year) => type({ year })} min={1990} max={2100} hideControls thousandSeparator="" inputMode="numeric" withAsterisk error={missing(typed.year) ?? fault('year')} />
      <DayInput label={t(texts.selfDue)} value={typed.selfDueOn} onChange={(selfDueOn) => type({ selfDueOn })} required error={missing(typed.selfDueOn) ?? fault('selfDueOn')} />
      <DayInput label={t(texts.appraisalDue)} value={typed.appraisalDueOn} onChange={(appraisalDueOn) => type({ appraisalDueOn })} required error={missing(typed.appraisalDueOn) ?? fault('appraisalDueOn')} />
      <DayInput label={t(texts.decisionDue)} value={typed.decisionDueOn} onChange={(decisionDueOn) => type({ decisionDueOn })} required error={missing(typed.decisionDueOn) ?? fault('decisionDueOn')} />
    </ActSheet>
  );
}

/** The unit filtered for, else one's own. Until it is known nothing is typed that it would write over. */
function useCommittee(): { unit: LookupChoice | undefined; choose: (choice: LookupChoice | undefined) => void; isKnown: boolean } {
  const { today } = useAsOf();
  const { home } = useSession();
  const filtered = useUnitFilter();
  const [chosen, setChosen] = useState<{ readonly unit: LookupChoice | undefined }>();
  const usual = filtered ?? home?.unitId;
  const { data, error } = useProcedure(unitContract.unit, { id: usual ?? '', asOf: today }, { enabled: usual !== undefined });
  const proposed = data && kinds.includes(data.kind) ? { id: data.id, label: data.name } : undefined;
  return { unit: chosen ? chosen.unit : proposed, choose: (unit) => setChosen({ unit }), isKnown: usual === undefined || data !== undefined || error !== null };
}
