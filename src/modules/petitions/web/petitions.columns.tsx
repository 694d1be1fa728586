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
  return [
    { id: 'text', title: t(texts.text), priority: 1, cell: (row) => <TextCell row={row} /> },
    { id: 'unit', title: t(texts.unit), priority: 2, width: '11rem', cell: (row) => row.unit.name },
    { id: 'body', title: t(texts.body), priority: isInbox ? 3 : 2, width: '11rem', hidden: isInbox, cell: (row) => bodyInWords(row) || '–' },
    { id: 'dueOn', title: t(texts.dueOn), priority: 2, width: '8rem', cell: (row) => dueOf(row, day) },
    { id: 'state', title: t(texts.state), priority: 2, width: '11.5rem', cell: (row) => <StateCell row={row} /> },
  ];
}

/** A clock that runs, or the day of a plan. */
function dueOf({ body, state, dueOn, outcome, plannedOn }: PetitionItem, day: (on: string) => string): string {
  if (state === 'answered') return outcome === 'planned' && plannedOn ? day(plannedOn) : '–';
  return body.name === '' || state === 'confirmed' || state === 'withdrawn' ? '–' : day(dueOn);
}

function StateCell({ row }: { readonly row: PetitionItem }) {
  const { t } = useText();
  if (row.body.name === '') return <StatusMark status="silent" label={t(texts.waitsToBeSent)} />;
  return <><StatusMark status={markOf(row)} label={t(row.isLate ? texts.isLate : standingOf(row))} />{row.isLate && <span className={classes.small}>{t(standingOf(row))}</span>}</>;
}

function TextCell({ row }: { readonly row: PetitionItem }) {
  const { t, day, number } = useText();
  return (
    <>
      <span className={classes.what}>{row.text}</span>
      <span className={classes.kind}>
        <span>{t(row.topicName)}</span>
        <span>{t(sourceNames[row.source])}, {day(row.raisedOn)}</span>
        {row.peopleBehind !== null && <span>{t(texts.people, { count: number(row.peopleBehind) })}</span>}
        {row.groupSize > 0 && <span className={classes.stamp}>{t(texts.groupSize, { count: number(row.groupSize) })}</span>}
        {row.isRecurring && <span className={classes.stamp}>{t(texts.isRecurring)}</span>}
        {row.moves > 1 && <span className={classes.stamp}>{t(texts.moves, { count: number(row.moves) })}</span>}
      </span>
    </>
  );
}
