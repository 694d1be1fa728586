/** The topic of a petition, group by group. */
import { Select } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import { filterTopics } from './topics.filter.ts';
import { useTopics } from './useTopics.ts';

interface TopicFieldProps {
  readonly unitId: string | undefined;
  readonly value: string | undefined;
  readonly onChoose: (code: string | undefined) => void;
  readonly error: string | undefined;
}

export function TopicField({ unitId, value, onChoose, error }: TopicFieldProps) {
  const { t } = useText();
  const topics = useTopics(unitId);
  const groups = topics.filter(({ parent }) => parent === null);
  const data = groups.map((group) => {
    const own = topics.filter(({ parent }) => parent === group.code);
    return { group: t(group.name), items: (own.length > 0 ? own : [group]).map(({ code, name }) => ({ value: code, label: t(name) })) };
  });
  return <Select label={t(texts.topic)} data={data} value={value ?? null} onChange={(code) => onChoose(code ?? undefined)} searchable filter={filterTopics} nothingFoundMessage={t(texts.topicNotFound)} required error={error} />;
}
