/** Of a thematic meeting or a study session: the sitting that it goes on from. Choosing one takes its topic over. */
import { Select } from '@mantine/core';
import { useProcedure } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { studiesTopics, type MeetingKind } from '../meeting.kinds.ts';
import type { MeetingItem } from './meeting.words.ts';
import { sittingTexts as texts } from './sittings.messages.ts';

export interface Sitting {
  readonly seriesId: string | null;
  readonly topic: string;
}

interface SittingFieldProps {
  readonly unitId: string | undefined;
  readonly kind: MeetingKind;
  /** The meeting itself, where it is planned already. */
  readonly ownId: string | undefined;
  readonly value: string | null;
  readonly onChoose: (sitting: Sitting | null) => void;
  readonly error: string | undefined;
}

export function SittingField({ unitId, kind, ownId, value, onChoose, error }: SittingFieldProps) {
  const { t, day } = useText();
  const isAsked = unitId !== undefined && studiesTopics(kind);
  const { data } = useProcedure(meetingContract.list, { unitId: unitId ?? '', kind: [kind], state: ['planned', 'invited', 'open', 'closed', 'adopted'], limit: 40 }, { enabled: isAsked });
  const known = onePerTopic(data?.items.filter(({ unit, id }) => unit.id === unitId && id !== ownId) ?? []);
  if (!isAsked || (known.length === 0 && value === null)) return null;
  const options = known.map(({ id, topic, on }) => ({ value: id, label: t(texts.option, { topic: topic ?? '', day: day(on) }) }));
  // One of long ago, or of which only the first sitting is named.
  const others = value !== null && !known.some(({ id }) => id === value) ? [{ value, label: t(texts.chosenBefore) }] : [];
  const choose = (id: string | null) => {
    const sitting = known.find((one) => one.id === id);
    onChoose(id === null ? null : { seriesId: id, topic: sitting?.topic ?? '' });
  };
  return <Select label={t(texts.earlier)} description={t(texts.earlierHint)} placeholder={t(texts.newTopic)} clearable value={value} data={[...others, ...options]} onChange={choose} error={error} />;
}

/** The latest on each topic: the server finds the first. */
function onePerTopic(items: readonly MeetingItem[]): MeetingItem[] {
  const topics = new Map<string, MeetingItem>();
  for (const item of items) if (item.topic !== null && !topics.has(item.topic)) topics.set(item.topic, item);
  return [...topics.values()];
}
