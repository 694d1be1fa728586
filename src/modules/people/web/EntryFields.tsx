/** The fields that say how a new person comes into the list. */
import { Radio, Select, Textarea } from '@mantine/core';
import { useAsOf } from '../../../shell/asOf.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { Lookup } from '../../../ui/Lookup.tsx';
import { membershipWeb } from '../../membership/web/membership.web.messages.ts';
import { searchUnits } from '../../membership/web/unit.choices.ts';
import { postTexts } from '../../posts/post.messages.ts';
import { hows } from '../../posts/post.ts';
import { PostChoice } from '../../posts/web/PostChoice.tsx';
import { postsWeb } from '../../posts/web/posts.web.messages.ts';
import { entryKinds, type TypedEntry } from './person.entry.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

interface EntryFieldsProps {
  readonly typed: TypedEntry;
  readonly onType: (changes: Partial<TypedEntry>) => void;
  readonly faultOf: (field: keyof TypedEntry) => string | undefined;
}

export function EntryFields({ typed, onType, faultOf }: EntryFieldsProps) {
  const { t } = useText();
  const choose = (value: string) => onType({ as: entryKinds.find((kind) => kind === value) ?? 'admitted', unit: undefined, postId: undefined });
  return (
    <fieldset className={classes.group}>
      <legend>{t(texts.entryKind)}</legend>
      <Radio.Group value={typed.as} onChange={choose} aria-label={t(texts.entryKind)}>
        {entryKinds.map((kind) => <Radio key={kind} className={classes.radio ?? ''} size="md" value={kind} label={t(texts[`entry.${kind}`])} />)}
      </Radio.Group>
      {typed.as === 'admitted' && <AdmittedFields typed={typed} onType={onType} faultOf={faultOf} />}
      {typed.as === 'member' && <MemberFields typed={typed} onType={onType} faultOf={faultOf} />}
      {typed.as === 'post' && <PostFields typed={typed} onType={onType} faultOf={faultOf} />}
      <Textarea label={t(membershipWeb.decisionField)} description={t(membershipWeb.decisionHint)} value={typed.decision} onChange={(event) => onType({ decision: event.currentTarget.value })} maxLength={300} autosize minRows={2} error={faultOf('decision')} />
    </fieldset>
  );
}

function CellField({ typed, onType, faultOf }: EntryFieldsProps) {
  const { t } = useText();
  const { day } = useAsOf();
  return <Lookup label={t(membershipWeb.cell)} value={typed.unit} onChange={(unit) => onType({ unit })} search={(q) => searchUnits(q, { asOf: typed.from ?? day, kind: ['cell'] })} required error={faultOf('unit')} />;
}

function AdmittedFields(props: EntryFieldsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const { typed, onType, faultOf } = props;
  return (
    <>
      <CellField {...props} />
      <DayInput label={t(texts.admittedOn)} value={typed.from} onChange={(from) => onType({ from })} most={today} required error={faultOf('from')} />
    </>
  );
}

function MemberFields(props: EntryFieldsProps) {
  const { t } = useText();
  const { today } = useAsOf();
  const { typed, onType, faultOf } = props;
  const least = typed.admittedOn ? { least: typed.admittedOn } : {};
  return (
    <>
      <CellField {...props} />
      <div className={classes.pair}>
        <DayInput label={t(texts.admittedOn)} value={typed.admittedOn} onChange={(admittedOn) => onType({ admittedOn })} most={today} required error={faultOf('admittedOn')} />
        <DayInput label={t(texts.recognisedOn)} description={t(texts.recognisedHint)} value={typed.recognisedOn} onChange={(recognisedOn) => onType({ recognisedOn })} most={today} {...least} error={faultOf('recognisedOn')} />
      </div>
      <DayInput label={t(texts.placedFrom)} value={typed.from} onChange={(from) => onType({ from })} most={today} {...least} required error={faultOf('from')} />
      <Select
        label={t(texts.inReason)} allowDeselect={false} value={typed.inReason}
        data={(['initial', 'transfer_in'] as const).map((reason) => ({ value: reason, label: t(texts[`in.${reason}`]) }))}
        onChange={(value) => onType({ inReason: value === 'transfer_in' ? 'transfer_in' : 'initial' })}
      />
    </>
  );
}

function PostFields({ typed, onType, faultOf }: EntryFieldsProps) {
  const { t } = useText();
  const { day, today } = useAsOf();
  return (
    <>
      <PostChoice on={typed.from ?? day} unit={typed.unit} onUnit={(unit) => onType({ unit })} postId={typed.postId} onPost={(postId) => onType({ postId })} error={faultOf('unit') ?? faultOf('postId')} />
      <DayInput label={t(postsWeb.from)} value={typed.from} onChange={(from) => onType({ from })} most={today} required error={faultOf('from')} />
      <Select
        label={t(postsWeb.how)} clearable value={typed.how} placeholder={t(postsWeb.howUnknown)} data={hows.map((code) => ({ value: code, label: t(postTexts[`how.${code}`]) }))}
        onChange={(value) => onType({ how: hows.find((code) => code === value) ?? null })}
      />
    </>
  );
}
