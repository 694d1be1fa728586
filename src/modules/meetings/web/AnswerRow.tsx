/** One answer to the invitation: a tap on the name unfolds what may be answered; of leave, the reason and what the secretary decides. */
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { leaveReasons, reasonNames } from '../meeting.kinds.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import type { LiveMeeting } from './live.meeting.ts';
import { pageTexts as texts } from './meeting.page.messages.ts';
import type { RollEntry } from './meeting.words.ts';
import classes from './RollCall.module.css';

type Given = Pick<RollEntry, 'answer' | 'leave'>;

export function AnswerRow({ live, entry }: { readonly live: LiveMeeting; readonly entry: RollEntry }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const words = answerWords(entry).map((text) => t(text)).join(' · ');
  return (
    <div className={classes.person}>
      <UnstyledButton className={classes.target ?? ''} disabled={!live.mayRecord} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className={classes.name}>{nameApart(entry.person)}</span>
        <span className={classes.state}>{words}</span>
        {live.mayRecord && <IconChevronDown className={classes.chevron} size={18} aria-hidden />}
      </UnstyledButton>
      {isOpen && <AnswerChoices live={live} entry={entry} />}
    </div>
  );
}

function AnswerChoices({ live: { meeting, note }, entry }: { readonly live: LiveMeeting; readonly entry: RollEntry }) {
  const { t } = useText();
  const [isLeave, setLeave] = useState(entry.answer === 'leave');
  const { id } = entry.person;
  const send = (given: Given) => void note({
    send: () => call(meetingContract.answer, { id: meeting.id, personId: id, ...sent(given), seen: sent(entry) }),
    guess: (shown) => ({ ...shown, roll: shown.roll.map((one) => (one.person.id === id ? { ...one, ...given } : one)) }),
  });
  const choose = (value: 'coming' | 'leave' | 'none') => {
    setLeave(value === 'leave');
    // Leave is sent with its reason.
    if (value !== 'leave') send({ answer: value === 'none' ? null : value, leave: null });
  };
  const reason = entry.leave?.reason ?? undefined;
  return (
    <div className={classes.choices}>
      <ChoiceChips
        isAct label={t(texts.answerOf, { name: nameApart(entry.person) })} isLabelHidden value={isLeave ? 'leave' : entry.answer ?? 'none'} onChoose={choose}
        options={[{ value: 'coming', label: t(texts.coming) }, { value: 'leave', label: t(texts.leave) }, { value: 'none', label: t(texts.noAnswer) }]}
      />
      {isLeave && <ChoiceChips isAct label={t(texts.leaveReason)} value={reason} options={leaveReasons.map((value) => ({ value, label: t(reasonNames[value]) }))} onChoose={(value) => send({ answer: 'leave', leave: { reason: value, decision: entry.leave?.decision ?? null } })} />}
      {isLeave && reason && (
        <ChoiceChips
          isAct label={t(texts.decision)} value={entry.leave?.decision ?? undefined} options={[{ value: 'granted', label: t(texts.granted) }, { value: 'refused', label: t(texts.refused) }]}
          onChoose={(decision) => send({ answer: 'leave', leave: { reason, decision } })}
        />
      )}
    </div>
  );
}

function sent({ answer, leave }: Given) {
  return { answer, reason: leave?.reason ?? null, decision: leave?.decision ?? null };
}

function answerWords({ answer, leave }: Given) {
  if (answer === null) return [texts.noAnswer];
  if (answer === 'coming') return [texts.coming];
  return [texts.leave, ...(leave?.reason ? [reasonNames[leave.reason]] : []), ...(leave?.decision ? [texts[leave.decision]] : [])];
}
