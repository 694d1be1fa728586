/**
 * Who leads the unit on the day: its own leading posts, or, where a territory has none of its own, those of the
 * organisations that lead and govern it.
 */
import type { z } from 'zod';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { kindBeside, postAndUnit, postName } from '../../posts/web/post.words.ts';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { postContract } from '../../posts/post.contract.ts';
import { postKinds, type PostKindEntry } from '../../posts/post.kinds.ts';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import classes from './units.module.css';

export type Post = z.output<typeof postContract.ofUnit.output>['items'][number];
export type Holder = Post['holders'][number];

const MOST = 4;

export function UnitLeaders({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const { day } = useAsOf();
  const { data, error, refetch } = useProcedure(postContract.ofUnit, { unitId: unit.id, asOf: day }, { enabled: unit.state === 'stands' });
  if (unit.state !== 'stands') return null;
  const own = leadingOf(data?.items ?? []);
  const above = unit.relations.filter(({ direction, kind, from, to }) => direction === 'in' && kind !== 'belongs_to' && from <= day && (to === null || day <= to)).slice(0, MOST);
  return (
    <Section title={t(unitTexts.leaders)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Patiently><LineSkeletons count={2} /></Patiently>}
      {data && <ul className={classes.leaders}>
        {own.map((post) => <Leader key={post.id} post={post} />)}
        {own.length === 0 && above.map(({ kind, other }) => <LeadersOf key={`${kind} ${other.id}`} unitId={other.id} />)}
      </ul>}
      {data && own.length === 0 && above.length === 0 && <p className={classes.soft}>{t(unitTexts.noLeader)}</p>}
    </Section>
  );
}

function LeadersOf({ unitId }: { readonly unitId: string }) {
  const { day } = useAsOf();
  const { data } = useProcedure(postContract.ofUnit, { unitId, asOf: day });
  return leadingOf(data?.items ?? []).map((post) => <Leader key={post.id} post={post} withUnit />);
}

function Leader({ post, withUnit = false }: { readonly post: Post; readonly withUnit?: boolean }) {
  const { t, language, day } = useText();
  const kind = kindBeside(post, language);
  return (
    <li className={classes.leader}>
      <span className={classes.soft}>{withUnit ? postAndUnit(post, language) : postName(post, language)}{kind && ` (${kind})`}</span>
      {post.holders.map((holder) => <HolderName key={holder.tenureId} holder={holder} />)}
      {post.vacant > 0 && (
        <span className={classes.vacant}>{post.vacantSince ? t(unitTexts.vacantSince, { day: day(post.vacantSince) }) : t(unitTexts.vacant)}</span>
      )}
    </li>
  );
}

export function HolderName({ holder }: { readonly holder: Holder }) {
  const { t, language, day } = useText();
  const also = holder.concurrent.map((post) => postAndUnit(post, language)).join('; ');
  return (
    <span>
      <PageLink href={`/con-nguoi/${holder.person.id}`} className={classes.personName}>{holder.person.fullName}</PageLink>
      <span className={classes.soft}> {t(holder.period.to === null ? unitTexts.inPostSince : unitTexts.inPostUntil, { day: day(holder.period.from), to: holder.period.to === null ? '' : day(holder.period.to) })}</span>
      {also && <span className={classes.also}>{t(unitTexts.alsoHolds, { posts: also })}</span>}
    </span>
  );
}


/** The first comes first: secretary before deputies. */
function leadingOf(posts: readonly Post[]): readonly Post[] {
  const rank = ({ kind }: Post) => postKinds.findIndex(({ code }) => code === kind);
  return posts.filter(isLeading).toSorted((one, other) => rank(one) - rank(other));
}

function isLeading({ kind }: Post): boolean {
  const entry: PostKindEntry | undefined = postKinds.find(({ code }) => code === kind);
  return entry?.leads === true || entry?.deputy === true;
}
