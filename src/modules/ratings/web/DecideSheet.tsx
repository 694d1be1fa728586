/** Enters what the competent body decided about several at once: the paper and its day once, a level for each. All are written, or none. */
import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { ActSheet } from '../../../ui/ActSheet.tsx';
import { DayInput } from '../../../ui/DayInput.tsx';
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { ratingContract } from '../rating.contract.ts';
import { hasPoints, wholeFrame } from '../rating.frame.ts';
import { factNames } from '../rating.gates.ts';
import { findingsOf, type GateFinding } from '../rating.judge.ts';
import { levels, type Level } from '../rating.kinds.ts';
import { ChosenCaps } from './ChosenCaps.tsx';
import { useLevelWords } from './rating.columns.tsx';
import { useRatingRecording } from './rating.recording.ts';
import { gateMarks, gateStates, subjectName, type RatingItem, type Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

interface Props {
  readonly season: Season;
  readonly rows: readonly RatingItem[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What a person chose for a line; the level and the points proposed stand there to begin with. */
interface Line {
  readonly level: Level | '';
  readonly points: string | number;
  readonly reason: string;
}

export function DecideSheet({ season, rows, onClose, onDone }: Props) {
  const { t, number } = useText();
  const { today } = useAsOf();
  const [paper, setPaper] = useState<{ document: string; on: string | undefined }>({ document: '', on: today });
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>(() => Object.fromEntries(rows.map((row) => [row.id, { level: row.appraisal ?? '', points: proposedPoints(row) ?? '', reason: '' }])));
  const [checks, setChecks] = useState(0);
  const isChecked = checks > 0;
  const list = useRef<HTMLUListElement>(null);
  // A fault in the last of many lines would not be seen.
  useEffect(() => { if (checks > 0) list.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); }, [checks]);
  const { busy, problem, fault, record } = useRatingRecording({ onDone });
  const change = (id: string, changes: Partial<Line>) => setLines((before) => ({ ...before, [id]: { ...lineOf(before, id), ...changes } }));

  const submit = async () => {
    setChecks(checks + 1);
    const document = paper.document.trim();
    const items = rows.flatMap((row) => {
      const line = lineOf(lines, row.id);
      const { level, points, reason } = line;
      return level && isWhole(season, row, line) ? [{ id: row.id, version: row.version, level, points: points === '' ? null : Number(points), reason: reason.trim() || null }] : [];
    });
    if (document === '' || !paper.on || items.length < rows.length) return;
    const on = paper.on;
    await record(() => call(ratingContract.decide, { seasonId: season.id, document, on, items }), { told: t(texts.decided, { count: number(items.length) }) });
  };

  return (
    <ActSheet title={t(texts.decide)} verb={t(texts.decide)} intro={t(texts.decideIntro)} onSubmit={() => void submit()} onClose={onClose} busy={busy} problem={problem}>
      <TextInput label={t(texts.document)} description={t(texts.documentHint)} value={paper.document} onChange={(event) => setPaper({ ...paper, document: event.currentTarget.value })} maxLength={300} withAsterisk error={isChecked && paper.document.trim() === '' ? t(texts.missing) : undefined} />
      <DayInput label={t(texts.on)} value={paper.on} onChange={(on) => setPaper({ ...paper, on })} most={today} required error={fault('on')} />
      <ChosenCaps season={season} chosen={rows.map((row) => ({ group: row.group, level: lineOf(lines, row.id).level }))} />
      <ul className={classes.list} ref={list}>
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
  const { t, language } = useText();
  const words = useLevelWords();
  const name = subjectName(row);
  const frame = frameOf(season, row);
  const options = levels.filter((level) => frame?.levels.some(({ code }) => code === level)).map((value) => ({ value, label: words({ frame, level: value, points: null }) }));
  const missing = isChecked ? t(texts.missing) : undefined;
  return (
    <div className={classes.line}>
      <NativeSelect
        label={name} aria-label={t(texts.levelOf, { name })} description={`${t(texts.appraisal)}: ${words({ frame, level: row.appraisal, points: row.appraisalPoints })}`}
        value={line.level} onChange={(event) => onChange({ level: event.currentTarget.value as Level | '' })} data={[{ value: '', label: t(texts.chooseLevel) }, ...options]} error={isBarred(season, row, line) ? t(texts.barred) : line.level ? undefined : missing}
      />
      <GatesOfLevel season={season} row={row} line={line} />
      {hasPointsIn(frame) && (
        <NumberInput
          label={t(texts.points)} aria-label={t(texts.pointsOf, { name })} value={line.points} onChange={(points) => onChange({ points })} min={0} max={wholeFrame} hideControls inputMode="decimal" decimalSeparator={language === 'vi' ? ',' : '.'}
          error={line.points === '' ? missing : undefined}
        />
      )}
      {asksReason(season, row, line) && (
        <Textarea label={t(isOtherTotal(row, line) ? texts.reasonOfPoints : texts.reasonOf)} value={line.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} maxLength={1000} autosize minRows={1} withAsterisk error={line.reason.trim() === '' ? missing : undefined} />
      )}
    </div>
  );
}

/** What bars the level that is chosen now: told before it is sent. */
function GatesOfLevel({ season, row, line }: Pick<LineProps, 'season' | 'row' | 'line'>) {
  const { t } = useText();
  const shown = findings(season, row, line).filter(({ state }) => state !== 'met');
  if (shown.length === 0) return null;
  return <ul className={classes.marks}>{shown.map(({ fact, state }) => <li key={fact}><StatusMark status={gateMarks[state]} label={`${t(gateStates[state])}: ${t(factNames[fact])}`} /></li>)}</ul>;
}

function findings(season: Season, row: RatingItem, { level }: Line): readonly GateFinding[] {
  const frame = frameOf(season, row);
  if (!frame || level === '') return [];
  const measures = Object.fromEntries(row.measures.map(({ fact, count, of }) => [fact, { count, of }]));
  return findingsOf(frame, { level, measures });
}

/** Where a gate fails whose paper was not read word for word, and where the total is not the appraisal's. */
function asksReason(season: Season, row: RatingItem, line: Line): boolean {
  if (isBarred(season, row, line)) return false;
  return isOtherTotal(row, line) || findings(season, row, line).some(({ state, onFail }) => state === 'failed' && onFail === 'reason');
}

/** No reason helps: the paper of the gate is sure. */
function isBarred(season: Season, row: RatingItem, line: Line): boolean {
  return findings(season, row, line).some(({ state, onFail }) => state !== 'met' && onFail === 'refuse');
}

function isOtherTotal({ appraisalPoints }: RatingItem, { points }: Line): boolean {
  return appraisalPoints !== null && points !== '' && Number(points) !== appraisalPoints;
}

function isWhole(season: Season, row: RatingItem, line: Line): boolean {
  return !isBarred(season, row, line) && (!hasPointsIn(frameOf(season, row)) || line.points !== '') && (!asksReason(season, row, line) || line.reason.trim() !== '');
}

function frameOf(season: Season, { kind }: RatingItem): Season['frames'][number]['frame'] | undefined {
  return season.frames.find((one) => one.kind === kind)?.frame;
}

function hasPointsIn(frame: Season['frames'][number]['frame'] | undefined): boolean {
  return frame !== undefined && hasPoints(frame);
}

function proposedPoints({ appraisalPoints, selfPoints }: RatingItem): number | null {
  return appraisalPoints ?? selfPoints;
}

function lineOf(lines: Readonly<Record<string, Line>>, id: string): Line {
  return lines[id] ?? { level: '', points: '', reason: '' };
}
