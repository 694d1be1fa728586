/** Notes a shortcoming and leads to it: its measure is the next thing. And corrects what was noted. */
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { useRegisterChoice } from '../../documents/web/RegisterField.tsx';
import { introOf } from '../../membership/web/unit.choices.ts';
import { unitContract } from '../../units/unit.contract.ts';
import { shortcomingContract } from '../shortcoming.contract.ts';
import { emptyFinding, findingOf, findingToSend, type FindingDraft } from './finding.draft.ts';
import { FindingFields } from './FindingFields.tsx';
import { useShortcomingRecording } from './shortcoming.recording.ts';
import { shortcomingHref, sourceInWords, type WholeShortcoming } from './shortcoming.words.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';
import { UnitLine } from './UnitLine.tsx';
import { SubjectFields, type SubjectDraft } from './SubjectFields.tsx';

/** Of whom it was found, where that is known: in a review. */
export interface NotedAbout {
  readonly unit: LookupChoice;
  readonly person: LookupChoice | undefined;
  readonly foundOn: string | undefined;
}

export function NoteSheet({ onClose, about }: { readonly onClose: () => void; readonly about?: NotedAbout }) {
  const { t } = useText();
  const { today } = useAsOf();
  const { home } = useSession();
  const go = useGo();
  const choice = useRegisterChoice();
  const unitId = about?.unit.id ?? choice.unit?.id;
  const [subject, setSubject] = useState<SubjectDraft>({ isPerson: about?.person !== undefined, person: about?.person, raisedById: undefined });
  const [draft, setDraft] = useState<FindingDraft>(() => emptyFinding(about?.foundOn ?? today));
  // As it stood when it was found: under whom it was then.
  const unit = useProcedure(unitContract.unit, { id: unitId ?? '', asOf: draft.foundOn ?? today }, { enabled: unitId !== undefined }).data;
  // Who notes it for a unit below found it; the unit itself is chosen where it told of it itself.
  const raisedById = subject.raisedById && [unit, ...(unit?.path ?? [])].some((one) => one?.id === subject.raisedById) ? subject.raisedById : (unit?.path.find(({ id }) => id === home?.unitId)?.id ?? unitId);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useShortcomingRecording({ onDone: ({ id }) => { onClose(); go(shortcomingHref(id)); } });

  const submit = async () => {
    setChecked(true);
    const finding = findingToSend(draft);
    if (unitId === undefined || !finding || (subject.isPerson && !subject.person)) return;
    const personId = subject.isPerson ? (subject.person?.id ?? null) : null;
    await record(() => call(shortcomingContract.note, { unitId, personId, raisedById: raisedById ?? unitId, cause: draft.cause.trim(), ...finding }), {
      told: t(texts.noted), undo: ({ id, version }) => call(shortcomingContract.withdraw, { id, version, words: t(texts.notedWrong) }),
    });
  };

  return (
    <ActSheet title={t(texts.noteTitle)} verb={t(texts.save)} intro={about ? about.unit.label : introOf(choice)} onSubmit={() => void submit()} onClose={onClose} busy={busy || (!about && choice.isOnly === undefined)} problem={problem}>
      {!about && <UnitLine choice={choice} error={isChecked && unitId === undefined ? t(texts.missing) : fault('unitId')} />}
      <SubjectFields unit={unit} draft={{ ...subject, raisedById }} onType={setSubject} isChecked={isChecked} fault={fault} />
      <FindingFields draft={draft} onType={(change) => setDraft((before) => ({ ...before, ...change }))} unitId={unitId} personId={subject.isPerson ? subject.person?.id : undefined} ownId={undefined} isChecked={isChecked} fault={fault} />
    </ActSheet>
  );
}

export function CorrectSheet({ shortcoming, onClose }: { readonly shortcoming: WholeShortcoming; readonly onClose: () => void }) {
  const { t, day } = useText();
  const [opened] = useState(shortcoming);
  const [draft, setDraft] = useState<FindingDraft>(() => findingOf(opened, (source) => sourceInWords(source, { t, day }).label));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useShortcomingRecording({ onDone: onClose });
  const { id, version } = opened;
  const submit = async () => {
    setChecked(true);
    const finding = findingToSend(draft);
    if (finding) await record(() => call(shortcomingContract.correct, { id, version, ...finding }), { told: t(texts.corrected) });
  };
  return (
    <ActSheet title={t(texts.correctTitle)} verb={t(texts.save)} intro={opened.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <FindingFields draft={draft} onType={(change) => setDraft((before) => ({ ...before, ...change }))} unitId={opened.unit.id} personId={opened.person?.id} ownId={id} isChecked={isChecked} fault={fault} />
    </ActSheet>
  );
}
