/** What the reader must know beside the number. Units that are named can be opened: a successor, a counterpart. */
import { Fragment } from 'react';
import { useText } from '../../ui/language.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import type { Note } from '../figures.contract.ts';
import { figuresMessages } from '../figures.messages.ts';
import { figureHref, type FigureQuestion } from './figure.address.ts';
import classes from './FigureNotes.module.css';

export function FigureNotes({ notes, question }: { readonly notes: readonly Note[]; readonly question: FigureQuestion }) {
  if (notes.length === 0) return null;
  return (
    <div className={classes.notes}>
      {notes.map((note) => <Notice key={JSON.stringify(note)} tone={note.kind === 'counterpart' ? 'info' : 'warn'}><NoteWords note={note} question={question} /></Notice>)}
    </div>
  );
}

/** Stands for the list of units while the sentence is filled in; no name contains it. */
const PLACE = '\u0000';

function NoteWords({ note, question }: { note: Note; question: FigureQuestion }) {
  const { t, day, number } = useText();
  if (note.kind === 'fewPeople') return <p>{t(figuresMessages['note.fewPeople'], { least: number(note.least) })}</p>;
  if (note.kind === 'partial' || note.kind === 'noCounterpart') return <p>{t(figuresMessages[`note.${note.kind}`])}</p>;
  const isAlone = note.units.length === 0 && note.kind !== 'counterpart';
  const sentence = note.kind === 'counterpart'
    ? t(figuresMessages['note.counterpart'], { units: PLACE })
    : t(figuresMessages[isAlone ? (`note.${note.kind}Alone` as const) : (`note.${note.kind}` as const)], { unit: note.unit.name, day: day(note.on), units: PLACE });
  const [before, after = ''] = sentence.split(PLACE);
  return <p>{before}{note.units.map((unit, index) => <Fragment key={unit.id}>{index > 0 && ', '}<UnitLink unit={unit} question={question} /></Fragment>)}{after}</p>;
}

function UnitLink({ unit, question }: { unit: { id: string; name: string; share?: 'whole' | 'part' }; question: FigureQuestion }) {
  const { t } = useText();
  const name = unit.share === 'part' ? t(figuresMessages['part.of'], { unit: unit.name }) : unit.name;
  const { figure, from, boundaries, filter } = question;
  return <PageLink href={figureHref({ figure, unit: unit.id, from, boundaries, filter })}>{name}</PageLink>;
}
