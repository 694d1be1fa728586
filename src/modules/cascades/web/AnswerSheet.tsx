/** Answers one clause or several alike: taken up by documents of the unit's own, or not applicable, because. */
import { Radio, Select, Stack, Textarea, TextInput, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { call, useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup, type LookupChoice } from '../../../ui/Lookup.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ShortEntry } from '../../documents/web/ShortEntry.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { asksForLess, draftOf, lacksOf, replyOf, type DraftKind, type OwnClause as OwnClauseChoice, type ReplyDraft } from './answer.draft.ts';
import { answersAt, type AskedClause, type AskedUnit } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { searchOwnDocuments } from './own.documents.ts';
import { radarTexts as texts } from './radar.messages.ts';
import classes from './cascades.module.css';

interface AnswerSheetProps {
  readonly asked: AskedUnit;
  readonly clauses: readonly AskedClause[];
  readonly onClose: () => void;
}

export function AnswerSheet({ asked, clauses, onClose }: AnswerSheetProps) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const [opened] = useState(clauses);
  const [draft, setDraft] = useState<ReplyDraft>(() => draftOf(opened, today));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, record } = useCascadeRecording<{ readonly answered: number }>({ onDone: onClose });
  const put = (changes: Partial<ReplyDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const lacks = lacksOf(draft, opened);
  const reasonAsked = reasonLabelOf(draft, opened);
  const of = { documentId: asked.document.id, unitId: asked.unit.id };
  const isNew = opened.every(({ answer }) => answer === null);

  const submit = async () => {
    setChecked(true);
    if (Object.values(lacks).some(Boolean)) return;
    await record(() => call(cascadeContract.answer, { ...of, clauses: opened.map(({ id, version, answer }) => ({ id, clauseVersion: version, version: answer?.version ?? 0 })), ...replyOf(draft, opened) }), {
      told: ({ answered }) => t(texts.answered, { count: number(answered) }), ...(isNew ? { undo: () => call(cascadeContract.takeAnswersBack, { ...of, clauseIds: opened.map(({ id }) => id) }) } : {}),
    });
  };

  return (
    <ActSheet title={opened.length === 1 ? t(texts.answerOf, { label: opened[0]!.label }) : t(texts.answerSeveral, { count: number(opened.length) })} verb={t(texts.save)} intro={opened.length === 1 ? opened[0]!.wording : asked.unit.name} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <Radio.Group label={t(texts.answerKind)} value={draft.kind} onChange={(value) => put({ kind: draftKinds.find((one) => one === value) ?? 'takenUp' })}>
        <Stack gap="sm" mt="xs">{draftKinds.map((kind) => <Radio key={kind} size="md" value={kind} label={t(texts[kind])} />)}</Stack>
      </Radio.Group>
      {draft.kind !== 'notApplicable' && <TakenUpFields asked={asked} clauses={opened} draft={draft} put={put} faulty={isChecked ? lacks : {}} />}
      {reasonAsked && <Textarea label={t(reasonAsked)} {...(draft.kind === 'direct' ? { description: t(texts.directHint) } : {})} value={draft.reason} maxLength={1000} autosize minRows={2} required error={isChecked && lacks.reason ? t(texts.reasonMissing) : undefined} onChange={(event) => put({ reason: event.currentTarget.value })} />}
      <DayInput label={t(texts.answeredOnField)} value={draft.answeredOn} least={asked.askedOn} most={today} required error={isChecked && lacks.answeredOn ? t(texts.missing) : undefined} onChange={(answeredOn) => put({ answeredOn })} />
    </ActSheet>
  );
}

const draftKinds: readonly DraftKind[] = ['takenUp', 'direct', 'notApplicable'];

function reasonLabelOf(draft: ReplyDraft, clauses: readonly AskedClause[]) {
  if (draft.kind === 'notApplicable') return texts.reasonField;
  const isLess = asksForLess(draft, clauses);
  if (draft.kind === 'direct') return isLess ? texts.directLessField : texts.directField;
  return isLess ? texts.lessField : undefined;
}

