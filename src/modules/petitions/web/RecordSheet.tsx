/** Records a petition, with signal or without; and corrects one. A denunciation ends here: nothing of it is sent. */
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useGo } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { useRegisterChoice, type RegisterChoice } from '../../documents/web/RegisterField.tsx';
import { introOf, searchUnits } from '../../membership/web/unit.choices.ts';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { petitionContract } from '../petition.contract.ts';
import { channelNames, channels, sourceNames, sources, type Source } from '../petition.kinds.ts';
import type { WholePetition } from '../petition.record.ts';
import { askingToSend, emptyAsking, petitionerToSend, type AskingDraft, type PetitionerDraft } from './asking.draft.ts';
import { AskingFields } from './AskingFields.tsx';
import { DenunciationField } from './DenunciationField.tsx';
import { pageTexts } from './petition.page.messages.ts';
import { usePetitionRecording } from './petition.recording.ts';
import { petitionHref } from './petition.words.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

/** Where it was raised, where that is known: in a meeting. */
export interface RaisedIn {
  readonly unit: { readonly id: string; readonly name: string };
  readonly source: Source;
  readonly sourceId: string;
  readonly raisedOn: string;
}

export function RecordSheet({ onClose, raisedIn }: { readonly onClose: () => void; readonly raisedIn?: RaisedIn }) {
  const { t } = useText();
  const { today } = useAsOf();
  const go = useGo();
  const choice = useRegisterChoice();
  const unitId = raisedIn?.unit.id ?? choice.unit?.id;
  const [draft, setDraft] = useState<AskingDraft>(() => emptyAsking(raisedIn?.raisedOn ?? today));
  const [source, setSource] = useState<Source>(raisedIn?.source ?? 'unit');
  const [petitioner, setPetitioner] = useState<PetitionerDraft>({ isWanted: false, name: '', contact: '', channel: 'person' });
  const [isDenunciation, setDenunciation] = useState<boolean>();
  const [tries, setTries] = useState(0);
  const isChecked = tries > 0;
  const { busy, problem, fault, record } = usePetitionRecording({ onDone: ({ id }) => { onClose(); if (!raisedIn) go(petitionHref(id)); } });

  const submit = async () => {
    setTries(tries + 1);
    const [asking, who] = [askingToSend(draft), petitionerToSend(petitioner, source)];
    if (unitId === undefined || !asking || who === undefined || isDenunciation !== false) return;
    await record(() => call(petitionContract.record, { unitId, source, ...(raisedIn ? { sourceId: raisedIn.sourceId } : {}), ...asking, petitioner: who, isDenunciation }), {
      told: t(texts.recorded), undo: ({ id, version }) => call(petitionContract.withdraw, { id, version, words: t(texts.recordedWrong) }),
    });
  };

  return (
    <ActSheet title={t(texts.recordTitle)} verb={t(isDenunciation ? texts.understood : texts.save)} intro={raisedIn?.unit.name ?? introOf(choice)} onSubmit={isDenunciation ? onClose : () => void submit()} onClose={onClose} busy={busy || (!raisedIn && choice.isOnly === undefined)} problem={problem}>
      {!raisedIn && <PlaceLine choice={choice} error={isChecked && unitId === undefined ? t(texts.missing) : fault('unitId')} />}
      {!raisedIn && <ChoiceChips label={t(texts.source)} value={source} options={sources.filter((one) => one === 'unit' || one === 'resident').map((value) => ({ value, label: t(sourceNames[value]) }))} onChoose={setSource} />}
      <DenunciationField value={isDenunciation} onChoose={setDenunciation} tries={tries} />
      {!isDenunciation && (
        <>
          <AskingFields draft={draft} onType={(change) => setDraft((before) => ({ ...before, ...change }))} onDenunciation={() => setDenunciation(true)} unitId={unitId} isChecked={isChecked} fault={fault} />
          <Alike unitId={unitId} draft={draft} />
          {source === 'resident' && <PetitionerFields draft={petitioner} onType={(change) => setPetitioner((before) => ({ ...before, ...change }))} isChecked={isChecked} />}
        </>
      )}
    </ActSheet>
  );
}

