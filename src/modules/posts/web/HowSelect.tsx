/** By election, by appointment, acting; or nobody knows any more. */
import { Select } from '@mantine/core';
import { useText } from '../../../ui/language.tsx';
import { postTexts } from '../post.messages.ts';
import { hows, type How } from '../post.ts';
import { postsWeb as texts } from './posts.web.messages.ts';

export function HowSelect({ value, onChange }: { readonly value: How | null; readonly onChange: (how: How | null) => void }) {
  const { t } = useText();
  return (
    <Select
      label={t(texts.how)} clearable value={value} placeholder={t(texts.howUnknown)} data={hows.map((code) => ({ value: code, label: t(postTexts[`how.${code}`]) }))}
      onChange={(chosen) => onChange(hows.find((code) => code === chosen) ?? null)}
    />
  );
}
