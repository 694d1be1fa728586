/** The records behind the number: those counted, those of the base that are not, or the whole base. */
import { useProcedure } from '../../shell/api.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { Section } from '../../ui/Section.tsx';
import { figuresContract, type FigureItem, type Value } from '../figures.contract.ts';
import { AddressChoice, useAddressChoice } from './AddressChoice.tsx';
import { RECORDS_PLACE, REST_SET, SET_PARAM, type FigureQuestion } from './figure.address.ts';
import { figuresWeb } from './figures.web.messages.ts';
import { RecordTable } from './RecordTable.tsx';
import classes from './Records.module.css';
import { useLanding } from './useLanding.ts';

const SETS = [
  { id: 'duocTinh', set: 'count', label: figuresWeb.setCount },
  { id: REST_SET, set: 'rest', label: figuresWeb.setRest },
  { id: 'tongSo', set: 'base', label: figuresWeb.setBase },
] as const;

export function Records({ figure, question }: { readonly figure: FigureItem; readonly question: FigureQuestion }) {
  const { t, number } = useText();
  const value = useProcedure(figuresContract.value, question).data?.value;
  const options = SETS.slice(0, figure.isShare ? undefined : 1).map(({ id, set, label }) => ({ id, set, label: t(label), ...(value && !figure.isWeighted ? { count: number(sizeOf(set, value)) } : {}) }));
  useLanding(RECORDS_PLACE);
  const { set, label } = useAddressChoice(SET_PARAM, options) ?? { set: 'count' as const, label: '' };
  return (
    <div id={RECORDS_PLACE} className={classes.records}><Section title={t(figuresWeb.recordsTitle)}>
      {figure.isShare && <AddressChoice label={t(figuresWeb.records)} look="bare" param={SET_PARAM} options={options} />}
      <RecordTable
        label={`${t(figuresWeb.records)}: ${label}`}
        queryKey={['figures.records', { ...question, set }]}
        ask={(call, page) => call(figuresContract.records, { ...question, set, ...page })}
        total={value && !figure.isWeighted ? sizeOf(set, value) : undefined}
        empty={<Nothing figure={figure} set={set} value={value} />}
      />
    </Section></div>
  );
}

/** None of a base that there is says something; where there is no base, nothing is recorded here. */
function Nothing({ figure, set, value }: { readonly figure: FigureItem; readonly set: (typeof SETS)[number]['set']; readonly value: Value | undefined }) {
  const { t, number } = useText();
  const title = t(set === 'rest' ? figuresWeb.recordsEmptyRest : figuresWeb.recordsEmpty);
  if (set === 'count' && value?.base) return <EmptyState title={title} why={t(figuresWeb.recordsNoneOf, { base: number(value.base), words: t(figure.words) })} />;
  return <EmptyState title={title} why={t(figuresWeb.recordsEmptyWhy)} importHref="/nhap-du-lieu" />;
}

function sizeOf(set: (typeof SETS)[number]['set'], { count, base }: Value): number {
  if (set === 'count') return count;
  return set === 'base' ? base ?? count : (base ?? count) - count;
}
