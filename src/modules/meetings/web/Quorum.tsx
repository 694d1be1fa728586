/** Whether enough full members are there to vote: the numbers, and by which rule. Nothing is told before anybody is marked. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { openTexts as texts } from './meeting.open.messages.ts';
import type { WholeMeeting } from './meeting.words.ts';
import classes from './RollCall.module.css';
import pageClasses from './meetings.module.css';

export function Quorum({ meeting: { quorum, counts, roll } }: { readonly meeting: WholeMeeting }) {
  const { t, number, percent } = useText();
  if (quorum.isMet === null || roll.every(({ mark }) => mark === null)) return null;
  const share = percent(Math.round(quorum.rule.value * 1000) / 10);
  return (
    <div className={classes.quorum}>
      <StatusMark status={quorum.isMet ? 'done' : 'due-soon'} label={t(quorum.isMet ? texts.quorumMet : texts.quorumNot)} />
      <span className={pageClasses.cited}>{t(texts.quorumBase, { present: number(counts.fullPresent), expected: number(counts.fullExpected), share })} <PageLink href={`/quy-dinh/${quorum.rule.key}`}>{quorum.rule.paper}</PageLink></span>
    </div>
  );
}
