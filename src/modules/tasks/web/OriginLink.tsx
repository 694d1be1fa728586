/** What a task comes from. Led to only where it may be read: then the kind of a meeting, the name of anything else is told. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { kindNames } from '../../meetings/meeting.kinds.ts';
import { originHref, originWords } from '../task.origins.ts';
import type { TaskItem } from '../task.record.ts';

export function OriginLink({ origin }: Pick<TaskItem, 'origin'>) {
  const { t, day } = useText();
  const name = origin.meetingKind ? t(kindNames[origin.meetingKind]) : origin.kind === 'unit' ? null : origin.name;
  const words = `${name ?? origin.symbol ?? t(originWords[origin.kind].name)}, ${day(origin.on)}`;
  const href = name === null ? undefined : originHref(origin);
  return href ? <PageLink href={href}>{words}</PageLink> : <>{words}</>;
}
