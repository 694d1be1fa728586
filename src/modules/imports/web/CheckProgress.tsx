/** How far the files are on their way, then how far the server is: which sheet, how many rows. */
import { useText } from '../../../ui/language.tsx';
import { importTexts } from '../imports.web.messages.ts';
import { sheetTitle } from '../format/sheets.ts';
import type { Progress } from './import.flow.ts';
import classes from './imports.module.css';

/** The share of the whole that each phase has reached when it begins; reading takes most of it. */
const BEGUN = { waiting: 3, reading: 10, checking: 60, writing: 80, done: 100 } as const;

export function CheckProgress({ progress, sending }: { readonly progress: Progress | undefined; readonly sending: number | undefined }) {
  const { t, number, language } = useText();
  const phase = progress?.phase ?? 'waiting';
  const part = progress?.part ? sheetTitle(progress.part, language) : '';
  const sent = sending === undefined ? undefined : Math.floor(sending * 100);
  const words = sent !== undefined ? t(importTexts.uploading, { percent: number(sent) }) : t(importTexts[`phase.${phase}`], { part });
  return (
    <div className={classes.progress}>
      <p role="status">
        <strong>{words}</strong>{progress !== undefined && progress.rows > 0 && ` · ${t(importTexts.rowsRead, { rows: number(progress.rows) })}`}
      </p>
      <progress className={classes.bar} max={100} value={sent ?? BEGUN[phase]} aria-label={words} />
      <p className={classes.soft}>{t(importTexts.nothingWritten)}</p>
    </div>
  );
}
