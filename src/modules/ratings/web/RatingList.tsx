/** The lines of a season: what each says of itself, what is proposed, whether its conditions are met, what was decided; many are decided at once. */
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useRows } from '../../../shell/api.ts';
import { requestOf } from '../../../shell/request.ts';
import { Act } from '../../../ui/Act.tsx';
import type { AddressSearch } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DownloadMenu } from '../../../ui/DownloadMenu.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { AddressSearchBox } from '../../../ui/SearchBox.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ratingContract } from '../rating.contract.ts';
import { levelNames, levels } from '../rating.kinds.ts';
import type { RatingState } from '../rating.ts';
import { DecideSheet } from './DecideSheet.tsx';
import { RegroupSheet } from './RegroupSheet.tsx';
import { useRatingColumns } from './rating.columns.tsx';
import { ratingHref, stateNames, subjectName, type RatingItem, type Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

const params = { search: 'tim', group: 'nhom', state: 'tinhTrang', level: 'muc' } as const;
const states = Object.keys(stateNames) as RatingState[];

export function RatingList({ season }: { readonly season: Season }) {
  const { t } = useText();
  const asked = useAsked();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<'decide' | 'regroup'>();
  const columns = useRatingColumns(season);
  const { rows, more, error, retry } = useRows(ratingContract.list, { seasonId: season.id, ...asked, limit: 100 });
  const decidable = useMemo(() => (rows ?? []).filter(({ id, state }) => chosen.has(id) && state !== 'decided' && state !== 'excluded'), [rows, chosen]);
  const mayDecide = season.may.includes('rating.decide') && !season.closedOn;
  const close = () => { setOpen(undefined); setChosen(new Set()); };
  return (
    <Section title={t(texts.list)}>
      <div className={classes.filters} data-screen-only>
        <AddressSearchBox param={params.search} label={t(texts.search)} />
        <FilterChips filters={[
          ...(season.groups.length > 1 ? [{ param: params.group, label: t(texts.group), single: true, choices: season.groups.map(({ code, name }) => ({ id: code, label: name })) }] : []),
          { param: params.state, label: t(texts.state), choices: states.map((id) => ({ id, label: t(stateNames[id]) })) },
          { param: params.level, label: t(texts.decision), choices: levels.filter((id) => season.frames.some(({ frame }) => frame.levels.some(({ code }) => code === id))).map((id) => ({ id, label: t(levelNames[id]) })) },
        ]} />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(texts.list)} columns={columns} rows={rows} more={more} rowId={({ id }) => id} rowName={subjectName} rowHref={({ id }) => ratingHref(id)}
          empty={<EmptyState title={t(texts.noRows)} why={t(texts.noRowsWhy)} />}
          {...(mayDecide ? { selection: { chosen, onChange: setChosen, acts: <ChosenActs decidable={decidable} onOpen={setOpen} /> } } : {})}
        />
      )}
      {open === 'decide' && <DecideSheet season={season} rows={decidable} onClose={() => setOpen(undefined)} onDone={close} />}
      {open === 'regroup' && <RegroupSheet season={season} rows={decidable} onClose={() => setOpen(undefined)} onDone={close} />}
    </Section>
  );
}

/** As it is filtered on the page. */
export function RatingsExport({ season }: { readonly season: Season }) {
  const { t, language } = useText();
  const asked = useAsked();
  const href = (format: 'csv' | 'xlsx') => requestOf(ratingContract.export, { seasonId: season.id, ...asked, format, language }).url;
  return <DownloadMenu label={t(texts.exportList)} downloads={[{ label: t(texts.excel), href: href('xlsx') }, { label: t(texts.csv), href: href('csv') }]} />;
}

function ChosenActs({ decidable, onOpen }: { readonly decidable: readonly RatingItem[]; readonly onOpen: (open: 'decide' | 'regroup') => void }) {
  const { t, number } = useText();
  if (decidable.length === 0) return <span>{t(texts.undecidable)}</span>;
  return (
    <>
      <Act kind="main" onPress={() => onOpen('decide')}>{t(texts.decideMany, { count: number(decidable.length) })}</Act>
      <Act onPress={() => onOpen('regroup')}>{t(texts.moveGroup)}</Act>
    </>
  );
}

function useAsked() {
  const address = useSearch({ strict: false }) as AddressSearch;
  const values = (param: string) => [address[param] ?? []].flat();
  const [search] = values(params.search);
  const [group] = values(params.group);
  const [state, level] = [states.filter((one) => values(params.state).includes(one)), levels.filter((one) => values(params.level).includes(one))];
  return { ...(search ? { search } : {}), ...(group ? { group } : {}), ...(state.length > 0 ? { state } : {}), ...(level.length > 0 ? { level } : {}) };
}
