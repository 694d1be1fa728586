/** Whether two posts are in one hand, told by shape and word; and the names of those who hold a post. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { postsWeb as texts } from './posts.web.messages.ts';
import classes from './posts.module.css';

interface NamedPerson {
  readonly id: string;
  readonly fullName: string;
}

interface UnifiedMarkProps {
  readonly isUnified: boolean;
  readonly ones: readonly NamedPerson[];
  readonly others: readonly NamedPerson[];
}

/** Where one of the posts is empty there is nothing to compare yet. */
export function UnifiedMark({ isUnified, ones, others }: UnifiedMarkProps) {
  const { t } = useText();
  if (isUnified) return <StatusMark status="done" label={t(texts.unified)} />;
  if (ones.length === 0 || others.length === 0) return <StatusMark status="silent" label={t(texts.unknown)} />;
  return <StatusMark status="on-time" label={t(texts.separate)} />;
}

interface Side {
  readonly post: string;
  readonly people: readonly NamedPerson[];
}

/** Two posts side by side: the mark, then who holds each. */
export function UnifiedPair({ isUnified, one, other }: { readonly isUnified: boolean; readonly one: Side; readonly other: Side }) {
  return (
    <div className={classes.duo}>
      <UnifiedMark isUnified={isUnified} ones={one.people} others={other.people} />
      <span><span className={classes.soft}>{one.post}:</span> <People people={one.people} /></span>
      <span><span className={classes.soft}>{other.post}:</span> <People people={other.people} /></span>
    </div>
  );
}

export function People({ people }: { readonly people: readonly NamedPerson[] }) {
  const { t } = useText();
  if (people.length === 0) return <span className={classes.soft}>{t(texts.nobody)}</span>;
  return people.map((person, index) => (
    <span key={person.id}>{index > 0 && ', '}<PageLink href={`/con-nguoi/${person.id}`}>{person.fullName}</PageLink></span>
  ));
}