/** The place that is proposed takes a line, not a field; whoever reaches just one is not asked. */
function PlaceLine({ choice, error }: { readonly choice: RegisterChoice; readonly error: string | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [isChanging, setChanging] = useState(false);
  if (choice.isOnly !== false) return null;
  if (choice.unit && !isChanging && !error) {
    return <div className={classes.unitLine}><span>{t(texts.unitIs, { unit: choice.unit.label })}</span><Act kind="quiet" onPress={() => setChanging(true)} aria-label={t(texts.otherUnitLong)}>{t(texts.otherUnit)}</Act></div>;
  }
  return <Lookup label={t(texts.unitField)} value={choice.unit} onChange={choice.choose} search={(q) => searchUnits(q, { asOf: today })} required error={error} />;
}

/** So much is typed before it is looked for. */
const LEAST_LETTERS = 12;
const MOST_LETTERS = 300;
const MOST_SHOWN = 3;

/** Without signal nothing can be told, and nothing is shown. */
function Alike({ unitId, draft: { topic, text } }: { readonly unitId: string | undefined; readonly draft: AskingDraft }) {
  const { t, day } = useText();
  const written = text.trim().slice(0, MOST_LETTERS);
  const { data } = useProcedure(petitionContract.similar, { unitId: unitId ?? '', topic: topic ?? '', text: written }, { enabled: unitId !== undefined && topic !== undefined && written.length >= LEAST_LETTERS });
  if (!data || data.items.length === 0) return null;
  return (
    <Notice title={t(texts.similarTitle)}>
      {t(texts.similarWhy)}
      <ul className={classes.list}>{data.items.slice(0, MOST_SHOWN).map((one) => <li key={one.id}><PageLink href={petitionHref(one.id)} className={classes.open}>{one.text}</PageLink><div className={classes.foot}><span>{one.unit.name}</span><span>{day(one.raisedOn)}</span></div></li>)}</ul>
    </Notice>
  );
}

function PetitionerFields({ draft, onType, isChecked }: { readonly draft: PetitionerDraft; readonly onType: (change: Partial<PetitionerDraft>) => void; readonly isChecked: boolean }) {
  const { t } = useText();
  const { isWanted, name, contact, channel } = draft;
  return (
    <>
      <Checkbox label={t(texts.wantsAnswer)} description={t(texts.wantsAnswerHint)} checked={isWanted} onChange={(event) => onType({ isWanted: event.currentTarget.checked })} />
      {isWanted && (
        <div className={classes.group}>
          <TextInput label={t(texts.petitionerName)} value={name} onChange={(event) => onType({ name: event.currentTarget.value })} maxLength={120} autoComplete="off" required error={isChecked && name.trim() === '' ? t(texts.missing) : undefined} />
          <Textarea label={t(texts.petitionerContact)} value={contact} onChange={(event) => onType({ contact: event.currentTarget.value })} maxLength={200} autosize autoComplete="off" />
          <ChoiceChips label={t(texts.channel)} value={channel} options={channels.map((value) => ({ value, label: t(channelNames[value]) }))} onChoose={(one) => onType({ channel: one })} />
        </div>
      )}
    </>
  );
}

export function CorrectSheet({ petition, onClose }: { readonly petition: WholePetition; readonly onClose: () => void }) {
  const { t } = useText();
  const [opened] = useState(petition);
  const [draft, setDraft] = useState<AskingDraft>({ topic: opened.topic, text: opened.text, peopleBehind: String(opened.peopleBehind ?? ''), raisedOn: opened.raisedOn });
  const [isDenunciation, setDenunciation] = useState<boolean>();
  const [tries, setTries] = useState(0);
  const isChecked = tries > 0;
  const { busy, problem, fault, record } = usePetitionRecording({ onDone: onClose });
  const submit = async () => {
    setTries(tries + 1);
    const asking = askingToSend(draft);
    if (asking && isDenunciation === false) await record(() => call(petitionContract.correct, { id: opened.id, version: opened.version, ...asking, isDenunciation }), { told: t(pageTexts.corrected) });
  };
  return (
    <ActSheet title={t(pageTexts.correctTitle)} verb={t(isDenunciation ? texts.understood : texts.save)} intro={opened.unit.name} onSubmit={isDenunciation ? onClose : () => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DenunciationField value={isDenunciation} onChoose={setDenunciation} tries={tries} />
      {!isDenunciation && <AskingFields draft={draft} onType={(change) => setDraft((before) => ({ ...before, ...change }))} onDenunciation={() => setDenunciation(true)} unitId={opened.unit.id} isChecked={isChecked} fault={fault} />}
    </ActSheet>
  );
}
