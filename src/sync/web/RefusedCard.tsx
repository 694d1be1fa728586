/** What the server did not take: why, and what a person may make of it. */
import { Act } from '../../ui/Act.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ProblemNotice, useProblemText } from '../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { OutboxEntry } from '../outbox.ts';
import type { Phone } from '../phone/phone.ts';
import { mayMove, settleOnto } from './same.thing.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';
import { ThingTitle } from './ThingTitle.tsx';
import { SidesChoice, TwoSides } from './TwoSides.tsx';
import { useSettling } from './useSettling.ts';
import { useThing } from './useThing.ts';
import type { RefusedEntry } from './waiting.ts';
import { decisionOn, wordsOf } from './waiting.words.ts';
import classes from './sync.module.css';

interface RefusedCardProps {
  readonly phone: Phone;
  readonly entry: RefusedEntry;
  readonly entries: readonly OutboxEntry[];
}

export function RefusedCard({ phone, entry, entries }: RefusedCardProps) {
  const { command, standing: { refusal } } = entry;
  const { thing, told } = useThing(phone.answer, command.about);
  const { t } = told;
  const reason = useProblemText()({ ...refusal, data: refusal.data ?? {} });
  const decision = decisionOn(command, refusal, told);
  const settle = useSettling();
  const isMovable = mayMove({ entries, refused: command });
  const words = wordsOf(command.procedure, [command.input], told) ?? t(texts.otherAct);
  return (
    <Card>
      <ThingTitle thing={thing} />
      <p className={classes.line}><StatusMark status="very-late" label={words} /><span className={classes.soft}>{t(texts.madeAt, { moment: told.moment(command.at) })}</span></p>
      <p>{reason}</p>
      {decision?.is === 'sides' && <TwoSides sides={decision} told={told} />}
      {decision?.is === 'same' && <p>{t(texts.sameMeetingWhy)} <PageLink href={decision.otherHref}>{t(texts.seeOther)}</PageLink></p>}
      {decision?.is === 'same' && !isMovable && <p>{t(texts.sameMeetingWaits)}</p>}
      {settle.problem !== undefined && <ProblemNotice problem={settle.problem} />}
      <div className={classes.acts}>
        {decision?.is === 'sides' && <SidesChoice sides={decision} settling={settle} settle={(made) => phone.settle(command.id, made)} />}
        {decision?.is === 'same' && isMovable && <Act busy={settle.isBusy} onPress={() => void settle.run(() => settleOnto(phone, { entries, refused: command, same: decision }), t(texts.sameMeetingDone))}>{t(texts.sameMeeting)}</Act>}
        {decision?.is !== 'sides' && <Act busy={settle.isBusy} onPress={() => void settle.run(() => phone.settle(command.id, { give: 'again' }))}>{t(texts.again)}</Act>}
        {decision?.is !== 'sides' && (
          <ConfirmAct label={t(texts.giveUp)} title={t(texts.giveUpTitle)} consequence={<><p>{words}</p><p>{t(texts.giveUpWhy)}</p></>} confirm={t(texts.giveUp)} onConfirm={() => phone.settle(command.id, { give: 'up' })} />
        )}
      </div>
    </Card>
  );
}
