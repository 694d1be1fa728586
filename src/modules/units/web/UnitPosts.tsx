/** The posts of the unit on the day: who holds them, since when, and which seats are vacant. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { postContract } from '../../posts/post.contract.ts';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { postName } from '../../posts/web/post.words.ts';
import { HolderName, type Post } from './UnitLeaders.tsx';
import classes from './units.module.css';

export function UnitPosts({ unit }: { readonly unit: UnitPage }) {
  const { t, day: written } = useText();
  const { day } = useAsOf();
  const { data, error, refetch } = useProcedure(postContract.ofUnit, { unitId: unit.id, asOf: day });
  const columns = useColumns();
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <DataTable
      label={t(unitTexts.posts)}
      columns={columns}
      rows={data?.items}
      rowId={({ id }) => id}
      empty={<EmptyState title={t(unitTexts.noPostsTitle)} why={t(unitTexts.noPostsWhy, { day: written(day) })} importHref="/nhap-du-lieu" />}
    />
  );
}

function useColumns(): readonly Column<Post>[] {
  const { t, language, number } = useText();
  return [
    { id: 'post', title: t(unitTexts.post), cell: (post) => postName(post, language), priority: 1 },
    { id: 'holders', title: t(unitTexts.holder), cell: (post) => <Holders post={post} />, priority: 2 },
    { id: 'seats', title: t(unitTexts.seats), cell: (post) => `${number(post.holders.length)}/${number(post.seats)}`, align: 'end', priority: 2 },
  ];
}

function Holders({ post }: { readonly post: Post }) {
  const { t, day } = useText();
  return (
    <span className={classes.holders}>
      {post.holders.map((holder) => <HolderName key={holder.tenureId} holder={holder} />)}
      {post.vacant > 0 && <span className={classes.vacant}>{post.vacantSince ? t(unitTexts.vacantSince, { day: day(post.vacantSince) }) : t(unitTexts.vacant)}</span>}
    </span>
  );
}
