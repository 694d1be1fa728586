/** What the records of the period say, place by place: the table that also stands in the Word file. */
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import { rowOf, tableHeadOf } from '../report.layout.ts';
import type { PlaceFacts } from '../report.ts';
import { reportTextsWeb as texts } from './reports.messages.ts';
import classes from './visits.module.css';

export function ReportFacts({ facts }: { readonly facts: readonly PlaceFacts[] }) {
  const { t } = useText();
  return <Section title={t(texts.facts)}><FactTable facts={facts} /></Section>;
}

/** Wider than a phone: it is moved by the keys too. */
export function FactTable({ facts }: { readonly facts: readonly PlaceFacts[] }) {
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
