/** Creates a post at a unit: which, how many seats, from when, by which paper. */
import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import type { UnitKind } from '../../units/unit.kinds.ts';
import { postContract } from '../post.contract.ts';
import { isPostKind, postKindName, postKinds, standsAt, type PostKind, type PostKindEntry } from '../post.kinds.ts';
import { DecisionInput } from './DecisionInput.tsx';
import { usePostRecording } from './post.recording.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

interface CreatePostSheetProps {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind };
  readonly onClose: () => void;
}

const fieldOfCode = { 'posts.notOfUnit': 'kind', 'posts.inFuture': 'from', 'posts.unitNotThere': 'from', 'posts.unitEnds': 'from' };
const sides: readonly PostKindEntry['side'][] = ['party', 'people', 'government', 'front'];
const mostSeats = 200;

export function CreatePostSheet({ unit, onClose }: CreatePostSheetProps) {
  const { t, language } = useText();
  const { day, today } = useAsOf();
  const [kind, setKind] = useState<PostKind>();
  const [title, setTitle] = useState('');
  const [seats, setSeats] = useState(1);
  const [from, setFrom] = useState<string | undefined>(day);
  const [decision, setDecision] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { sheet, fault, record } = usePostRecording(onClose, fieldOfCode);

  const here = postKinds.filter(({ code }) => standsAt(code, unit.kind));

  const submit = async () => {
    setChecked(true);
    if (!kind || !from) return;
    const send = () => call(postContract.create, { unitId: unit.id, kind, title: title.trim() || null, seats, from, decision: decision.trim() || null });
    await record(send, `${t(texts.postCreated)}: ${title.trim() || postKindName(kind, language)}, ${unit.name}.`);
  };

  return (
    <ActSheet title={`${t(texts.createPost)}: ${unit.name}`} verb={t(texts.createPost)} intro={t(texts.createPostAbout)} onSubmit={() => void submit()} {...sheet}>
      <Select
        label={t(texts.post)} required searchable allowDeselect={false} nothingFoundMessage={t(texts.noSuchPost)} value={kind ?? null} error={isChecked && !kind ? t(texts.missingKind) : fault('kind')}
        data={sides.map((side) => ({ group: t(texts[`side.${side}`]), items: here.filter((one) => one.side === side).map((one) => ({ value: one.code, label: one[language] })) })).filter(({ items }) => items.length > 0)}
        onChange={(value) => setKind(value !== null && isPostKind(value) ? value : undefined)}
      />
      <TextInput label={t(texts.postTitle)} description={t(texts.postTitleHint)} value={title} onChange={(event) => setTitle(event.currentTarget.value)} maxLength={200} error={fault('title')} />
      <NumberInput label={t(texts.seats)} description={t(texts.seatsHint)} value={seats} onChange={(value) => setSeats(Number(value) || 1)} min={1} max={mostSeats} clampBehavior="strict" allowDecimal={false} required error={fault('seats')} />
      <DayInput label={t(texts.postFrom)} value={from} onChange={setFrom} most={today} required error={isChecked && !from ? t(texts.missingDay) : fault('from')} />
      <DecisionInput value={decision} onChange={setDecision} error={fault('decision')} />
    </ActSheet>
  );
}
