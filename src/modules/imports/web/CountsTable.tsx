/** Per table: how many rows are added, changed, removed, left. */
import { useText } from '../../../ui/language.tsx';
import type { Checked } from '../imports.contract.ts';
import { importTexts } from '../imports.web.messages.ts';
import classes from './imports.module.css';

type Counts = Checked['tables'];

const columns = ['added', 'changed', 'removed', 'same'] as const;

export function CountsTable({ tables }: { readonly tables: Counts }) {
  const { t, number } = useText();
  const texts: Readonly<Record<string, { vi: string; en: string }>> = importTexts;
  return (
    <div className={classes.countsFrame}>
      <table className={classes.counts}>
        <thead><tr><th scope="col">{t(importTexts.table)}</th>{columns.map((column) => <th key={column} scope="col">{t(importTexts[column])}</th>)}</tr></thead>
        <tbody>
          {named(tables).map((row) => (
            <tr key={row.table}>
              <th scope="row">{t(texts[`table.${row.table}`] ?? { vi: row.table, en: row.table })}</th>
              {columns.map((column) => <td key={column} data-column={row[column] > 0 ? column : undefined}>{number(row[column])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Over the tables that the reader knows by name. */
export function sumOf(tables: Counts): { added: number; changed: number; removed: number; written: number } {
  const sum = (column: 'added' | 'changed' | 'removed') => named(tables).reduce((all, row) => all + row[column], 0);
  const [added, changed, removed] = [sum('added'), sum('changed'), sum('removed')];
  return { added, changed, removed, written: added + changed + removed };
}

/** Books and keys follow from units and people; they are no content of their own. */
function named(tables: Counts): Counts {
  return tables.filter(({ table, added, changed, removed, same }) => table !== 'homes' && table !== 'person_keys' && added + changed + removed + same > 0);
}
