/** What the cap says to the levels chosen in a sheet, counted as they are chosen: told before it is sent. */
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { isOver } from '../rating.cap.ts';
import type { Level } from '../rating.kinds.ts';
import { chosenUses } from './cap.count.ts';
import { useCapWords } from './cap.words.ts';
import type { Season } from './rating.words.ts';
import { ratingsWeb as texts } from './ratings.web.messages.ts';
import classes from './ratings.module.css';

export function ChosenCaps({ season, chosen }: { readonly season: Season; readonly chosen: readonly { readonly group: string | null; readonly level: Level | '' }[] }) {
  const { t, number } = useText();
  const most = useCapWords(season.about);
  const uses = chosenUses(season, chosen);
  if (uses.length === 0) return null;
  return (
    <ul className={classes.marks} aria-live="polite">
      {uses.map((use) => <li key={use.code}><StatusMark status={isOver(use) ? 'late' : 'on-time'} label={t(texts.capChosen, { group: use.name, most: most(use), used: number(use.used) })} /></li>)}
    </ul>
  );
}
