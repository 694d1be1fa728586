/** One name of the roll: the whole row is the target. Unmarked, a tap says present; marked, or working away by the register, it unfolds the ways of being away. */
import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconCircle, IconDeviceLaptop, IconMinus, IconX } from '@tabler/icons-react';
import { memo, useRef, useState } from 'react';
import { call } from '../../../shell/api.ts';
import { useText } from '../../../ui/language.tsx';
import { meetingContract } from '../meeting.contract.ts';
import { leaveReasons, reasonNames, type LeaveReason, type Mark } from '../meeting.kinds.ts';
import { nameApart } from '../meeting.namesakes.ts';
import { ChoiceChips } from './ChoiceChips.tsx';
import { guessMarks } from './meeting.guess.ts';
import type { LiveMeeting } from './live.meeting.ts';
import { openTexts as texts } from './meeting.open.messages.ts';
import { basisNames, markNames, type RollEntry } from './meeting.words.ts';
import classes from './RollCall.module.css';

const ICONS = { present: IconCheck, online: IconDeviceLaptop, excused: IconMinus, absent: IconX };

interface RollRowProps extends Pick<LiveMeeting, 'mayRecord' | 'note'> {
  readonly meetingId: string;
  readonly entry: RollEntry;
}

/** Drawn anew only when its own entry changed: a roll is long, and each tap changes one row. */
export const RollRow = memo(Row);

function Row({ meetingId, mayRecord, note, entry }: RollRowProps) {
  const [isOpen, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const { id } = entry.person;
  const give = (mark: Mark | null, reason: LeaveReason | null) => {
    const marks = [{ personId: id, mark, reason, seen: { mark: entry.mark, reason: entry.reason } }];
    void note({ send: () => call(meetingContract.mark, { id: meetingId, marks }), guess: guessMarks({ marks, rest: null }) });
    setOpen(false);
    // The chip that was pressed is gone.
    target.current?.focus({ preventScroll: true });
  };
  const takesPresent = entry.mark === null && !isExpectedAway(entry);
  const tap = () => (takesPresent && !isOpen ? give('present', null) : setOpen(!isOpen));
  return (
    <div className={classes.person}>
      <UnstyledButton ref={target} className={classes.target ?? ''} disabled={!mayRecord} aria-expanded={takesPresent ? undefined : isOpen} onClick={tap}>
        <span className={classes.name}>{nameApart(entry.person)}<Beside entry={entry} /></span>
        <MarkWords entry={entry} mayRecord={mayRecord} />
        {mayRecord && <Tappable unfolds={!takesPresent} />}
      </UnstyledButton>
      {isOpen && <MarkChoices name={nameApart(entry.person)} entry={entry} onGive={give} />}
    </div>
  );
}

/** In the register of those away, and expected all the same: without leave, or where the rule says so. */
function isExpectedAway({ isAway, basis }: RollEntry): boolean {
  return isAway && basis === 'expected';
}

/** What a tap does, of those expected and those who need not come alike: an empty ring is filled, an arrow unfolds. */
function Tappable({ unfolds }: { readonly unfolds: boolean }) {
  const Icon = unfolds ? IconChevronDown : IconCircle;
  return <Icon className={classes.chevron} size={unfolds ? 18 : 20} aria-hidden />;
}

/** Probationary, why not expected, that leave was asked: beside the name. */
function Beside({ entry }: { readonly entry: RollEntry }) {
  const { t } = useText();
  const { basis, standing, answer, mark } = entry;
  const words = [standing === 'probationary' && t(texts.probationary), basis !== 'expected' && t(basisNames[basis]), isExpectedAway(entry) && t(texts.worksAway), answer === 'leave' && mark === null && t(texts.leaveAsked)].filter(Boolean);
  return words.length === 0 ? null : <span className={classes.beside}>{words.join(' · ')}</span>;
}

function MarkWords({ entry: { mark, reason, basis, isAway }, mayRecord }: Pick<RollRowProps, 'entry' | 'mayRecord'>) {
  const { t } = useText();
  // Whoever is not expected lacks no mark.
  if (mark === null && basis !== 'expected') return mayRecord ? <span className={classes.state}>{t(texts.mayStillCome)}</span> : null;
  // The empty ring tells it too: on a narrow screen the name needs the place.
  if (mark === null) return <span className={classes.state} data-ringed={(mayRecord && !isAway) || undefined}>{t(texts.unmarked)}</span>;
  const Icon = ICONS[mark];
  return <span className={classes.state} data-mark={mark}><Icon size={20} stroke={2.25} aria-hidden />{reason ? t(reasonNames[reason]) : t(markNames[mark])}</span>;
}

interface MarkChoicesProps {
  readonly name: string;
  readonly entry: RollEntry;
  readonly onGive: (mark: Mark | null, reason: LeaveReason | null) => void;
}

function MarkChoices({ name, entry: { basis, mark, reason }, onGive }: MarkChoicesProps) {
  const { t } = useText();
  const isExpected = basis === 'expected';
  const others = [
    { value: 'present', label: t(markNames.present) }, { value: 'online', label: t(markNames.online) }, ...(isExpected ? [{ value: 'absent', label: t(markNames.absent) } as const] : []), ...(mark === null ? [] : [{ value: 'none', label: t(texts.takeBack) } as const]),
  ] as const;
  return (
    <div className={classes.choices}>
      {isExpected && <ChoiceChips isAct label={t(texts.leaveReason)} value={mark === 'excused' ? reason ?? undefined : undefined} options={leaveReasons.map((value) => ({ value, label: t(reasonNames[value]) }))} onChoose={(value) => onGive('excused', value)} />}
      <ChoiceChips isAct label={t(texts.markOf, { name })} isLabelHidden value={mark === null || mark === 'excused' ? undefined : mark} options={others} onChoose={(value) => onGive(value === 'none' ? null : value, null)} />
    </div>
  );
}
