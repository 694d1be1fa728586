/** What a list of topics shows while somebody types in it: found by the words that people use, not by their names alone. */
import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { isTopicFound } from '../petition.topic.words.ts';

export const filterTopics: OptionsFilter = ({ options, search }) => {
  const isFound = ({ value, label }: ComboboxItem) => isTopicFound({ code: value, label }, search);
  return options.map((option) => ('group' in option ? { ...option, items: option.items.filter(isFound) } : option)).filter((option) => ('group' in option ? option.items.length > 0 : isFound(option)));
};
