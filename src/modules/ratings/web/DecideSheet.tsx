/** Enters what the competent body decided about several at once: the paper and its day once, a level for each. All are written, or none. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { ratingContract } from '../rating.contract.ts';
import { levels, type Level } from '../rating.kinds.ts';
import { useLevelWords } from './rating.columns.tsx';
import { useRatingRecording } from './rating.recording.ts';
import { subjectName, type RatingItem, type Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

interface Props {
  readonly season: Season;
  readonly rows: readonly RatingItem[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What a person chose for a line; the level proposed stands there to begin with. */
interface Line {
  readonly level: Level | '';
  readonly reason: string;
}

export function DecideSheet({ season, rows, onClose, onDone }: Props) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const [paper, setPaper] = useState<{ document: string; on: string | undefined }>({ document: '', on: today });
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>(() => Object.fromEntries(rows.map(({ id, appraisal }) => [id, { level: appraisal ?? '', reason: '' }])));
  const [isChecked, setChecked] = useState(false);
  const { busy, problem, fault, record } = useRatingRecording({ onDone });
  const change = (id: string, changes: Partial<Line>) => setLines((before) => ({ ...before, [id]: { ...lineOf(before, id), ...changes } }));

  const submit = async () => {
    setChecked(true);
    const document = paper.document.trim();
    const items = rows.flatMap(({ id, version }) => {
      const { level, reason } = lineOf(lines, id);
      return level ? [{ id, version, level, reason: reason.trim() || null }] : [];
    });
    if (document === '' || !paper.on || items.length < rows.length) return;
    const on = paper.on;
    await record(() => call(ratingContract.decide, { seasonId: season.id, document, on, items }), { told: t(texts.decided, { count: number(items.length) }) });
  };

  return (
    <ActSheet title={t(texts.decide)} verb={t(texts.decide)} intro={t(texts.decideIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <TextInput label={t(texts.document)} description={t(texts.documentHint)} value={paper.document} onChange={(event) => setPaper({ ...paper, document: event.currentTarget.value })} maxLength={300} withAsterisk error={isChecked && paper.document.trim() === '' ? t(texts.missing) : undefined} />
      <DayInput label={t(texts.on)} value={paper.on} onChange={(on) => setPaper({ ...paper, on })} most={today} required error={fault('on')} />
      <ul className={classes.list}>
        {rows.map((row) => <li key={row.id}><LineFields season={season} row={row} line={lineOf(lines, row.id)} isChecked={isChecked} onChange={(changes) => change(row.id, changes)} /></li>)}
      </ul>
    </ActSheet>
  );
}

interface LineProps {
  readonly season: Season;
  readonly row: RatingItem;
  readonly line: Line;
  readonly isChecked: boolean;
  readonly onChange: (changes: Partial<Line>) => void;
}

function LineFields({ season, row, line, isChecked, onChange }: LineProps) {
  const { t } = useText();
  const words = useLevelWords();
  const frame = season.frames.find(({ kind }) => kind === row.kind)?.frame;
  const options = levels.filter((level) => frame?.levels.some(({ code }) => code === level)).map((value) => ({ value, label: words({ frame, level: value, points: null }) }));
  const isDoubtful = row.gates.some(({ state }) => state === 'failed');
  return (
    <div className={classes.line}>
      <NativeSelect
        label={subjectName(row)} aria-label={t(texts.levelOf, { name: subjectName(row) })} description={`${t(texts.appraisal)}: ${words({ frame, level: row.appraisal, points: row.appraisalPoints })}`}
        value={line.level} onChange={(event) => onChange({ level: event.currentTarget.value as Level | '' })} data={[{ value: '', label: t(texts.chooseLevel) }, ...options]} error={isChecked && !line.level ? t(texts.missing) : undefined}
      />
      {isDoubtful && <Textarea label={t(texts.reasonOf)} value={line.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} maxLength={1000} autosize minRows={1} />}
    </div>
  );
}

function lineOf(lines: Readonly<Record<string, Line>>, id: string): Line {
  return lines[id] ?? { level: '', reason: '' };
}
