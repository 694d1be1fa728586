/** The fields of what was found: what, where, when, on which topic; folded below them cause, record and an earlier finding. */
import { Select, Textarea } from '@mantine/core';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { foundInNames, foundIns, topicCodes, topics, type Topic } from '../shortcoming.kinds.ts';
import type { FindingDraft } from './finding.draft.ts';
import { sourceToSend } from './proof.draft.ts';
import { searchEarlier } from './shortcoming.search.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';
import { SourceFields } from './SourceFields.tsx';
import classes from './shortcomings.module.css';

interface FindingFieldsProps {
  readonly draft: FindingDraft;
  readonly onType: (change: Partial<FindingDraft>) => void;
  readonly unitId: string | undefined;
  readonly personId: string | undefined;
  readonly ownId: string | undefined;
  readonly isChecked: boolean;
  readonly fault: (...names: readonly string[]) => string | undefined;
}

export function FindingFields({ draft, onType, unitId, personId, ownId, isChecked, fault }: FindingFieldsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const missing = (isMissing: boolean, field: string) => (isChecked && isMissing ? t(texts.missing) : fault(field));
  const sourceFault = missing(sourceToSend(draft.source) === undefined, 'source');
  return (
    <>
      <Textarea label={t(texts.whatField)} value={draft.what} onChange={(event) => onType({ what: event.currentTarget.value })} maxLength={2000} autosize minRows={2} required error={missing(draft.what.trim() === '', 'what')} />
      <Select label={t(texts.topic)} value={draft.topic ?? null} onChange={(topic) => onType({ topic: (topic ?? undefined) as Topic | undefined })} data={topicCodes.map((value) => ({ value, label: t(topics[value]) }))} searchable required error={missing(draft.topic === undefined, 'topic')} />
      <ChoiceChips label={t(texts.foundIn)} value={draft.foundIn} options={foundIns.map((value) => ({ value, label: t(foundInNames[value]) }))} onChoose={(foundIn) => onType({ foundIn })} />
      <DayInput label={t(texts.foundOn)} value={draft.foundOn} onChange={(foundOn) => onType({ foundOn })} most={today} required error={missing(draft.foundOn === undefined, 'foundOn')} />
      <details className={classes.folded} open={isFilled(draft) || sourceFault !== undefined || undefined}>
        <summary>{t(texts.more)}</summary>
        <div className={classes.foldedFields}>
          {/* Of what stands in the ledger the unit tells the cause, with its measure. */}
          {ownId === undefined && <Textarea label={t(texts.cause)} value={draft.cause} onChange={(event) => onType({ cause: event.currentTarget.value })} maxLength={2000} autosize minRows={2} error={fault('cause')} />}
          <SourceFields label={t(texts.source)} unitId={unitId} value={draft.source} onChange={(source) => onType({ source })} error={sourceFault} />
          <Lookup label={t(texts.earlier)} description={t(texts.earlierHint)} value={draft.earlier} onChange={(earlier) => onType({ earlier })} search={(text) => searchEarlier(text, { without: ownId, personId })} error={fault('earlierId')} />
        </div>
      </details>
    </>
  );
}

function isFilled({ cause, source, earlier }: FindingDraft): boolean {
  return cause !== '' || source.words !== '' || source.kind !== 'paper' || earlier !== undefined;
}
