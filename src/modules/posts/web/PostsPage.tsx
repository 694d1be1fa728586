/** All posts one may see on the day: who holds them, which seats are vacant and since when. */
import type { z } from 'zod';
import { useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { requestOf } from '../../../shell/request.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue, useAddressValues } from '../../../ui/address.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DownloadMenu } from '../../../ui/DownloadMenu.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Column } from '../../../ui/table.ts';
import { UnitFilter, useUnitFilter } from '../../membership/web/UnitFilter.tsx';
import { unitHref } from '../../units/web/unit.words.ts';
import { postContract, type postItem } from '../post.contract.ts';
import { isPostKind, postKinds } from '../post.kinds.ts';
import { postAndUnit, postName } from './post.words.ts';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

type PostItem = z.output<typeof postItem>;
type PostsAsked = Omit<z.input<(typeof postContract)['list']['input']>, 'cursor' | 'limit'>;

const KIND = 'chucDanh';
const SEATS = 'khuyet';

export function PostsPage() {
  const { t, language, day: writtenDay } = useText();
  const { day } = useAsOf();
  const unitId = useUnitFilter();
  const kinds = useAddressValues(KIND)[0].filter(isPostKind);
  const seats = useAddressValue(SEATS)[0];
  const vacant = seats === 'con' ? 'true' : seats === 'du' ? 'false' : undefined;
  const asked: PostsAsked = { asOf: day, ...(unitId ? { unitId } : {}), ...(kinds.length > 0 ? { kind: kinds } : {}), ...(vacant ? { vacant } : {}) };
  const { rows, more, error, retry } = useRows(postContract.list, { ...asked, limit: 50 });
  const mayExport = useMayVisit('record.export');
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t(texts.postsTitle)} description={t(texts.postsAbout, { day: writtenDay(day) })}
        acts={<>{mayExport && <PostsExport asked={asked} />}<Act href="/chuc-vu/nhat-the">{t(texts.toUnified)}</Act><Act href="/truong-thon">{t(texts.toHeads)}</Act></>}
      />
      <div className={classes.filters}>
        <UnitFilter />
        <FilterChips
          filters={[
            { param: SEATS, label: t(texts.seatsFilter), single: true, choices: [{ id: 'con', label: t(texts.onlyVacant) }, { id: 'du', label: t(texts.onlyFilled) }] },
            { param: KIND, label: t(texts.post), choices: postKinds.map((kind) => ({ id: kind.code, label: kind[language] })) },
          ]}
        />
      </div>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!(error && !rows) && (
        <DataTable
          label={t(texts.postsTitle)} columns={columns} rows={rows} rowId={(row) => row.id} rowName={(row) => postAndUnit(row, language)} more={more}
          empty={seats === 'con'
            ? <EmptyState title={t(texts.noVacancy, { day: writtenDay(day) })} why={t(texts.noVacancyWhy)} />
            : <EmptyState title={t(texts.postsEmpty)} why={t(texts.postsEmptyWhy)} importHref="/nhap-du-lieu" />}
        />
      )}
    </>
  );
}

function PostsExport({ asked }: { readonly asked: PostsAsked }) {
  const { t, language } = useText();
  const href = (format: 'csv' | 'xlsx') => requestOf(postContract.export, { ...asked, format, language }).url;
  return <DownloadMenu label={t(texts.exportList)} downloads={[{ label: t(texts.excel), href: href('xlsx') }, { label: t(texts.csv), href: href('csv') }]} />;
}

function useColumns(): readonly Column<PostItem>[] {
  const { t, language, day, number } = useText();
  return [
    { id: 'unit', title: t(texts.unit), priority: 1, cell: (row) => <PageLink href={unitHref(row.unit.id)}>{row.unit.name}</PageLink> },
    { id: 'post', title: t(texts.post), priority: 2, cell: (row) => postName(row, language) },
    { id: 'holders', title: t(texts.holders), priority: 2, cell: (row) => <Holders post={row} /> },
    { id: 'vacancy', title: t(texts.vacancy), priority: 2, cell: (row) => <Vacancy post={row} /> },
    { id: 'seats', title: t(texts.seats), priority: 3, align: 'end', cell: (row) => number(row.seats) },
    { id: 'since', title: t(texts.since), priority: 3, hidden: true, cell: (row) => day(row.period.from) },
  ];
}

function Holders({ post }: { readonly post: PostItem }) {
  const { t, language, day, period } = useText();
  if (post.holders.length === 0) return <span className={classes.soft}>{t(texts.nobody)}</span>;
  return (
    <ul className={classes.people}>
      {post.holders.map((holder) => (
        <li key={holder.tenureId}>
          <PageLink href={`/con-nguoi/${holder.person.id}`}>{holder.person.fullName}</PageLink>
          <span className={classes.soft}> {holder.period.to === null ? t(texts.sinceDay, { day: day(holder.period.from) }) : period(holder.period)}</span>
          {holder.concurrent.length > 0 && <span className={classes.also}>{t(texts.also, { posts: holder.concurrent.map((other) => postAndUnit(other, language)).join('; ') })}</span>}
        </li>
      ))}
    </ul>
  );
}

function Vacancy({ post }: { readonly post: PostItem }) {
  const { t, day } = useText();
  if (post.vacant === 0) return <StatusMark status="done" label={t(texts.vacantNone)} />;
  const words = post.vacantSince ? t(texts.vacantSince, { count: post.vacant, day: day(post.vacantSince) }) : t(texts.vacant, { count: post.vacant });
  return <StatusMark status="silent" label={words} />;
}
