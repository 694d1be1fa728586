/** What a task comes from. Led to only where it may be read: then the kind of a meeting, the name of anything else is told. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { originHref, originWords } from '../task.origins.ts';
import type { TaskItem } from '../task.record.ts';

export function OriginLink({ origin }: Pick<TaskItem, 'origin'>) {
  const { t, day } = useText();
  // Of a visit the name is its day, which stands beside it.
  const told = origin.kind === 'visit' && origin.name !== null ? t(originWords.visit.name) : origin.name;
  const name = origin.meetingKind ? t(kindNames[origin.meetingKind]) : origin.kind === 'unit' ? null : told;
  const words = `${name ?? origin.symbol ?? t(originWords[origin.kind].name)}, ${day(origin.on)}`;
  const href = name === null ? undefined : originHref(origin);
  return href ? <PageLink href={href}>{words}</PageLink> : <>{words}</>;
}
