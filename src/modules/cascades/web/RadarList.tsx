/** The radar where there is little room: units one below the other, each with a bar of its states; a tap opens it. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { clauseStateNames, clauseStates } from '../cascade.kinds.ts';
import { askedHref, radarHref, type Radar } from './cascade.words.ts';
import { radarTexts } from './radar.messages.ts';
import type { Counts, RadarRow } from './radar.ts';
import classes from './cascades.module.css';

export function RadarList({ radar: { document }, rows }: { readonly radar: Radar; readonly rows: readonly RadarRow[] }) {
  const { t, number } = useText();
  return (
    <ul className={classes.units}>
      {rows.map(({ unit, former, asked, askedId, all }) => (
        <li key={unit.id} className={classes.unit}>
          <PageLink className={classes.unitName} href={askedId === null ? radarHref(document.id, unit.id) : askedHref(document.id, askedId)}>{unit.name}</PageLink>
          {asked > 1 && <span className={classes.small}>{t(radarTexts.units, { count: number(asked) })}</span>}
          {former.length > 0 && <span className={classes.small}>{t(radarTexts.formerUnits, { units: former.join(', ') })}</span>}
          <StateBar counts={all} />
          <span className={classes.small}>{clauseStates.filter((state) => all[state] > 0).map((state) => t(radarTexts.countWords, { state: t(clauseStateNames[state]), count: number(all[state]) })).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Drawn beside words that say the same. */
export function StateBar({ counts }: { readonly counts: Counts }) {
  return <div className={classes.bar} aria-hidden>{clauseStates.filter((state) => counts[state] > 0).map((state) => <span key={state} data-state={state} style={{ flexGrow: counts[state] }} />)}</div>;
}
