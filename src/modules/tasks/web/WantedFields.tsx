/** The fields of a task: what is to be done, until when, who answers; the rest folded. */
import { NumberInput, Select, Textarea } from '@mantine/core';
import { searchPeople } from '../../../access/web/PersonChoice.tsx';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { postContract } from '../../posts/post.contract.ts';
import { postName } from '../../posts/web/post.words.ts';
import { ChosenUnits } from './ChosenUnits.tsx';
import { formTexts as texts } from './task.form.messages.ts';
import { pageTexts } from './task.page.messages.ts';
import { tasksWeb } from './tasks.web.messages.ts';
import { useFigures } from './useFigures.ts';
import { isRecurrence, type WantedDraft, type WantedFault } from './wanted.draft.ts';
import classes from './GiveSheet.module.css';

interface WantedFieldsProps {
  readonly draft: WantedDraft;
  readonly onType: (changes: Partial<WantedDraft>) => void;
  readonly faulty: readonly WantedFault[];
  readonly fault: (...fields: readonly string[]) => string | undefined;
  /** The one unit that is to do it; of many each names who answers. */
  readonly unitId: string | undefined;
  /** One of those that were shared out: it has a weight among them. */
  readonly isPart?: boolean;
  /** False: only who answers and the steps are asked for. */
  readonly isWhole: boolean;
}

export function WantedFields(props: WantedFieldsProps) {
  const { draft, onType, faulty, fault, unitId, isWhole } = props;
  const { t } = useText();
  const missing = (field: WantedFault) => (faulty.includes(field) ? t(tasksWeb.missing) : fault(field));
  return (
    <>
      {isWhole && <Textarea label={t(tasksWeb.title)} value={draft.title} onChange={(event) => onType({ title: event.currentTarget.value })} maxLength={1000} autosize minRows={2} required error={missing('title')} />}
      {isWhole && <DayInput label={t(tasksWeb.due)} description={t(tasksWeb.dueHint)} value={draft.dueOn} onChange={(dueOn) => onType({ dueOn })} error={missing('dueOn')} />}
      {unitId && <Lookup label={t(tasksWeb.owner)} description={t(texts.ownerHint)} value={draft.owner} onChange={(owner) => onType({ owner })} search={searchPeople} error={fault('ownerId')} />}
      {unitId && <PostField unitId={unitId} value={draft.postId} onChange={(postId) => onType({ postId })} error={fault('ownerPostId')} />}
      <details className={classes.folded}>
        <summary>{t(texts.more)}</summary>
        <div className={classes.fields}>
          {isWhole && <Textarea label={t(texts.detail)} value={draft.detail} onChange={(event) => onType({ detail: event.currentTarget.value })} maxLength={4000} autosize minRows={2} error={fault('detail')} />}
          <Textarea label={t(texts.steps)} description={t(texts.stepsHint)} value={draft.steps} onChange={(event) => onType({ steps: event.currentTarget.value })} maxLength={9000} autosize minRows={2} error={fault('steps')} />
          {isWhole && <MoreFields {...props} missing={missing} />}
        </div>
      </details>
    </>
  );
}

function MoreFields({ draft, onType, missing, fault, isPart = false }: WantedFieldsProps & { readonly missing: (field: WantedFault) => string | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const figures = useFigures(true);
  const chosen = figures.find(({ id }) => id === draft.figure);
  const every = [{ value: 'monthly', label: t(texts.monthly) }, { value: 'quarterly', label: t(texts.quarterly) }];
  return (
    <>
      {isPart && <NumberInput label={t(pageTexts.weight)} description={t(texts.weightHint)} value={draft.weight} onChange={(weight) => onType({ weight })} min={1} max={100} allowDecimal={false} size="md" error={fault('weight')} />}
      <ChosenUnits label={t(texts.partners)} units={draft.partners} onChange={(partners) => onType({ partners })} search={(q) => searchUnits(q, { asOf: today })} error={fault('partners')} />
      <Select label={t(texts.recurs)} placeholder={t(texts.once)} data={every} value={draft.every} onChange={(value) => onType({ every: isRecurrence(value) ? value : null })} clearable size="md" />
      {draft.every && <DayInput label={t(texts.until)} value={draft.until} onChange={(until) => onType({ until })} required error={missing('until')} />}
      <Select label={t(texts.figure)} description={t(texts.figureHint)} data={figures.map(({ id, title }) => ({ value: id, label: t(title) }))} value={draft.figure} onChange={(figure) => onType({ figure })} searchable clearable size="md" error={fault('aim')} />
      {draft.figure && <NumberInput label={t(texts.target)} value={draft.target} onChange={(target) => onType({ target })} min={0} decimalSeparator="," thousandSeparator="." suffix={chosen?.isShare ? '%' : ''} size="md" required error={missing('target')} />}
    </>
  );
}

/** Posts of the unit on the day; whoever holds the chosen one answers. */
function PostField({ unitId, value, onChange, error }: { readonly unitId: string; readonly value: string | null; readonly onChange: (postId: string | null) => void; readonly error: string | undefined }) {
  const { t, language } = useText();
  const { today } = useAsOf();
  const reads = useMayVisit('post.read');
  const { data } = useProcedure(postContract.ofUnit, { unitId, asOf: today }, { enabled: reads });
  const posts = data?.items ?? [];
  if (posts.length === 0) return null;
  const choices = posts.map((post) => ({ value: post.id, label: [postName(post, language), post.holders.map(({ person }) => person.fullName).join(', ')].filter(Boolean).join(' – ') }));
  return <Select label={t(texts.post)} description={t(texts.postHint)} data={choices} value={value} onChange={onChange} clearable size="md" error={error} />;
}
