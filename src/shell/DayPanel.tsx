/** Chooses the day asked for and the day compared with; typed, picked, or one of the usual ones. */
import { Act } from '../ui/Act.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { useText } from '../ui/language.tsx';
import { useAsOf, usualDays } from './asOf.ts';
import classes from './DayPanel.module.css';
import { shellMessages } from './shell.messages.ts';

export function DayPanel({ onDone }: { readonly onDone: () => void }) {
  const { t, day } = useText();
  const { chosen, compare, today, choose, chooseCompare } = useAsOf();
  const pick = (wanted: string | undefined) => {
    choose(wanted);
    onDone();
  };
  return (
    <div className={classes.panel}>
      <DayInput label={t(shellMessages.dayField)} value={chosen ?? today} onChange={(wanted) => pick(wanted)} autoFocus />
      <div className={classes.usual}>
        <button type="button" className={classes.pick} onClick={() => pick(undefined)}><span>{t(shellMessages.today)}</span><span>{day(today)}</span></button>
        {usualDays(today).map((choice) => (
          <button key={choice.id} type="button" className={classes.pick} onClick={() => pick(choice.day)}><span>{t(shellMessages[choice.id])}</span><span>{day(choice.day)}</span></button>
        ))}
      </div>
      <DayInput label={t(shellMessages.compareField)} value={compare} onChange={chooseCompare} />
      {compare && <Act kind="quiet" onPress={() => chooseCompare(undefined)}>{t(shellMessages.noCompare)}</Act>}
    </div>
  );
}
