/** A cell of the file mended in place: a list where only some values serve, else a line of text. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../../../ui/language.tsx';
import { importTexts } from '../imports.web.messages.ts';
import type { Cell, Fix } from './findings.ts';

interface FixFieldProps {
  readonly cell: Cell;
  readonly original: string;
  /** What it was mended to, if it was. */
  readonly value: string | undefined;
  readonly onMend: (fix: Fix, original: string) => void;
}

export function FixField({ cell, original, value, onMend }: FixFieldProps) {
  const { t, language } = useText();
  const { sheet, row, spec } = cell;
  const [typed, setTyped] = useState(value ?? original);
  useEffect(() => setTyped(value ?? original), [value, original]);
  const keep = (text: string) => { if (text !== (value ?? original)) onMend({ sheet, row, column: spec.name, value: text }, original); };
  const label = t(importTexts.mendAt, { place: `${t(importTexts.rowMark, { row })}, ${spec.title[language]}` });
  const choices = choicesOf(cell, { yes: t(importTexts.yes), no: t(importTexts.no) }, language);
  if (choices) {
    const empty = { value: '', label: t(importTexts.leaveEmpty) };
    const strange = choices.some((choice) => choice.value === typed) || typed === '' ? [] : [{ value: typed, label: typed }];
    return <NativeSelect aria-label={label} value={typed} data={[empty, ...strange, ...choices]} onChange={(event) => keep(event.currentTarget.value)} />;
  }
  return (
    <TextInput
      aria-label={label} value={typed} maxLength={500} autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)} onBlur={() => keep(typed)} onKeyDown={(event) => { if (event.key === 'Enter') keep(typed); }}
    />
  );
}

function choicesOf({ spec, allowed }: Cell, words: { yes: string; no: string }, language: 'vi' | 'en'): readonly { value: string; label: string }[] | undefined {
  if (spec.type === 'bool') return [{ value: 'có', label: words.yes }, { value: 'không', label: words.no }];
  return allowed?.map((value) => ({ value: value.code, label: value[language] }));
}
