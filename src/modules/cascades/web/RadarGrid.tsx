/**
 * Units by clauses, with sticky heads. One stop of the Tab key; arrows move within, Enter or a click opens what the cell tells.
 * Thousands of cells: what is pressed is told by the cell's place, there is no handler on each.
 */
import { memo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { Act } from '../../../ui/Act.tsx';
import { useText, type Writing } from '../../../ui/language.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { clauseStateNames, clauseStates, stateLetters } from '../cascade.kinds.ts';
import { askedHref, demandsOf, radarHref, type Radar } from './cascade.words.ts';
import { radarTexts } from './radar.messages.ts';
import { gravestOf, openIn, type Counts, type RadarRow } from './radar.ts';
import { StateMark } from './StateMark.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import classes from './cascades.module.css';

interface Place {
  readonly row: number;
  readonly column: number;
}

export function RadarGrid({ radar, rows }: { readonly radar: Radar; readonly rows: readonly RadarRow[] }) {
  const { t } = useText();
  const table = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState<Place>();
  const press = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place) setOpen(place);
  };
  const step = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); setOpen(place); return; }
    const [down, right] = moves[event.key] ?? [0, 0];
    const next = table.current?.querySelector<HTMLElement>(`[data-at="${place.row + down} ${place.column + right}"]`);
    if ((down === 0 && right === 0) || !next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <div className={classes.frame}>
        <table ref={table} className={classes.grid} role="grid" aria-label={`${t(radarTexts.grid)}. ${t(radarTexts.gridHint)}`} onClick={press} onKeyDown={step}>
          <thead>
            <tr>
              <th scope="col">{t(radarTexts.unit)}</th>
              {radar.clauses.map(({ id, label, wording }) => <th key={id} scope="col" title={wording}>{label}</th>)}
            </tr>
          </thead>
          <tbody>{rows.map((row, at) => <GridRow key={row.unit.id} row={row} at={at} radar={radar} />)}</tbody>
        </table>
      </div>
      {open && <CellSheet radar={radar} row={rows[open.row]} column={open.column} onClose={() => setOpen(undefined)} />}
    </>
  );
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

function placeOf(target: EventTarget): Place | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset['at'] : undefined;
  const [row, column] = (at ?? '').split(' ').map(Number);
  return at === undefined || row === undefined || column === undefined ? undefined : { row, column };
}

const GridRow = memo(function GridRow({ row, at, radar }: { readonly row: RadarRow; readonly at: number; readonly radar: Radar }) {
  const writing = useText();
  const { t, number } = writing;
  const { unit, former, asked, askedId, cells } = row;
  return (
    <tr>
      <th scope="row"><PageLink href={askedId === null ? radarHref(radar.document.id, unit.id) : askedHref(radar.document.id, askedId)} className={classes.unitName}>{unit.name}</PageLink>{asked > 1 && <span className={classes.small}>{t(radarTexts.units, { count: number(asked) })}</span>}{former.length > 0 && <span className={classes.small}>{t(radarTexts.formerUnits, { units: former.join(', ') })}</span>}</th>
      {cells.map((counts, column) => {
        const label = radar.clauses[column]!.label;
        return (
          <td key={radar.clauses[column]!.id} role="gridcell" data-at={`${at} ${column}`} data-state={gravestOf(counts)} tabIndex={at === 0 && column === 0 ? 0 : -1} aria-label={t(radarTexts.cellWords, { unit: unit.name, label, words: wordsOf(counts, { writing, asked }) })}>
            {signOf(counts, asked)}
          </td>
        );
      })}
    </tr>
  );
});

function signOf(counts: Counts, asked: number): string {
  if (asked === 1) return stateLetters[gravestOf(counts)];
  return openIn(counts) === 0 ? '✓' : String(openIn(counts));
}

function wordsOf(counts: Counts, { writing: { t, number }, asked }: { readonly writing: Writing; readonly asked: number }): string {
  if (asked === 1) return t(clauseStateNames[gravestOf(counts)]);
  return clauseStates.filter((state) => counts[state] > 0).map((state) => t(radarTexts.countWords, { state: t(clauseStateNames[state]), count: number(counts[state]) })).join(', ');
}

interface CellProps {
  readonly radar: Radar;
  readonly row: RadarRow | undefined;
  readonly column: number;
  readonly onClose: () => void;
}

function CellSheet({ radar, row, column, onClose }: CellProps) {
  const writing = useText();
  const { t } = writing;
  const clause = radar.clauses[column];
  const counts = row?.cells[column];
  if (!row || !clause || !counts) return null;
  const { unit, asked, askedId } = row;
  return (
    <Sheet title={unit.name} opened onClose={onClose}>
      <div className={classes.cell}>
        <p className={classes.plain}><strong>{clause.label}.</strong> {clause.wording}</p>
        <span className={classes.small}>{demandsOf(clause, writing)}</span>
        {clauseStates.filter((state) => counts[state] > 0).map((state) => <StateMark key={state} state={state} {...(asked > 1 ? { count: counts[state] } : {})} />)}
        <div className={classes.acts}>{askedId === null ? <Act kind="main" href={radarHref(radar.document.id, unit.id)}>{t(radarTexts.openWithin)}</Act> : <Act kind="main" href={askedHref(radar.document.id, askedId)}>{t(radarTexts.openAnswer)}</Act>}</div>
      </div>
    </Sheet>
  );
}
