/** The columns of the ledger; on a phone what was found names the card. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { foundInNames, stateNames, topics } from '../shortcoming.kinds.ts';
import { markOf, type ShortcomingItem } from './shortcoming.words.ts';
import { shortcomingsWeb as texts } from './shortcomings.web.messages.ts';
import classes from './shortcomings.module.css';

export function useShortcomingColumns(): readonly Column<ShortcomingItem>[] {
  const { t, day } = useText();
  return [
    { id: 'what', title: t(texts.what), priority: 1, cell: (row) => <WhatCell row={row} /> },
    { id: 'unit', title: t(texts.unit), priority: 2, width: '10.5rem', cell: (row) => row.unit.name },
    { id: 'foundOn', title: t(texts.foundOn), priority: 2, width: '8.5rem', cell: (row) => <>{day(row.foundOn)}<span className={classes.small}>{t(foundInNames[row.foundIn])}</span></> },
    { id: 'dueOn', title: t(texts.dueOn), priority: 2, width: '7.5rem', cell: (row) => (row.dueOn ? day(row.dueOn) : '–') },
    { id: 'state', title: t(texts.state), priority: 2, width: '12rem', cell: (row) => <StatusMark status={markOf(row)} label={row.isLate ? `${t(stateNames[row.state])} · ${t(texts.isLate)}` : t(stateNames[row.state])} /> },
    { id: 'raisedBy', title: t(texts.raised), priority: 3, hidden: true, cell: (row) => row.raisedBy.name },
  ];
}

function WhatCell({ row }: { readonly row: ShortcomingItem }) {
  const { t } = useText();
  return (
    <>
      <span className={classes.what}>{row.what}</span>
      <span className={classes.kind}>
        {t(topics[row.topic])}
        {row.person && <span className={classes.stamp}>{t(texts.ofPerson, { name: row.person.name })}</span>}
        {row.isRecurring && <span className={classes.stamp}>{t(texts.isRecurring)}</span>}
      </span>
    </>
  );
}
