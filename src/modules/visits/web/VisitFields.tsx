/** What is told of a visit: when, what for, whom met, what heard; the rest unfolds. */
import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ChoiceChips } from '../../meetings/web/ChoiceChips.tsx';
import { heardTopicNames, heardTopics, metKinds, metNames, visitKindNames, visitKinds } from '../visit.kinds.ts';
import { mostHeard } from '../visit.ts';
import type { HeardDraft, VisitDraft } from './visit.draft.ts';
import { visitForm as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

interface VisitFieldsProps {
  readonly draft: VisitDraft;
  readonly onType: (change: Partial<VisitDraft>) => void;
  readonly today: string;
  readonly isChecked: boolean;
  readonly fault: (...fields: readonly string[]) => string | undefined;
  /** Asked once the kind is known. */
  readonly where?: ReactNode;
  /** What else comes of the visit. */
  readonly outcome?: ReactNode;
  /** Stands with what unfolds. */
  readonly more?: ReactNode;
  readonly isMoreOpen?: boolean;
}

export function VisitFields({ draft, onType, today, isChecked, fault, where, outcome, more, isMoreOpen = false }: VisitFieldsProps) {
  const { t } = useText();
  return (
    <>
      <ChoiceChips label={t(texts.kind)} value={draft.kind} options={visitKinds.map((value) => ({ value, label: t(visitKindNames[value]) }))} onChoose={(kind) => onType({ kind })} />
      {isChecked && !draft.kind && <p className={classes.fault} role="alert">{t(texts.missing)}</p>}
      {where}
      <DayInput label={t(texts.on)} value={draft.on} onChange={(on) => onType({ on })} most={today} required error={isChecked && !draft.on ? t(texts.missing) : fault('on')} />
      <Checkbox.Group label={t(texts.met)} value={[...draft.met]} onChange={(chosen) => onType({ met: metKinds.filter((one) => chosen.includes(one)) })}>
        <div className={classes.metChoices}>{metKinds.map((one) => <Checkbox key={one} size="md" value={one} label={t(metNames[one])} />)}</div>
      </Checkbox.Group>
      <HeardFields heard={draft.heard} onChange={(heard) => onType({ heard })} />
      {outcome}
      <details className={classes.folded} open={isMoreOpen}>
        <summary>{t(texts.more)}</summary>
        <div className={classes.foldedFields}>
          <Textarea label={t(texts.advice)} value={draft.advice} onChange={(event) => onType({ advice: event.currentTarget.value })} maxLength={2000} autosize minRows={2} error={fault('advice')} />
          <TextInput label={t(texts.coarse)} description={t(texts.coarseHint)} value={draft.place} onChange={(event) => onType({ place: event.currentTarget.value })} maxLength={120} />
          {more}
        </div>
      </details>
    </>
  );
}

function HeardFields({ heard, onChange }: { readonly heard: readonly HeardDraft[]; readonly onChange: (heard: readonly HeardDraft[]) => void }) {
  const { t } = useText();
  const change = (at: number, changed: Partial<HeardDraft>) => onChange(heard.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  const topics = heardTopics.map((value) => ({ value, label: t(heardTopicNames[value]) }));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t(texts.heard)}</legend>
      <p className={classes.hint}>{t(texts.heardHint)}</p>
      {heard.map((one, at) => (
        <div key={at} className={classes.line}>
          <Stack gap="xs">
            <Select label={t(texts.topic)} data={topics} value={one.topic} allowDeselect={false} onChange={(topic) => change(at, { topic: heardTopics.find((known) => known === topic) ?? one.topic })} />
            <Textarea label={t(texts.heardText)} value={one.text} onChange={(event) => change(at, { text: event.currentTarget.value })} maxLength={1000} autosize minRows={2} />
          </Stack>
          <Act kind="quiet" icon={<IconX size={18} aria-hidden />} onPress={() => onChange(heard.filter((_, index) => index !== at))}>{t(texts.remove)}</Act>
        </div>
      ))}
      {heard.length < mostHeard && <div><Act onPress={() => onChange([...heard, { topic: 'policy', text: '' }])}>{t(texts.addHeard)}</Act></div>}
    </fieldset>
  );
}
