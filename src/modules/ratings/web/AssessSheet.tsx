/** Enters a self-rating or an appraisal: points by criterion with their proof, numbers for the conditions with their source, a level. */
import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useText } from '../../../ui/language.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { ratingContract } from '../rating.contract.ts';
import { wholeFrame } from '../rating.frame.ts';
import { factNames, kindOfFact } from '../rating.gates.ts';
import { assessmentToSend, draftOf, faultsOf, type AssessDraft, type TypedFact, type TypedPoints } from './assess.draft.ts';
import { useRatingRecording } from './rating.recording.ts';
import { levelName, measureWords, subjectName, type WholeRating } from './rating.words.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

interface AssessSheetProps {
  readonly rating: WholeRating;
  /** `own`: by the person himself. */
  readonly as: 'self' | 'own' | 'appraise';
  readonly onClose: () => void;
}

export function AssessSheet({ rating, as, onClose }: AssessSheetProps) {
  const { t, number } = useText();
  const [draft, setDraft] = useState<AssessDraft>(() => draftOf(rating, as === 'appraise' ? 'appraise' : 'self'));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useRatingRecording({ onDone: onClose });
  const faults = isChecked ? faultsOf(draft) : [];
  const total = draft.points.reduce((sum, { points }) => sum + Number(points), 0);
  const title = t({ self: texts.rateSelf, own: texts.rateOwn, appraise: texts.appraise }[as]);

  const submit = async () => {
    setChecked(true);
    const { level } = draft;
    if (!level || faultsOf(draft).length > 0) return;
    const { id, version } = rating;
    const procedure = { self: ratingContract.rateSelf, own: ratingContract.rateOwn, appraise: ratingContract.appraise }[as];
    await record(() => call(procedure, { id, version, ...assessmentToSend({ ...draft, level }) }), { told: t(as === 'appraise' ? texts.appraised : texts.selfSaved) });
  };

  return (
    <ActSheet title={title} verb={t(texts.save)} intro={subjectName(rating)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      {draft.points.length > 0 && (
        <div>
          <p className={classes.legend}>{t(texts.criteria)}</p>
          <ul className={classes.list}>
            {draft.points.map((points, at) => <li key={points.criterion}><PointsFields rating={rating} points={points} onChange={(change) => setDraft({ ...draft, points: draft.points.with(at, { ...points, ...change }) })} /></li>)}
          </ul>
          <p className={classes.total} role="status"><strong>{t(texts.total, { total: number(total), whole: number(wholeFrame) })}</strong></p>
          {faults.includes('points') && <p className={classes.fault}>{t(texts.pointsMissing)}</p>}
          {faults.includes('proof') && <p className={classes.fault}>{t(texts.proofMissing)}</p>}
        </div>
      )}
      {draft.stated.length > 0 && (
        <div>
          <p className={classes.legend}>{t(texts.statedTitle)}</p>
          <p className={classes.soft}>{t(texts.statedHint)}</p>
          <ul className={classes.list}>
            {draft.stated.map((fact, at) => <li key={fact.code}><FactFields rating={rating} fact={fact} onChange={(change) => setDraft({ ...draft, stated: draft.stated.with(at, { ...fact, ...change }) })} /></li>)}
          </ul>
          {faults.includes('source') && <p className={classes.fault}>{t(texts.sourceMissing)}</p>}
        </div>
      )}
      <div>
        <ChoiceChips label={t(texts.chooseLevel)} value={draft.level} options={(rating.frame?.levels ?? []).map(({ code }) => ({ value: code, label: t(levelName(rating.frame, code)) }))} onChoose={(level) => setDraft({ ...draft, level })} />
        {faults.includes('level') && <p className={classes.fault}>{t(texts.levelMissing)}</p>}
      </div>
      <Textarea label={t(texts.note)} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })} maxLength={2000} autosize minRows={2} />
    </ActSheet>
  );
}

function PointsFields({ rating, points, onChange }: { readonly rating: WholeRating; readonly points: TypedPoints; readonly onChange: (change: Partial<TypedPoints>) => void }) {
  const writing = useText();
  const { t, number, language } = writing;
  const facts = rating.facts.map((fact) => ({ value: fact.code, label: `${t(fact.title)}: ${measureWords(fact.code, fact, writing)}` }));
  const criterion = rating.frame?.criteria.find(({ code }) => code === points.criterion);
  const name = criterion ? t(criterion) : points.criterion;
  return (
    <div className={classes.criterion}>
      <span>{name}<span className={classes.small}>{t(texts.upTo, { most: number(criterion?.most ?? 0) })}</span></span>
      <NumberInput aria-label={t(texts.pointsOf, { criterion: name })} value={points.points} onChange={(value) => onChange({ points: value })} min={0} max={criterion?.most ?? wholeFrame} step={0.25} hideControls inputMode="decimal" decimalSeparator={language === 'vi' ? ',' : '.'} />
      {facts.length > 0 && <NativeSelect aria-label={t(texts.factOf, { criterion: name })} value={points.fact ?? ''} onChange={(event) => onChange({ fact: event.currentTarget.value || null })} data={[{ value: '', label: t(texts.chooseFact) }, ...facts]} />}
      <TextInput aria-label={t(texts.proofOf, { criterion: name })} placeholder={t(texts.proofHint)} value={points.proof} onChange={(event) => onChange({ proof: event.currentTarget.value })} maxLength={500} />
    </div>
  );
}

function FactFields({ rating, fact, onChange }: { readonly rating: WholeRating; readonly fact: TypedFact; readonly onChange: (change: Partial<TypedFact>) => void }) {
  const writing = useText();
  const { t } = writing;
  const known = rating.facts.find(({ code }) => code === fact.code);
  const kind = kindOfFact(fact.code);
  const name = t(factNames[fact.code]);
  return (
    <div>
      {name}
      {known && <span className={classes.small}>{t(texts.known, { measure: measureWords(fact.code, known, writing) })}</span>}
      {kind === 'flag' && <ChoiceChips label={name} isLabelHidden value={fact.count === '' ? undefined : String(fact.count) as '0' | '1'} options={[{ value: '1', label: t(texts.yes) }, { value: '0', label: t(texts.no) }]} onChoose={(count) => onChange({ count: Number(count) })} />}
      <div className={classes.statedFields}>
        {kind !== 'flag' && <NumberInput label={t(kind === 'share' ? texts.count : texts.number)} aria-label={`${name}: ${t(texts.count)}`} value={fact.count} onChange={(count) => onChange({ count })} min={0} allowDecimal={false} hideControls inputMode="numeric" />}
        {kind === 'share' && <NumberInput label={t(texts.of)} aria-label={`${name}: ${t(texts.of)}`} value={fact.of} onChange={(of) => onChange({ of })} min={0} allowDecimal={false} hideControls inputMode="numeric" />}
        <TextInput label={t(texts.sourceField)} aria-label={`${name}: ${t(texts.sourceField)}`} value={fact.source} onChange={(event) => onChange({ source: event.currentTarget.value })} maxLength={500} />
      </div>
    </div>
  );
}