interface FieldsProps {
  readonly asked: AskedUnit;
  readonly clauses: readonly AskedClause[];
  readonly draft: ReplyDraft;
  readonly put: (changes: Partial<ReplyDraft>) => void;
  readonly faulty: Partial<ReturnType<typeof lacksOf>>;
}

function TakenUpFields({ asked, clauses, draft, put, faulty }: FieldsProps) {
  const { t, number } = useText();
  const only = clauses.length === 1 ? clauses[0] : undefined;
  return (
    <>
      {draft.kind === 'takenUp' && <OwnDocuments asked={asked} chosen={draft.documents} onChange={(documents) => put({ documents, ownClauses: [] })} error={faulty.documents ? t(texts.ownDocumentMissing) : undefined} />}
      {only && draft.kind === 'takenUp' && draft.documents[0] && <OwnClause documentId={draft.documents[0].id} value={draft.ownClauses[0]?.id} onChange={(own) => put({ ownClauses: own ? [own] : [] })} />}
      {only?.kind === 'indicator' && (draft.kind === 'direct' || draft.ownClauses.length === 0) && (
        <TextInput label={t(texts.targetField)} description={t(texts.targetHint, { number: number(only.target ?? 0), measure: only.measure ?? '' })} value={draft.target} inputMode="decimal" autoComplete="off" error={faulty.target ? t(texts.targetUnread) : undefined} onChange={(event) => put({ target: event.currentTarget.value })} />
      )}
      {asksForLess(draft, clauses) && <Notice tone="warn" title={t(texts.lessTitle)}>{t(texts.lessWhy, { number: number(only?.target ?? 0), measure: only?.measure ?? '' })}</Notice>}
      <DayInput label={t(texts.dueField)} value={draft.dueOn} onChange={(dueOn) => put({ dueOn })} />
    </>
  );
}

interface OwnDocumentsProps {
  readonly asked: AskedUnit;
  readonly chosen: readonly LookupChoice[];
  readonly onChange: (chosen: readonly LookupChoice[]) => void;
  readonly error: string | undefined;
}

function OwnDocuments({ asked, chosen, onChange, error }: OwnDocumentsProps) {
  const { t } = useText();
  const [isEntering, setEntering] = useState(false);
  const register = { id: answersAt(asked), label: asked.heir?.name ?? asked.unit.name };
  return (
    <>
      <Lookup key={chosen.length} label={t(texts.ownDocument)} required description={t(texts.ownDocumentHint)} value={undefined} onChange={(one) => { if (one && !chosen.some(({ id }) => id === one.id)) onChange([...chosen, one]); }} search={(text) => searchOwnDocuments(text, asked)} error={error} />
      {isEntering ? <ShortEntry unit={register} onEntered={(entered) => { onChange([...chosen, entered]); setEntering(false); }} onCancel={() => setEntering(false)} /> : <div><Act kind="quiet" onPress={() => setEntering(true)}>{t(texts.registerHere)}</Act></div>}
      {chosen.length > 0 && (
        <ul className={classes.chosen}>
          {chosen.map(({ id, label }) => <li key={id}>{label}<UnstyledButton className={classes.drop ?? ''} aria-label={t(texts.removeDocument, { symbol: label })} onClick={() => onChange(chosen.filter((one) => one.id !== id))}><IconX size={18} aria-hidden /></UnstyledButton></li>)}
        </ul>
      )}
    </>
  );
}

function OwnClause({ documentId, value, onChange }: { readonly documentId: string; readonly value: string | undefined; readonly onChange: (own: OwnClauseChoice | undefined) => void }) {
  const { t } = useText();
  const { data } = useProcedure(cascadeContract.clauses, { documentId });
  if (!data || data.items.length === 0) return null;
  return <Select label={t(texts.ownClause)} description={t(texts.ownClauseHint)} clearable searchable value={value ?? null} data={data.items.map(({ id, label, wording }) => ({ value: id, label: `${label}. ${wording}` }))} onChange={(id) => onChange(data.items.find((one) => one.id === id))} />;
}
