/** The posts of the unit on the day: who holds them, since when, which seats are vacant; created and closed here. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import type { Column } from '../../../ui/table.ts';
import { postContract } from '../../posts/post.contract.ts';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ClosePostSheet } from '../../posts/web/ClosePostSheet.tsx';
import { CreatePostSheet } from '../../posts/web/CreatePostSheet.tsx';
import { postAndUnit, postName } from '../../posts/web/post.words.ts';
import { postsWeb } from '../../posts/web/posts.web.messages.ts';
import { HolderName, type Post } from './UnitLeaders.tsx';
import classes from './units.module.css';

export function UnitPosts({ unit }: { readonly unit: UnitPage }) {
  const { t, day: written } = useText();
  const { day } = useAsOf();
  const { data, error, refetch } = useProcedure(postContract.ofUnit, { unitId: unit.id, asOf: day });
  const [isCreating, setCreating] = useState(false);
  const [closing, setClosing] = useState<Post>();
  const mayRecord = unit.state === 'stands' && (data?.may.includes('post.record') ?? false);
  const columns = useColumns(mayRecord ? setClosing : undefined);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      {mayRecord && <div className={classes.tabActs} data-screen-only><Act onPress={() => setCreating(true)}>{t(postsWeb.createPost)}</Act></div>}
      <DataTable
        label={t(unitTexts.posts)}
        columns={columns}
        rows={data?.items}
        rowId={({ id }) => id}
        empty={<EmptyState title={t(unitTexts.noPostsTitle)} why={t(unitTexts.noPostsWhy, { day: written(day) })} importHref="/nhap-du-lieu" />}
      />
      {isCreating && <CreatePostSheet unit={unit} onClose={() => setCreating(false)} />}
      {closing && <ClosePostSheet post={closing} onClose={() => setClosing(undefined)} />}
    </>
  );
}

function useColumns(onClose: ((post: Post) => void) | undefined): readonly Column<Post>[] {
  const { t, language, number } = useText();
  return [
    { id: 'post', title: t(unitTexts.post), cell: (post) => postName(post, language), priority: 1 },
    { id: 'holders', title: t(unitTexts.holder), cell: (post) => <Holders post={post} />, priority: 2 },
    { id: 'seats', title: t(unitTexts.seats), cell: (post) => `${number(post.holders.length)}/${number(post.seats)}`, align: 'end', priority: 2 },
    { id: 'time', title: t(postsWeb.postTime), cell: (post) => <PostTime post={post} onClose={onClose} />, priority: 2 },
  ];
}

function PostTime({ post, onClose }: { readonly post: Post; readonly onClose: ((post: Post) => void) | undefined }) {
  const { t, language, period } = useText();
  return (
    <>
      {period(post.period)}
      {onClose && post.period.to === null && (
        <div data-screen-only className={classes.rowAct}><Act kind="quiet" onPress={() => onClose(post)} aria-label={`${t(postsWeb.closePost)}: ${postAndUnit(post, language)}`}>{t(postsWeb.closePost)}</Act></div>
      )}
    </>
  );
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
