/** The columns of the register; on a phone number and type name the card. */
import { IconPaperclip } from '@tabler/icons-react';
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { documentTypes } from '../document.kinds.ts';
import { standingMarks, standingNames, symbolInWords, type DocumentItem } from './document.words.ts';
import { documentsWeb as texts } from './documents.web.messages.ts';
import classes from './documents.module.css';

export function useDocumentColumns(): readonly Column<DocumentItem>[] {
  const { t, day } = useText();
  return [
    { id: 'symbol', title: t(texts.symbol), priority: 1, width: '13rem', cell: (row) => <SymbolCell row={row} /> },
    { id: 'summary', title: t(texts.summary), priority: 2, cell: (row) => row.summary },
    { id: 'issuer', title: t(texts.issuer), priority: 2, width: '12rem', cell: (row) => row.issuer },
    { id: 'day', title: t(texts.day), priority: 2, width: '9rem', cell: (row) => <>{day(row.issuedOn)}{row.receivedOn && <span className={`${classes.small} ${classes.came}`}>{t(texts.cameOn, { day: day(row.receivedOn) })}</span>}</> },
    { id: 'standing', title: t(texts.standing), priority: 2, width: '11.5rem', cell: ({ standing }) => <StatusMark status={standingMarks[standing]} label={t(standingNames[standing])} /> },
    { id: 'register', title: t(texts.register), priority: 3, hidden: true, cell: (row) => row.unit.name },
  ];
}

function SymbolCell({ row }: { readonly row: DocumentItem }) {
  const { t } = useText();
  return (
    <>
      <span className={classes.symbol}>{symbolInWords(row.symbol, { t })}</span>
      <span className={classes.kind}>
        {t(documentTypes[row.type])}
        {row.isToConfirm && <StatusMark status="silent" label={t(texts.toConfirm)} />}
        {row.isSecret && <span className={classes.stamp}>{t(texts.isSecret)}</span>}
        {row.hasFiles && <><IconPaperclip size={16} aria-hidden /><span className={classes.hidden}>{t(texts.hasFiles)}</span></>}
      </span>
    </>
  );
}
