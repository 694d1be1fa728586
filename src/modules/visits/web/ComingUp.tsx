/** What comes next at all places together, by day: planned meetings, promises, the end of a quarter. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { missingInAll } from '../owed.ts';
import type { Place } from '../place.shapes.ts';
import { aheadHref, aheadInWords } from './visit.words.ts';
import { visitsWeb as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

const MOST = 20;

export function ComingUp({ places }: { readonly places: readonly Place[] }) {
  const writing = useText();
  const { t, day, number } = writing;
  const ahead = places.flatMap(({ quarter, ahead: own }) => own.map((one) => ({ ...one, quarter }))).filter(({ what, quarter }) => what !== 'quarter' || missingInAll(quarter) > 0).toSorted((one, other) => one.on.localeCompare(other.on)).slice(0, MOST);
  if (ahead.length === 0) return <p className={classes.soft}>{t(texts.aheadNone)}</p>;
  return (
    <ol className={classes.ahead}>
      {ahead.map((one, at) => {
        const href = aheadHref(one);
        const words = aheadInWords(one, one.quarter, writing);
        return (
          <li key={`${one.what} ${one.id ?? at}`}>
            <span className={classes.aheadDay}>{day(one.on)}</span>
            <span className={classes.aheadWords}>{href ? <PageLink href={href}>{words}</PageLink> : words}</span>
            {one.isLate ? <StatusMark status="late" label={t(texts.late)} /> : <span className={classes.aheadLeft}>{one.left <= 0 ? t(texts.today) : t(texts.inDays, { days: number(one.left) })}</span>}
          </li>
        );
      })}
    </ol>
  );
}
