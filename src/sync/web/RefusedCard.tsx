/** What the server did not take: why, and what a person may make of it. */
import { useState } from 'react';
import { Act } from '../../ui/Act.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConfirmAct } from '../../ui/ConfirmAct.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { ProblemNotice, useProblemText } from '../../ui/ProblemNotice.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useUndo } from '../../ui/UndoToast.tsx';
import type { OutboxEntry } from '../outbox.ts';
import type { Phone } from '../phone/phone.ts';
import { mayMove, settleOnto } from './same.thing.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';
import { ThingTitle } from './ThingTitle.tsx';
import { useThing } from './useThing.ts';
import type { RefusedEntry } from './waiting.ts';
import { decisionOn, wordsOf, type Sides, type Told } from './waiting.words.ts';
import classes from './sync.module.css';

interface RefusedCardProps {
  readonly phone: Phone;
  readonly entry: RefusedEntry;
  readonly entries: readonly OutboxEntry[];
}

export function RefusedCard({ phone, entry, entries }: RefusedCardProps) {
  const { command, standing: { refusal } } = entry;
  const { thing, told } = useThing(phone, command.about);
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
        {decision?.is === 'sides' && (
          <>
            <Act busy={settle.isBusy} onPress={() => void settle.run(() => phone.settle(command.id, { give: 'again', input: decision.keepMine }), t(texts.keptMine))}>{t(texts.keepMine)}</Act>
            <Act busy={settle.isBusy} onPress={() => void settle.run(() => phone.settle(command.id, decision.keepTheirs === undefined ? { give: 'up' } : { give: 'again', input: decision.keepTheirs }), t(texts.keptTheirs))}>{t(texts.keepTheirs)}</Act>
          </>
        )}
        {decision?.is === 'same' && isMovable && <Act busy={settle.isBusy} onPress={() => void settle.run(() => settleOnto(phone, { entries, refused: command, same: decision }), t(texts.sameMeetingDone))}>{t(texts.sameMeeting)}</Act>}
        {decision?.is !== 'sides' && <Act busy={settle.isBusy} onPress={() => void settle.run(() => phone.settle(command.id, { give: 'again' }))}>{t(texts.again)}</Act>}
        {decision?.is !== 'sides' && (
          <ConfirmAct label={t(texts.giveUp)} title={t(texts.giveUpTitle)} consequence={<><p>{words}</p><p>{t(texts.giveUpWhy)}</p></>} confirm={t(texts.giveUp)} onConfirm={() => phone.settle(command.id, { give: 'up' })} />
        )}
      </div>
    </Card>
  );
}

function TwoSides({ sides, told }: { readonly sides: Sides; readonly told: Told }) {
  const { t } = told;
  const whose = sides.by ? t(sides.at ? texts.savedBy : texts.theirs, { name: sides.by, moment: sides.at ? told.moment(sides.at) : '' }) : t(texts.onServer);
  return (
    <div className={classes.sides}>
      <Side title={t(texts.mine)} lines={sides.mine} told={told} />
      <Side title={t(texts.theirs)} about={whose} lines={sides.theirs} told={told} />
    </div>
  );
}

function Side({ title, about, lines, told }: { readonly title: string; readonly about?: string; readonly lines: readonly string[]; readonly told: Told }) {
  return (
    <section className={classes.side}>
      <h4 className={classes.sideTitle}>{title}</h4>
      {about && <p className={classes.soft}>{about}</p>}
      <ul className={classes.sideLines}>{(lines.length > 0 ? lines : [told.t(texts.nothing)]).map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}

function useSettling() {
  const tell = useUndo();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const run = async (settle: () => Promise<void>, told?: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await settle();
      if (told) tell({ text: told });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, run };
}
