/** The posts of the unit on the day: who holds them, since when, which seats are vacant; created and closed here. */
import { useState } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Column } from '../../../ui/table.ts';
import { postContract } from '../../posts/post.contract.ts';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { unitHref } from './unit.words.ts';
import { ClosePostSheet } from '../../posts/web/ClosePostSheet.tsx';
import { CreatePostSheet } from '../../posts/web/CreatePostSheet.tsx';
import { FillPostSheet } from '../../posts/web/FillPostSheet.tsx';
import { kindBeside, postAndUnit, postName } from '../../posts/web/post.words.ts';
import { postsWeb } from '../../posts/web/posts.web.messages.ts';
import { HolderName, type Post } from './UnitLeaders.tsx';
import classes from './units.module.css';

export function UnitPosts({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const { day } = useAsOf();
  const led = unit.kind === 'cell' ? unit.relations.filter(({ kind, direction, from, to }) => kind === 'leads' && direction === 'out' && from <= day && (to === null || day <= to)) : [];
  return (
    <>
      <PostsAt unit={unit} stands={unit.state === 'stands'} mayCreate />
      {/* What is counted at a cell includes the posts of the village that it leads. */}
      {led.length > 0 && <p className={classes.note}>{t(unitTexts.postsCountedHere)}</p>}
      {led.map(({ other }) => <PostsLed key={other.id} unit={other} stands={unit.state === 'stands'} />)}
    </>
  );
}

/** Nothing stands here for whoever may not read the posts there. */
function PostsLed({ unit, stands }: PostsAtProps) {
  const { t } = useText();
  const { day } = useAsOf();
  const { error } = useProcedure(postContract.ofUnit, { unitId: unit.id, asOf: day });
  return error ? null : <Section title={unit.name} acts={<Act kind="quiet" href={unitHref(unit.id)}>{t(unitTexts.openPage)}</Act>}><PostsAt unit={unit} stands={stands} /></Section>;
}

interface PostsAtProps {
  readonly unit: Pick<UnitPage, 'id' | 'name' | 'kind'>;
  readonly stands: boolean;
  /** Elsewhere a post is created on the page of its own unit. */
  readonly mayCreate?: boolean;
}

function PostsAt({ unit, stands, mayCreate = false }: PostsAtProps) {
  const { t, day: written } = useText();
  const { day } = useAsOf();
  const { data, error, refetch } = useProcedure(postContract.ofUnit, { unitId: unit.id, asOf: day });
  const [isCreating, setCreating] = useState(false);
  const [closing, setClosing] = useState<Post>();
  const [filling, setFilling] = useState<Post>();
  const mayRecord = stands && (data?.may.includes('post.record') ?? false);
  const columns = useColumns(mayRecord ? { onClose: setClosing, onFill: setFilling } : undefined);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      {mayCreate && mayRecord && <div className={classes.tabActs} data-screen-only><Act onPress={() => setCreating(true)}>{t(postsWeb.createPost)}</Act></div>}
      <DataTable
        label={`${t(unitTexts.posts)}: ${unit.name}`}
        columns={columns}
        rows={data?.items}
        rowId={({ id }) => id}
        empty={<EmptyState title={t(unitTexts.noPostsTitle)} why={t(unitTexts.noPostsWhy, { day: written(day) })} importHref="/nhap-du-lieu" />}
      />
      {isCreating && <CreatePostSheet unit={unit} onClose={() => setCreating(false)} />}
      {closing && <ClosePostSheet post={closing} onClose={() => setClosing(undefined)} />}
      {filling && <FillPostSheet post={filling} onClose={() => setFilling(undefined)} />}
    </>
  );
}

interface PostActs {
  readonly onClose: (post: Post) => void;
  readonly onFill: (post: Post) => void;
}

function useColumns(acts: PostActs | undefined): readonly Column<Post>[] {
  const { t, number } = useText();
  return [
    { id: 'post', title: t(unitTexts.post), cell: (post) => <PostTitle post={post} />, priority: 1 },
    { id: 'holders', title: t(unitTexts.holder), cell: (post) => <Holders post={post} onFill={acts?.onFill} />, priority: 2 },
    { id: 'seats', title: t(unitTexts.seats), cell: (post) => `${number(post.holders.length)}/${number(post.seats)}`, align: 'end', priority: 2 },
    { id: 'time', title: t(postsWeb.postTime), cell: (post) => <PostTime post={post} onClose={acts?.onClose} />, priority: 2 },
  ];
}

function PostTitle({ post }: { readonly post: Post }) {
  const { language } = useText();
  const kind = kindBeside(post, language);
  return <>{postName(post, language)}{kind && <span className={classes.also}>{kind}</span>}</>;
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

function Holders({ post, onFill }: { readonly post: Post; readonly onFill: ((post: Post) => void) | undefined }) {
  const { t, day, language } = useText();
  return (
    <span className={classes.holders}>
      {post.holders.map((holder) => <HolderName key={holder.tenureId} holder={holder} />)}
      {post.vacant > 0 && <span className={classes.vacant}>{post.vacantSince ? t(unitTexts.vacantSince, { day: day(post.vacantSince) }) : t(unitTexts.vacant)}</span>}
      {post.vacant > 0 && onFill && (
        <span data-screen-only className={classes.rowAct}><Act kind="quiet" onPress={() => onFill(post)} aria-label={`${t(postsWeb.fill)}: ${postAndUnit(post, language)}`}>{t(postsWeb.fill)}</Act></span>
      )}
    </span>
  );
}
