/** How many were raised, answered, wait and are late, side by side: by topic, by place, by body. Every number is a figure's and opens to its records, every place to its parts. */
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { AddressChoice, useAddressChoice } from '../../../figures/web/AddressChoice.tsx';
import { figureHref, RECORDS_PLACE, SET_PARAM, UNIT_PARAM, usePeriodStart } from '../../../figures/web/figure.address.ts';
import { PeriodFields } from '../../../figures/web/FigureControls.tsx';
import { FigureNotes } from '../../../figures/web/FigureNotes.tsx';
import { figuresContract } from '../../../figures/figures.contract.ts';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { stringifySearch, type AddressSearch } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { petitionsWeb as texts } from './petitions.web.messages.ts';
import { DIRECT, measuresOf, statisticsRows, type Measure, type StatisticsRow, type Way } from './statistics.ts';
import classes from './petitions.module.css';

const WAY = 'theo';
/** How the page of a figure names all that a share is out of. */
const BASE_SET = 'tongSo';

export function Statistics({ unitId }: { readonly unitId: string }) {
  const { t, day: written } = useText();
  const { day } = useAsOf();
  const from = usePeriodStart();
  const options = [{ id: 'linh-vuc', label: t(texts.byTopic), way: 'topic' }, { id: 'noi-neu', label: t(texts.byPlace), way: 'place' }, { id: 'noi-xu-ly', label: t(texts.byBody), way: 'body' }] as const;
  const way = useAddressChoice(WAY, options)?.way ?? 'topic';
  const { answers, error, retry } = useAnswers({ unitId, from, way });
  const rows = useMemo(() => answers && statisticsRows(answers, measuresOf[way]), [answers, way]);
  const told = { unit: answers?.[0]?.asked.unit.name ?? '…', from: written(from), to: written(day) };
  return (
    <Section title={t(texts.statistics)} description={t(way === 'body' ? texts.statisticsOfBodies : texts.statisticsOfPlaces, told)}>
      <PeriodFields />
      <div className={classes.ways} data-screen-only><AddressChoice label={t(texts.statistics)} look="bare" param={WAY} options={options} /></div>
      {error ? <ProblemNotice problem={error} onRetry={retry} /> : (
        <>
          {answers && <FigureNotes notes={answers[0].notes} question={{ figure: answers[0].asked.figure, unit: unitId, on: day, from, boundaries: 'day', filter: [] }} />}
          <div className={classes.numbers}><DataTable label={t(texts.statistics)} rows={rows} rowId={({ code }) => code} columns={useColumns({ way, unitId, from })} empty={<p className={classes.soft}>{t(texts.statisticsNone)}</p>} /></div>
        </>
      )}
    </Section>
  );
}

interface Asked {
  readonly unitId: string;
  readonly from: string;
  readonly way: Way;
}

function useAnswers({ unitId, from, way }: Asked) {
  const [first, second, third, fourth] = measuresOf[way];
  const asked = { unitId, from, way };
  const all = [useParts(first, asked), useParts(second, asked), useParts(third, asked), useParts(fourth, asked)] as const;
  const [one, two, three, four] = all.map(({ data }) => data);
  const answers = useMemo(() => (one && two && three && four ? ([one, two, three, four] as const) : undefined), [one, two, three, four]);
  return { answers, error: all.find(({ error }) => error)?.error, retry: () => { for (const { error, refetch } of all) if (error) void refetch(); } };
}

function useParts({ figure, isFlow, filter }: Measure, { unitId, from, way }: Asked) {
  const { day } = useAsOf();
  return useProcedure(figuresContract.breakdown, { figure, unit: unitId, on: day, filter: [...filter], by: way === 'topic' ? 'topic' : 'child', ...(isFlow ? { from } : {}) });
}

function useColumns({ way, unitId, from }: Asked): readonly Column<StatisticsRow>[] {
  const { t, number } = useText();
  const search = useSearch({ strict: false }) as AddressSearch;
  const nameOf = ({ label, code }: StatisticsRow) => t(label === null ? texts.medianAll : code === DIRECT ? texts.ownLevel : label);
  const opens = (measure: Measure, row: StatisticsRow) => {
    const { figure, isFlow, filter, isBase } = measure;
    const isPart = way === 'topic' && row.label !== null;
    const href = figureHref({ figure, unit: row.unitId ?? unitId, from: isFlow ? from : undefined, filter: isPart ? [...filter, `topic:${row.code}`] : filter });
    return `${href}${isBase ? `&${SET_PARAM}=${BASE_SET}` : ''}#${RECORDS_PLACE}`;
  };
  const within = ({ unitId: part }: StatisticsRow) => `.${stringifySearch({ ...search, [UNIT_PARAM]: part })}`;
  const name = (row: StatisticsRow) => (row.unitId ? <PageLink href={within(row)} className={classes.part}>{nameOf(row)}</PageLink> : row.label ? nameOf(row) : <strong>{nameOf(row)}</strong>);
  return [
    { id: 'name', title: t(way === 'topic' ? texts.topic : way === 'place' ? texts.unit : texts.body), priority: 1, cell: name },
    ...measuresOf[way].map((measure, at): Column<StatisticsRow> => ({
      id: measure.id, title: t(measure.title), align: 'end', priority: 2, width: '9rem',
      cell: (row) => {
        const count = row.counts[at] ?? 0;
        const written = number(count);
        // What lies under no unit below is a part that no question can be put about.
        if (count === 0 || row.code === DIRECT) return written;
        return <PageLink href={opens(measure, row)} className={classes.number} aria-label={`${nameOf(row)}: ${t(measure.title)}, ${written}`}>{written}</PageLink>;
      },
    })),
  ];
}
