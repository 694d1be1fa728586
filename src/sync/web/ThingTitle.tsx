/** The heading of what commands are about; none where the phone no longer carries it. */
import { PageLink } from '../../ui/PageLink.tsx';
import type { Thing } from './waiting.words.ts';
import classes from './sync.module.css';

export function ThingTitle({ thing }: { readonly thing: Thing | undefined }) {
  if (!thing) return null;
  return <h3 className={classes.thing}>{thing.href ? <PageLink href={thing.href}>{thing.title}</PageLink> : thing.title}</h3>;
}
