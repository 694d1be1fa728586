/** What a report counted: the whole with the shares of the rules, petitions by topic, then each committee and each cadre; every number opens to its records. */
import { useMemo, useState } from 'react';
import { useAddressValue } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { usePrinting } from '../../../ui/usePrinting.ts';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { unitHref } from '../../units/web/unit.words.ts';
import { reaches } from '../report.findings.ts';
import { reportLines } from '../report.lines.ts';
import type { AskedRecords } from './RecordsSheet.tsx';
import { ratioOf, shortFirst, type Findings, type Line, type Row } from './report.words.ts';
import { reportsWeb as texts } from './reports.web.messages.ts';
import classes from './reports.module.css';

type Open = (asked: AskedRecords) => void;

/** On paper all of them stand. */
const [FIRST, FURTHER] = [20, 100];
const ORDER = 'xep';
const SHORT = 'chua-dat';

export function ReportFindings({ findings, onOpen }: { readonly findings: Findings; readonly onOpen: Open }) {
  const { t, day } = useText();
  const { committees, cadres, topics, uncovered, lines } = findings;
  const ofCommittees = lines.filter(({ code }) => !reportLines.find((line) => line.code === code)?.ofCadresAlone);
  return (
    <>
      <Section title={t(texts.whole)}><Whole findings={findings} onOpen={onOpen} /></Section>
      {topics.length > 0 && <Section title={t(texts.topics)}><Topics topics={topics} /></Section>}
      <div className={classes.order}><FilterChips filters={[{ param: ORDER, label: t(texts.order), single: true, choices: [{ id: SHORT, label: t(texts.shortFirst) }] }]} /></div>
      <Section title={t(texts.committees)}><Rows rows={committees} lines={lines} shown={ofCommittees} name={t(texts.unit)} beside={t(texts.followers)} onOpen={onOpen} /></Section>
      <Section title={t(texts.cadres)}><Rows rows={cadres} lines={lines} shown={lines} name={t(texts.cadre)} beside={t(texts.followed)} onOpen={onOpen} /></Section>
      {uncovered.length > 0 && <Section title={t(texts.uncovered)}><ul className={classes.names}>{uncovered.map(({ id, name, since }) => <li key={id}><PageLink href={unitHref(id)}>{name}</PageLink>{since && <span className={classes.note}>{t(texts.since, { day: day(since) })}</span>}</li>)}</ul></Section>}
    </>
  );
}

function Whole({ findings: { facts, lines, unit }, onOpen }: { readonly findings: Findings; readonly onOpen: Open }) {
  const { t } = useText();
  return (
    <ul className={classes.lines}>
      {facts.map((fact) => <li key={fact.figure} className={classes.line}><span className={classes.words}>{t(fact.title)}</span><Amount of={fact} /><Bar of={fact} /></li>)}
      {lines.map((line) => (
        <li key={line.code} className={classes.line}>
          <span className={classes.words}>{t(line.title)}<Threshold line={line} /></span>
          <button type="button" className={classes.number} onClick={() => onOpen({ line: line.code, title: line.title, name: unit, isShare: line.total.base !== null })}><Amount of={line.total} /></button>
          <Bar of={line.total} />
          <Reached of={line} />
        </li>
      ))}
    </ul>
  );
}

function Amount({ of }: { readonly of: { readonly count: number; readonly base: number | null } }) {
  const writing = useText();
  const { share } = writing;
  const { count, base } = of;
  return <span className={classes.amount}><strong>{ratioOf(of, writing)}</strong>{base !== null && base > 0 && <span className={classes.share}>{share({ count, base }).percent}</span>}</span>;
}

/** Drawn beside the numbers that say the same; a plain number has nothing to be drawn against. */
function Bar({ of: { count, base } }: { readonly of: { readonly count: number; readonly base: number | null } }) {
  return base === null || base === 0 ? <span aria-hidden /> : <span className={classes.track} aria-hidden><span className={classes.fill} style={{ width: `${Math.min(100, (count / base) * 100)}%` }} /></span>;
}

function Threshold({ line: { threshold } }: { readonly line: Line }) {
  const { t, percent } = useText();
  if (!threshold) return null;
  const share = percent(threshold.share * 100);
  return <span className={classes.note}>{threshold.paper ? t(texts.thresholdBy, { share, paper: threshold.paper }) : t(texts.thresholdSample, { share })}</span>;
}

function Reached({ of: { total, threshold } }: { readonly of: Pick<Line, 'total' | 'threshold'> }) {
  const { t } = useText();
  const reached = reaches(total, threshold);
  return reached === null ? <span /> : <StatusMark status={reached ? 'done' : 'late'} label={t(reached ? texts.reached : texts.short)} />;
}

function Topics({ topics }: Pick<Findings, 'topics'>) {
  const { t } = useText();
  return (
    <>
      <p className={classes.soft}>{t(texts.topicsWords)}</p>
      <ul className={classes.lines}>{topics.map((topic) => <li key={topic.code} className={classes.line}><span className={classes.words}>{t(topic.label)}</span><Amount of={topic} /><Bar of={topic} /></li>)}</ul>
    </>
  );
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  /** Lines that these rows have. */
  readonly shown: readonly Line[];
  readonly name: string;
  readonly beside: string;
  readonly onOpen: Open;
}

function Rows({ rows, lines, shown, name, beside, onOpen }: RowsProps) {
  const writing = useText();
  const { t } = writing;
  const [order] = useAddressValue(ORDER);
  const [most, setMost] = useState(FIRST);
  const isPrinting = usePrinting();
  const ordered = useMemo(() => (order === SHORT ? shortFirst(rows, lines) : rows), [rows, lines, order]);
  const columns: readonly Column<Row>[] = [
    { id: 'name', title: name, priority: 1, cell: (row) => row.name },
    { id: 'beside', title: beside, priority: 2, width: '12rem', cell: (row) => <span className={classes.soft}>{row.beside.join(', ')}{'over' in row && row.over && <span className={classes.over}>▲ {t(texts.over, row.over)}</span>}</span> },
    ...shown.map((line): Column<Row> => ({ id: line.code, title: t(line.title), priority: 2, align: 'end', width: '5.5rem', cell: (row) => <Cell row={row} line={line} at={lines.indexOf(line)} onOpen={onOpen} /> })),
  ];
  const more = ordered.length > most ? { load: () => setMost(most + FURTHER), loading: false } : undefined;
  return <div className={classes.rows}><DataTable label={name} columns={columns} rows={isPrinting ? ordered : ordered.slice(0, most)} rowId={({ id }) => id} rowName={(row) => row.name} more={more} /></div>;
}

function Cell({ row, line, at, onOpen }: { readonly row: Row; readonly line: Line; readonly at: number; readonly onOpen: Open }) {
  const writing = useText();
  const { t } = writing;
  const cell = row.cells[at]!;
  const value = ratioOf(cell, writing);
  if ((cell.base ?? cell.count) === 0) return <span className={classes.soft}>{cell.base === null ? value : <span aria-label={t(texts.nothing)}>{t(texts.none)}</span>}</span>;
  const isShort = reaches(cell, line.threshold) === false;
  return (
    <button type="button" className={classes.number} data-short={isShort || undefined} aria-label={`${t(texts.openRecords, { name: row.name, line: t(line.title), value })}${isShort ? `. ${t(texts.short)}` : ''}`} onClick={() => onOpen({ line: line.code, title: line.title, name: row.name, of: row.id, isShare: cell.base !== null })}>
      {isShort && <span aria-hidden>▼ </span>}{value}
    </button>
  );
}
