/** What waits of one meeting, task or member: line by line, with the time of its making. */
import { useText } from '../../ui/language.tsx';
import { Card } from '../../ui/Card.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import type { Phone } from '../phone/phone.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';
import { ThingTitle } from './ThingTitle.tsx';
import { useThing } from './useThing.ts';
import type { WaitingGroup, WaitingLine } from './waiting.ts';
import { wordsOf, type Told } from './waiting.words.ts';
import classes from './sync.module.css';

export function WaitingCard({ phone, group }: { readonly phone: Phone; readonly group: WaitingGroup }) {
  const { t } = useText();
  const { thing, told } = useThing(phone.answer, group.about);
  return (
    <Card>
      <ThingTitle thing={thing} />
      <ul className={classes.lines} aria-label={thing?.title ?? t(texts.otherAct)}>
        {group.lines.map((line) => (
          <li key={line.commands[0]!.id} className={classes.line}>
            <StatusMark status="due-soon" label={sentenceOf(line, told)} />
            <span className={classes.soft}>{timesOf(line, told)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function sentenceOf({ procedure, commands }: WaitingLine, told: Told): string {
  return wordsOf(procedure, commands.map(({ input }) => input), told) ?? told.t(texts.otherAct);
}

/** The moment of the one act; of several from the first to the last. */
function timesOf({ commands }: WaitingLine, { moment }: Told): string {
  const [first, last] = [moment(commands[0]!.at), moment(commands.at(-1)!.at)];
  return first === last ? first : `${first} – ${last}`;
}
