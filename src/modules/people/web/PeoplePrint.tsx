/**
 * The list on paper: whole, up to as many as anybody prints. The table on screen draws only what is in sight, so what is
 * printed is drawn apart. Whatever is left out is said on the paper itself.
 */
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { personContract } from '../person.contract.ts';
import { usePeopleColumns } from './people.columns.tsx';
import type { PeopleAsked } from './people.filters.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

type Row = z.output<typeof personContract.list.output>['items'][number];

const MOST_PRINTED = 1_000;
const PAGE = 500;

export interface PeoplePrinting {
  /** What is printed, once it was asked for. */
  readonly whole: readonly Row[] | undefined;
  readonly isFetching: boolean;
  readonly problem: unknown;
  readonly print: () => Promise<void>;
}

export function usePeoplePrinting(asked: PeopleAsked): PeoplePrinting {
  const [whole, setWhole] = useState<readonly Row[]>();
  const [isFetching, setFetching] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    if (!whole) return undefined;
    const finish = () => setWhole(undefined);
    window.addEventListener('afterprint', finish, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', finish);
  }, [whole]);
  const print = async () => {
    setFetching(true);
    setProblem(undefined);
    await fetchWhole(asked).then(setWhole, setProblem);
    setFetching(false);
  };
  return { whole, isFetching, problem, print };
}

async function fetchWhole(asked: PeopleAsked): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await call(personContract.list, { ...asked, limit: PAGE, ...(cursor ? { cursor } : {}) });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && rows.length < MOST_PRINTED);
  return rows;
}

export function PrintPeople({ printing }: { readonly printing: PeoplePrinting }) {
  const { t } = useText();
  return <Act kind="quiet" icon={<IconPrinter size={18} aria-hidden />} busy={printing.isFetching} onPress={() => void printing.print()}>{t(uiMessages.print)}</Act>;
}

interface PrintedPeopleProps {
  readonly whole: readonly Row[] | undefined;
  /** Whether all of the list is drawn on the page; how many people there are, in words. */
  readonly isShownWhole: boolean;
  readonly countText: string | undefined;
}

export function PrintedPeople({ whole, isShownWhole, countText = '' }: PrintedPeopleProps) {
  const { t, number } = useText();
  const columns = usePeopleColumns();
  return (
    <div className={classes.printOnly}>
      {!whole && !isShownWhole && <p><strong>{t(texts.printedPart, { count: countText })}</strong> {t(texts.printedHow)}</p>}
      {whole && whole.length >= MOST_PRINTED && <p><strong>{t(texts.printedFirst, { printed: number(whole.length), count: countText })}</strong> {t(texts.printedMost)}</p>}
      {whole && (
        <table className={classes.printed}>
          <thead><tr>{columns.map(({ id, title }) => <th key={id} scope="col">{title}</th>)}</tr></thead>
          <tbody>{whole.map((row) => <tr key={row.id}>{columns.map(({ id, cell }) => <td key={id}>{cell(row)}</td>)}</tr>)}</tbody>
        </table>
      )}
    </div>
  );
}
