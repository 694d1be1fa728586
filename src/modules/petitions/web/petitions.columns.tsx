/** The columns of petitions; on a phone what is asked for names the card. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { sourceNames } from '../petition.kinds.ts';
import type { PetitionItem } from '../petition.record.ts';
import { bodyInWords, markOf, standingOf } from './petition.words.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import classes from './petitions.module.css';

export function usePetitionColumns({ isInbox }: { readonly isInbox: boolean }): readonly Column<PetitionItem>[] {
  const { t, day } = useText();
  const isKept = ({ body }: PetitionItem) => body.name === '';
  return [
    { id: 'text', title: t(texts.text), priority: 1, cell: (row) => <TextCell row={row} /> },
    { id: 'unit', title: t(texts.unit), priority: 2, width: '11rem', cell: (row) => <>{row.unit.name}<span className={classes.small}>{t(sourceNames[row.source])}</span></> },
    { id: 'raisedOn', title: t(texts.raisedOn), priority: isInbox ? 3 : 2, width: '8rem', cell: (row) => day(row.raisedOn) },
    { id: 'body', title: t(texts.body), priority: isInbox ? 3 : 2, width: '11rem', cell: (row) => bodyInWords(row) || '–' },
    { id: 'dueOn', title: t(texts.dueOn), priority: 2, width: '8rem', cell: (row) => (isKept(row) || row.state === 'confirmed' || row.state === 'withdrawn' ? '–' : day(row.plannedOn ?? row.dueOn)) },
    { id: 'state', title: t(texts.state), priority: 2, width: '12.5rem', cell: (row) => <StatusMark status={isKept(row) ? 'silent' : markOf(row)} label={isKept(row) ? t(texts.waitsToBeSent) : row.isLate ? `${t(standingOf(row))} · ${t(texts.isLate)}` : t(standingOf(row))} /> },
  ];
}

function TextCell({ row }: { readonly row: PetitionItem }) {
  const { t, number } = useText();
  return (
    <>
      <span className={classes.what}>{row.text}</span>
      <span className={classes.kind}>
        {t(row.topicName)}
        {row.peopleBehind !== null && <span>{t(texts.people, { count: number(row.peopleBehind) })}</span>}
        {row.groupSize > 0 && <span className={classes.stamp}>{t(texts.groupSize, { count: number(row.groupSize) })}</span>}
        {row.isRecurring && <span className={classes.stamp}>{t(texts.isRecurring)}</span>}
        {row.moves > 1 && <span className={classes.stamp}>{t(texts.moves, { count: number(row.moves) })}</span>}
      </span>
    </>
  );
}
