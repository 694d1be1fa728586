/** Somebody of the roll, found by typing without diacritics; those who are there stand first. */
import { Select } from '@mantine/core';
import { foldVietnamese } from '../../../platform/text/fold.ts';
import { isThere } from '../meeting.roll.ts';
import { nameApart } from '../meeting.namesakes.ts';
import type { RollEntry } from './meeting.words.ts';

interface RollSelectProps {
  readonly label: string;
  readonly description?: string;
  readonly roll: readonly RollEntry[];
  readonly value: RollEntry['person']['id'] | null;
  readonly onChange: (id: RollEntry['person']['id'] | null) => void;
}

export function RollSelect({ label, description, roll, value, onChange }: RollSelectProps) {
  const ordered = roll.toSorted((one, other) => Number(isThere(other)) - Number(isThere(one)));
  return (
    <Select
      label={label} description={description} value={value} clearable searchable
      data={ordered.map(({ person }) => ({ value: person.id, label: nameApart(person) }))}
      filter={({ options, search }) => options.filter((option) => 'value' in option && foldVietnamese(option.label).includes(foldVietnamese(search)))}
      onChange={(id) => onChange(roll.find(({ person }) => person.id === id)?.person.id ?? null)}
    />
  );
}
