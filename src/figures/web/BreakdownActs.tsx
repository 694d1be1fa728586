/** Takes the parts of a figure along: copied, as CSV, as a picture. They are counts, no records. */
import { IconCopy, IconFileTypeCsv, IconPhotoDown } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Act } from '../../ui/Act.tsx';
import { csvText } from '../../platform/csv.ts';
import { tsvText } from '../../ui/chart.ts';
import { savePicture } from '../../ui/chart.picture.ts';
import { saveFile } from '../../ui/DownloadMenu.tsx';
import { useText, type Writing } from '../../ui/language.tsx';
import type { BreakdownAnswer, FigureItem } from '../figures.contract.ts';
import { BarPicture } from './BarPicture.tsx';
import type { Part } from './breakdown.ts';
import { figuresWeb } from './figures.web.messages.ts';

interface BreakdownActsProps {
  readonly figure: FigureItem;
  readonly answer: BreakdownAnswer;
  readonly parts: readonly Part[];
  readonly title: string;
}

export function BreakdownActs({ figure, answer, parts, title }: BreakdownActsProps) {
  const writing = useText();
  const { t, day, period, language } = writing;
  const [isCopied, setCopied] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const { unit, on, from } = answer.asked;
  const when = from === null ? day(on) : period({ from, to: on });
  const name = `${title} – ${unit.name} – ${when.replaceAll('/', '-')}`;
  const copy = () => navigator.clipboard.writeText(tsvText(rowsOf({ figure, answer, parts, writing }))).then(() => setCopied(true));
  const csv = () => saveFile({ name: `${name}.csv`, content: new Blob([csvText(rowsOf({ figure, answer, parts, writing }), language)], { type: 'text/csv' }) });
  const save = () => { if (picture.current) void savePicture(picture.current, { title: name }); };
  return (
    <>
      <Act kind="quiet" icon={<IconCopy size={18} aria-hidden />} onPress={() => void copy()}>{t(isCopied ? figuresWeb.copied : figuresWeb.copy)}</Act>
      <Act kind="quiet" icon={<IconPhotoDown size={18} aria-hidden />} onPress={save}>{t(figuresWeb.picture)}</Act>
      <Act kind="quiet" icon={<IconFileTypeCsv size={18} aria-hidden />} onPress={csv}>{t(figuresWeb.csv)}</Act>
      <BarPicture place={picture} parts={parts} isShare={figure.isShare} />
    </>
  );
}

function rowsOf({ figure, answer, parts, writing }: Omit<BreakdownActsProps, 'title'> & { writing: Writing }): (string | number | null)[][] {
  const { t } = writing;
  const head = [t(answer.title), t(figuresWeb.count), ...(figure.isShare ? [t(figuresWeb.base), `${t(figuresWeb.share)} (%)`] : [])];
  return [head, ...parts.map(({ label, count, base, share }) => [t(label), count, ...(figure.isShare ? [base, share] : [])])];
}
