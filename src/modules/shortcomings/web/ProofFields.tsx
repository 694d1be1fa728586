/** The figures that are to prove a remedy: chosen from what the system counts, or a number typed in with its record. */
import { NumberInput, TextInput } from '@mantine/core';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { figuresContract } from '../../../figures/figures.contract.ts';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { Act } from '../../../ui/Act.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { mostProofs } from '../shortcoming.proof.ts';
import { newEntered, newFigure, type EnteredDraft, type FigureDraft, type ProofDraft, type SideDraft } from './proof.draft.ts';
import { pageTexts as texts } from './shortcoming.page.messages.ts';
import { SourceFields } from './SourceFields.tsx';
import classes from './shortcomings.module.css';

interface ProofFieldsProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly drafts: readonly ProofDraft[];
  readonly onChange: (drafts: readonly ProofDraft[]) => void;
  /** Which of them something was missing of when it was last sent: told until then, so that nothing moves under the thumb. */
  readonly unfinished: readonly string[];
}

export function ProofFields({ unit, drafts, onChange, unfinished }: ProofFieldsProps) {
  const { t } = useText();
  const put = (changed: ProofDraft) => onChange(drafts.map((draft) => (draft.key === changed.key ? changed : draft)));
  const key = `new ${drafts.length} ${drafts.at(-1)?.key ?? ''}`;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t(texts.proofFields)}</legend>
      {drafts.map((draft) => (
        <div key={draft.key} className={classes.proofFields}>
          {draft.kind === 'figure' ? <FigureFields draft={draft} onType={put} /> : <EnteredFields draft={draft} onType={put} unitId={unit.id} />}
          {unfinished.includes(draft.key) && <p className={classes.fault}>{t(texts.proofUnfinished)}</p>}
          <div><Act kind="quiet" onPress={() => onChange(drafts.filter(({ key: of }) => of !== draft.key))}>{t(texts.removeProof)}</Act></div>
        </div>
      ))}
      {drafts.length < mostProofs && (
        <div className={classes.adds}>
          <Act onPress={() => onChange([...drafts, newFigure(key, { id: unit.id, label: unit.name })])}>{t(texts.addFigure)}</Act>
          <Act onPress={() => onChange([...drafts, newEntered(key)])}>{t(texts.addEntered)}</Act>
        </div>
      )}
    </fieldset>
  );
}

function FigureFields({ draft, onType }: { readonly draft: FigureDraft; readonly onType: (draft: FigureDraft) => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const type = (change: Partial<FigureDraft>) => onType({ ...draft, ...change });
  const search = async (text: string): Promise<readonly (LookupChoice & { isState: boolean })[]> => {
    const { items } = await call(figuresContract.list, {});
    return items.filter(({ title }) => foldVietnamese(t(title)).includes(foldVietnamese(text))).slice(0, 20).map(({ id, title, kind }) => ({ id, label: t(title), isState: kind === 'state' }));
  };
  const choose = (choice: LookupChoice | undefined) => type({ figure: choice, isState: choice !== undefined && 'isState' in choice && choice.isState === true });
  const { isState } = draft;
  return (
    <>
      <Lookup label={t(texts.figure)} value={draft.figure} onChange={choose} search={search} required />
      <Lookup label={t(texts.figureUnit)} value={draft.unit} onChange={(unit) => type({ unit })} search={(q) => searchUnits(q, { asOf: today })} required />
      <div className={classes.pair}>
        {!isState && <DayInput label={t(texts.beforeFrom)} value={draft.beforeFrom} onChange={(beforeFrom) => type({ beforeFrom })} />}
        <DayInput label={t(isState ? texts.beforeOn : texts.beforeTo)} value={draft.beforeTo} onChange={(beforeTo) => type({ beforeTo })} />
      </div>
      <div className={classes.pair}>
        {!isState && <DayInput label={t(texts.afterFrom)} value={draft.afterFrom} onChange={(afterFrom) => type({ afterFrom })} />}
        <DayInput label={t(isState ? texts.afterOn : texts.afterTo)} value={draft.afterTo} onChange={(afterTo) => type({ afterTo })} />
      </div>
      <TargetField value={draft.target} onChange={(target) => type({ target })} />
    </>
  );
}

function EnteredFields({ draft, onType, unitId }: { readonly draft: EnteredDraft; readonly onType: (draft: EnteredDraft) => void; readonly unitId: string }) {
  const { t } = useText();
  const type = (change: Partial<EnteredDraft>) => onType({ ...draft, ...change });
  return (
    <>
      <TextInput label={t(texts.proofTitle)} value={draft.title} onChange={(event) => type({ title: event.currentTarget.value })} maxLength={200} required />
      <div className={classes.pair}>
        <TextInput label={t(texts.measuredIn)} value={draft.measuredIn} onChange={(event) => type({ measuredIn: event.currentTarget.value })} maxLength={40} />
        <TargetField value={draft.target} onChange={(target) => type({ target })} />
      </div>
      <SideFields label={t(texts.beforeValue)} unitId={unitId} side={draft.before} onType={(before) => type({ before })} />
      <SideFields label={t(texts.afterValue)} unitId={unitId} side={draft.after} onType={(after) => type({ after })} />
    </>
  );
}

function SideFields({ label, unitId, side, onType }: { readonly label: string; readonly unitId: string; readonly side: SideDraft; readonly onType: (side: SideDraft) => void }) {
  const { t } = useText();
  return (
    <>
      <div className={classes.pair}>
        <NumberInput label={label} value={side.value} onChange={(value) => onType({ ...side, value })} decimalSeparator="," decimalScale={4} hideControls inputMode="decimal" />
        <TextInput label={t(texts.when)} value={side.when} onChange={(event) => onType({ ...side, when: event.currentTarget.value })} maxLength={100} />
      </div>
      {(side.value !== '' || side.when !== '') && <SourceFields label={t(texts.paper)} unitId={unitId} value={side.source} onChange={(source) => onType({ ...side, source })} />}
    </>
  );
}

function TargetField({ value, onChange }: { readonly value: number | string; readonly onChange: (value: number | string) => void }) {
  const { t } = useText();
  return <NumberInput label={t(texts.targetField)} value={value} onChange={onChange} decimalSeparator="," decimalScale={4} hideControls inputMode="decimal" />;
}
