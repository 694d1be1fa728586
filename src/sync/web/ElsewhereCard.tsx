/** What another device of the account sent and somebody had recorded otherwise by then: settled here, it is settled on all of them. */
import { Card } from '../../ui/Card.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { askServer } from './ask.server.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';
import { ThingTitle } from './ThingTitle.tsx';
import { SidesChoice, TwoSides, type Decision } from './TwoSides.tsx';
import type { ElsewhereItem } from './useElsewhere.ts';
import { useSettling } from './useSettling.ts';
import { useThing } from './useThing.ts';
import { decisionOn, wordsOf } from './waiting.words.ts';
import classes from './sync.module.css';

interface ElsewhereCardProps {
  readonly item: ElsewhereItem;
  readonly settle: (decision: Decision) => Promise<boolean>;
}

export function ElsewhereCard({ item: { command, refusal }, settle }: ElsewhereCardProps) {
  const { thing, told } = useThing(askServer, command.about);
  const { t } = told;
  const settling = useSettling();
  const decision = decisionOn(command, refusal, told);
  if (decision?.is !== 'sides') return null;
  return (
    <Card>
      <ThingTitle thing={thing} />
      <p className={classes.line}>
        <StatusMark status="very-late" label={wordsOf(command.procedure, [command.input], told) ?? t(texts.otherAct)} />
        <span className={classes.soft}>{t(texts.sentAt, { moment: told.moment(command.at) })}</span>
      </p>
      <TwoSides sides={decision} told={told} isElsewhere />
      {settling.problem !== undefined && <ProblemNotice problem={settling.problem} />}
      <div className={classes.acts}><SidesChoice sides={decision} settling={settling} settle={settle} isElsewhere /></div>
    </Card>
  );
}
