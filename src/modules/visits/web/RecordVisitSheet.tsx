/** Records a visit: under a minute on a phone, with signal or without. What was promised and photographed goes with it. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { homeOf, newId, type Id } from '../../../platform/ids.ts';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import type { LookupChoice } from '../../../ui/Lookup.tsx';
import { base64Of, shrunk } from '../../meetings/web/meeting.files.ts';
import { EvidenceFiles, type ChosenFile } from '../../tasks/web/EvidenceFiles.tsx';
import { NotPrepared } from '../../tasks/web/NotPrepared.tsx';
import type { Place } from '../place.shapes.ts';
import { petitionContract } from '../../petitions/petition.contract.ts';
import { visitContract } from '../visit.contract.ts';
import { AnyPlaceFields, InPlaceField, OwnPlaceField } from './PlaceFields.tsx';
import { PetitionFields } from './PetitionFields.tsx';
import { PromiseFields } from './PromiseFields.tsx';
import { accountToSend, cellsToChoose, emptyDraft, isPetitionHalf, isPromiseHalf, petitionsToSend, promisesToSend, type VisitDraft } from './visit.draft.ts';
import { useVisitRecording } from './visit.recording.ts';
import { visitHref } from './visit.words.ts';
import { VisitFields } from './VisitFields.tsx';
import { visitForm as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

interface RecordVisitSheetProps {
  /** Of who records; none where an office writes it down for a cadre. */
  readonly places: readonly Place[];
  /** Proposed: a place, or a unit in one. */
  readonly unitId?: string | undefined;
  readonly onClose: () => void;
}

export function RecordVisitSheet({ places, unitId: proposed, onClose }: RecordVisitSheetProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const [where, setWhere] = useState(() => placeOf(places, proposed));
  const [unit, setUnit] = useState<LookupChoice>();
  const [person, setPerson] = useState<LookupChoice>();
  const [draft, setDraft] = useState<VisitDraft>(() => emptyDraft(today));
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [isOpenPaper, setOpenPaper] = useState(false);
  const [isChecked, setChecked] = useState(false);
  // Sent again after a lost answer it is the same visit.
  const [ids] = useState(() => new Map<number, Id<'visit'>>());
  const [petitionIds] = useState(() => new Map<string, Id<'petition'>>());
  const mayAsk = useMayVisit('petition.record');
  const { busy, problem, fault, record } = useVisitRecording({ onDone: ({ id }) => { onClose(); go(visitHref(id)); } });
  const isOffice = places.length === 0;
  const place = places.find((one) => one.unit.id === where?.placeId);
  const unitId = isOffice ? unit?.id : where?.unitId;
  const home = unitId === undefined ? 0 : homeOf(unitId as Id); // chosen among units that there are
  const unitName = isOffice ? (unit?.label ?? '') : ([place?.unit, ...(place?.below ?? [])].find((one) => one?.id === unitId)?.name ?? '');
  const needsWord = files.length > 0 && !isOpenPaper;
  const cells = cellsToChoose(place, draft.kind);
  const isCellOpen = cells.length > 0 && !cells.some(({ id }) => id === unitId);
  const isHalf = draft.promises.some(isPromiseHalf) || draft.petitions.some(isPetitionHalf);

  const submit = async () => {
    setChecked(true);
    const { kind } = draft;
    if (!unitId || !draft.on || !kind || isCellOpen || (isOffice && !person) || needsWord || isHalf) return;
    const id = ids.get(home) ?? newId<'visit'>(home);
    ids.set(home, id);
    const promises = promisesToSend(draft, home);
    const raisedOn = draft.on;
    const raised: { readonly id: string; readonly version: number }[] = [];
    const send = async () => {
      const answer = await call(visitContract.record, { id, unitId, ...(isOffice && person ? { personId: person.id } : {}), ...accountToSend(draft, kind), promises });
      for (const { key, asking } of petitionsToSend(draft)) {
        const petitionId = petitionIds.get(`${home} ${key}`) ?? newId<'petition'>(home);
        petitionIds.set(`${home} ${key}`, petitionId);
        raised.push(await call(petitionContract.record, { id: petitionId, unitId, source: 'visit', sourceId: id, raisedOn, ...asking }));
      }
      for (const { id: fileId, file } of files) {
        const small = await shrunk(file);
        await call(visitContract.attach, { id, fileId, name: small.name, base64: await base64Of(small), hasNoSecrecyStamp: true });
      }
      return answer;
    };
    const undo = async (done: { readonly id: string }) => {
      for (const petition of raised) await call(petitionContract.withdraw, { ...petition, words: t(texts.mistaken) });
      await call(visitContract.withdraw, { id: done.id, reason: t(texts.mistaken) });
    };
    // Without signal a petition is recorded and not withdrawn: a visit with one is taken back on its page, later.
    await record(send, { told: t(texts.recorded, { unit: unitName }), undo, undoNeedsSignal: petitionsToSend(draft).length > 0 });
  };

  const outcome = (
    <div className={classes.outcome}>
      <PromiseFields promises={draft.promises} onChange={(promises) => setDraft((before) => ({ ...before, promises }))} from={draft.on} isChecked={isChecked} error={fault('promises')} />
      {mayAsk && <PetitionFields petitions={draft.petitions} onChange={(petitions) => setDraft((before) => ({ ...before, petitions }))} unitId={unitId} isChecked={isChecked} />}
    </div>
  );
  const more = (
    <>
      <EvidenceFiles home={home} files={files} onChange={setFiles} error={fault('file')} />
      {files.length > 0 && <Checkbox size="md" label={t(texts.noSecret)} checked={isOpenPaper} onChange={(event) => setOpenPaper(event.currentTarget.checked)} error={isChecked && needsWord ? t(texts.noSecretMissing) : undefined} />}
    </>
  );
  const inPlace = !isOffice && <InPlaceField place={place} unitId={where?.unitId} kind={draft.kind} onChoose={setWhere} error={isChecked && isCellOpen ? t(texts.missing) : undefined} />;
  return (
    <ActSheet title={t(texts.recordTitle)} verb={t(texts.save)} intro={places.length === 1 ? place?.unit.name : undefined} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem} remedy={<NotPrepared problem={problem} />}>
      {isOffice
        ? <AnyPlaceFields unit={unit} person={person} onUnit={setUnit} onPerson={setPerson} isChecked={isChecked} fault={fault} />
        : <OwnPlaceField places={places} place={place} onChoose={setWhere} error={isChecked && !unitId ? t(texts.missing) : fault('unitId')} />}
      <VisitFields draft={draft} onType={(change) => setDraft((before) => ({ ...before, ...change }))} today={today} isChecked={isChecked} fault={fault} where={inPlace} outcome={outcome} more={more} isMoreOpen={isChecked && needsWord} />
    </ActSheet>
  );
}

/** The place that was asked for, or that which holds the unit; else the first: there a visit is owed soonest. */
function placeOf(places: readonly Place[], unitId: string | undefined): { readonly placeId: string; readonly unitId: string } | undefined {
  const found = places.find(({ unit, below }) => unit.id === unitId || below.some(({ id }) => id === unitId));
  const first = found ?? places[0];
  return first && { placeId: first.unit.id, unitId: found && unitId ? unitId : first.unit.id };
}
