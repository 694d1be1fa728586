/** The fields of a plan but for unit and day: kind, extended, hour, place, how it is attended, topic. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import { kindNames, mayBeExtended, modeNames, modes, type MeetingKind, type Mode } from '../meeting.kinds.ts';
import { ClockInput } from './ClockInput.tsx';
import { clockTyped } from './meeting.days.ts';
import { meetingsWeb as texts } from './meetings.web.messages.ts';
import { SittingField } from './SittingField.tsx';
import classes from './meetings.module.css';

export interface TypedPlan {
  readonly kind: MeetingKind;
  readonly isExtended: boolean;
  readonly starts: string;
  readonly place: string;
  readonly mode: Mode;
  readonly topic: string;
  /** Another sitting on the same topic. */
  readonly seriesId: string | null;
}

interface PlanFieldsProps {
  readonly unitId: string | undefined;
  /** The meeting itself, where it is planned already. */
  readonly ownId?: string;
  readonly kinds: readonly MeetingKind[];
  readonly typed: TypedPlan;
  readonly onType: (changes: Partial<TypedPlan>) => void;
  readonly fault: (...names: readonly string[]) => string | undefined;
}

export const emptyPlan: TypedPlan = { kind: 'regular', isExtended: false, starts: '19:30', place: '', mode: 'in_person', topic: '', seriesId: null };

/** Which field a refusal is about, where its data don't say. */
export const fieldOfPlanCode: Readonly<Record<string, string>> = {
  'meetings.notExtended': 'isExtended', 'meetings.topicMissing': 'topic', 'meetings.dayOutside': 'on', 'meetings.kindNotHere': 'kind', 'meetings.unitGone': 'unitId',
  'meetings.already': 'on', 'meetings.sameDay': 'on', 'meetings.inFuture': 'on', 'meetings.endsBeforeStart': 'ends', 'meetings.noSeries': 'seriesId',
};

export function PlanFields({ unitId, ownId, kinds, typed, onType, fault }: PlanFieldsProps) {
  const { t } = useText();
  return (
    <>
      <Select
        label={t(texts.kind)} required allowDeselect={false} value={typed.kind} error={fault('kind')}
        data={kinds.map((kind) => ({ value: kind, label: t(kindNames[kind]) }))}
        onChange={(value) => { const kind = kinds.find((one) => one === value); if (kind) onType({ kind, isExtended: typed.isExtended && mayBeExtended(kind), seriesId: null }); }}
      />
      {mayBeExtended(typed.kind) && <Checkbox size="md" label={t(texts.extendedField)} checked={typed.isExtended} onChange={(event) => onType({ isExtended: event.currentTarget.checked })} error={fault('isExtended')} />}
      <SittingField unitId={unitId} kind={typed.kind} ownId={ownId} value={typed.seriesId} onChoose={(sitting) => onType(sitting ?? { seriesId: null })} error={fault('seriesId')} />
      <TextInput label={t(texts.topic)} description={typed.kind === 'thematic' ? t(texts.topicHint) : undefined} value={typed.topic} onChange={(event) => onType({ topic: event.currentTarget.value })} maxLength={300} withAsterisk={typed.kind === 'thematic'} error={fault('topic')} />
      <div className={classes.pair}>
        <ClockInput label={t(texts.starts)} value={typed.starts} onChange={(starts) => onType({ starts })} error={fault('starts')} />
        <Select
          label={t(texts.mode)} description={t(texts.modeHint)} allowDeselect={false} value={typed.mode} error={fault('mode')} data={modes.map((mode) => ({ value: mode, label: t(modeNames[mode]) }))}
          onChange={(value) => { const mode = modes.find((one) => one === value); if (mode) onType({ mode }); }}
        />
      </div>
      <TextInput label={t(texts.place)} value={typed.place} onChange={(event) => onType({ place: event.currentTarget.value })} maxLength={200} error={fault('place')} />
    </>
  );
}

/** As the server takes it. */
export function planned({ kind, isExtended, starts, place, mode, topic, seriesId }: TypedPlan) {
  return { kind, isExtended, starts: clockTyped(starts), place: place.trim() || null, mode, topic: topic.trim() || null, seriesId };
}

export function typedOf(plan: { readonly kind: MeetingKind; readonly isExtended: boolean; readonly starts: string | null; readonly place: string | null; readonly mode?: Mode; readonly topic?: string | null; readonly seriesId?: string | null }): TypedPlan {
  return { kind: plan.kind, isExtended: plan.isExtended, starts: plan.starts ?? '', place: plan.place ?? '', mode: plan.mode ?? 'in_person', topic: plan.topic ?? '', seriesId: plan.seriesId ?? null };
}
