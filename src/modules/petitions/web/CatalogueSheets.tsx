/** Adds, renames and ends topics; sets and ends who decides. */
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { kindName } from '../../units/unit.kinds.ts';
import { catalogueContract } from '../catalogue.contract.ts';
import { bodyKinds, levelNames, levels, type BodyKind, type Level } from '../petition.kinds.ts';
import type { Topic } from '../petition.record.ts';
import { catalogueTexts as texts } from './catalogue.messages.ts';
import { usePetitionRecording } from './petition.recording.ts';
import { petitionsWeb } from './petitions.web.messages.ts';
import { filterTopics } from './topics.filter.ts';
import { useTopics } from './useTopics.ts';

interface SheetProps {
  /** Where it is set; for the country where no unit is looked at. */
  readonly unitId: string | undefined;
  readonly onClose: () => void;
}

/** In whose name it is set: told, not asked. */
function useScope(unitId: string | undefined): string {
  const { t } = useText();
  const { today } = useAsOf();
  const unit = useProcedure(unitContract.unit, { id: unitId ?? '', asOf: today }, { enabled: unitId !== undefined }).data;
  return `${t(texts.scope)}: ${unitId ? (unit?.name ?? '') : t(texts.country)}`;
}

interface Fields {
  /** Absent until it is typed: then that of the name. */
  readonly code: string | undefined;
  readonly parent: string | null;
  readonly vi: string;
  readonly en: string;
}

/** "Đường nội đồng" → "duongNoiDong". */
function codeOf(name: string): string {
  return foldVietnamese(name).split(/[^a-z0-9]+/).filter(Boolean).map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('').slice(0, 40);
}

export function TopicSheet({ unitId, topic, onClose }: SheetProps & { readonly topic: Topic | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const scope = useScope(topic ? topic.scope?.id : unitId);
  const groups = useTopics(unitId).filter(({ parent }) => parent === null);
  const [fields, setFields] = useState<Fields>({ code: topic?.code, parent: topic?.parent ?? null, vi: topic?.name.vi ?? '', en: topic?.name.en ?? '' });
  const [from, setFrom] = useState<string | undefined>(today);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = usePetitionRecording<unknown>({ onDone: onClose });
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }));
  const code = fields.code ?? codeOf(fields.vi);
  const isCode = /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(code);
  const missing = (text: string) => (isChecked && text.trim() === '' ? t(petitionsWeb.missing) : undefined);
  const submit = async () => {
    setChecked(true);
    if (!isCode || fields.vi.trim() === '' || fields.en.trim() === '' || !from) return;
    await record(() => call(catalogueContract.setTopic, { ...fields, code, scopeUnitId: topic ? (topic.scope?.id ?? null) : (unitId ?? null), from }), { told: t(texts.saved) });
  };
  return (
    <ActSheet title={t(topic ? texts.rename : texts.addTopic)} verb={t(petitionsWeb.save)} intro={scope} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <TextInput label={t(texts.nameVi)} value={fields.vi} onChange={(event) => set({ vi: event.currentTarget.value })} maxLength={120} required error={missing(fields.vi)} />
      <TextInput label={t(texts.nameEn)} value={fields.en} onChange={(event) => set({ en: event.currentTarget.value })} maxLength={120} required error={missing(fields.en)} />
      {!topic && <Select label={t(texts.group)} placeholder={t(texts.newGroup)} data={groups.map(({ code, name }) => ({ value: code, label: t(name) }))} value={fields.parent} onChange={(parent) => set({ parent })} clearable error={fault('parent')} />}
      {!topic && <TextInput label={t(texts.code)} description={t(texts.codeHint)} value={code} onChange={(event) => set({ code: event.currentTarget.value })} maxLength={40} required error={isChecked && !isCode ? t(texts.codeFault) : fault('code')} />}
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={isChecked && !from ? t(petitionsWeb.missing) : fault('from')} />
    </ActSheet>
  );
}

export function CompetenceSheet({ unitId, onClose }: SheetProps) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const scope = useScope(unitId);
  const topics = useTopics(unitId);
  const [topic, setTopic] = useState<string | null>(null);
  const [level, setLevel] = useState<Level>('province');
  const [bodyKind, setBodyKind] = useState<BodyKind | null>('peoples_committee');
  const [body, setBody] = useState<LookupChoice>();
  const [outside, setOutside] = useState('');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState<string | undefined>(today);
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = usePetitionRecording<unknown>({ onDone: onClose });
  const submit = async () => {
    setChecked(true);
    if (document.trim() === '' || !from) return;
    await record(() => call(catalogueContract.setCompetence, { topic, level, scopeUnitId: unitId ?? null, bodyKind: body ? null : bodyKind, bodyId: body?.id ?? null, outside: outside.trim() || null, document: document.trim(), from }), { told: t(texts.saved) });
  };
  return (
    <ActSheet title={t(texts.addCompetence)} verb={t(petitionsWeb.save)} intro={scope} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Select label={t(petitionsWeb.topic)} placeholder={t(texts.allTopics)} data={topics.map(({ code, name, parent }) => ({ value: code, label: parent ? `– ${t(name)}` : t(name) }))} value={topic} onChange={setTopic} clearable searchable filter={filterTopics} openOnFocus={false} error={fault('topic')} />
      <ChoiceChips label={t(texts.level)} value={level} options={levels.map((value) => ({ value, label: t(levelNames[value]) }))} onChoose={setLevel} />
      <Select label={t(texts.bodyKind)} data={bodyKinds.map((value) => ({ value, label: kindName(value, language) }))} value={body ? null : bodyKind} onChange={(value) => setBodyKind(bodyKinds.find((one) => one === value) ?? null)} disabled={body !== undefined} error={fault('bodyKind')} />
      <Lookup label={t(texts.oneBody)} value={body} onChange={setBody} search={(q) => searchUnits(q, { asOf: today, kind: bodyKinds })} error={fault('bodyId')} />
      <TextInput label={t(texts.outside)} description={t(texts.outsideHint)} value={outside} onChange={(event) => setOutside(event.currentTarget.value)} maxLength={200} />
      <TextInput label={t(texts.document)} value={document} onChange={(event) => setDocument(event.currentTarget.value)} maxLength={300} required error={isChecked && document.trim() === '' ? t(petitionsWeb.missing) : undefined} />
      <DayInput label={t(texts.from)} value={from} onChange={setFrom} required error={isChecked && !from ? t(petitionsWeb.missing) : fault('from')} />
    </ActSheet>
  );
}

export interface Ending {
  readonly what: 'topic' | 'competence';
  readonly id: string;
  readonly name: string;
}

export function EndSheet({ ending: { what, id, name }, onClose }: { readonly ending: Ending; readonly onClose: () => void }) {
  const { t } = useText();
  const { today } = useAsOf();
  const [lastDay, setLastDay] = useState<string | undefined>(today);
  const { busy, problem, fault, record } = usePetitionRecording<unknown>({ onDone: onClose });
  const submit = async () => {
    if (lastDay) await record(() => (what === 'topic' ? call(catalogueContract.endTopic, { id, lastDay }) : call(catalogueContract.endCompetence, { id, lastDay })), { told: t(texts.ended) });
  };
  return (
    <ActSheet title={t(texts.endTitle)} verb={t(texts.end)} intro={name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <DayInput label={t(texts.lastDay)} value={lastDay} onChange={setLastDay} required error={fault('lastDay')} />
    </ActSheet>
  );
}
