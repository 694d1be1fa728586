/** What the records of the period say, place by place: the table that also stands in the Word file; on a phone as cards. */
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { rowOf, tableHeadOf } from '../report.layout.ts';
import type { PlaceFacts } from '../report.ts';
import { reportTextsWeb as texts } from './reports.messages.ts';
import classes from './visits.module.css';

interface FactProps {
  readonly facts: readonly PlaceFacts[];
}

export function ReportFacts({ facts }: FactProps) {
  const { t } = useText();
  const isPhone = useIsPhone();
  return <Section title={t(texts.facts)}>{isPhone ? <FactCards facts={facts} /> : <FactTable facts={facts} />}</Section>;
}

function FactCards({ facts }: FactProps) {
  const { t } = useText();
  const columns = tableHeadOf(facts).map((title, at): Column<PlaceFacts> => ({ id: title, title, priority: at === 0 ? 1 : 2, cell: (place) => rowOf(place)[at] }));
  return <div lang="vi"><DataTable label={t(texts.facts)} columns={columns} rows={facts} rowId={({ unitId }) => unitId} /></div>;
}

/** As on paper; where it is wider than the window it is moved by the keys too. */
export function FactTable({ facts }: FactProps) {
  const { t } = useText();
  return (
    <div className={classes.facts} lang="vi" role="region" aria-label={t(texts.facts)} tabIndex={0}>
      <table>
        <thead><tr>{tableHeadOf(facts).map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>{facts.map((place) => <tr key={place.unitId}>{rowOf(place).map((cell, at) => (at === 0 ? <th key={at} scope="row">{cell}</th> : <td key={at}>{cell}</td>))}</tr>)}</tbody>
      </table>
    </div>
  );
}
