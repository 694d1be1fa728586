/** Each place that one follows: how it stands in the quarter and the year, what was promised, the way to its brief. */
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import type { Place } from '../place.shapes.ts';
import { briefHref, standingOf, talliedIn, visitHref } from './visit.words.ts';
import { visitsWeb as texts } from './visits.web.messages.ts';
import classes from './visits.module.css';

interface PlaceCardsProps {
  readonly places: readonly Place[];
  readonly onRecord: (unitId: string) => void;
}

export function PlaceCards({ places, onRecord }: PlaceCardsProps) {
  return <ul className={classes.places}>{places.map((place) => <li key={place.unit.id} className={classes.place}><PlaceCard place={place} onRecord={() => onRecord(place.unit.id)} /></li>)}</ul>;
}

function PlaceCard({ place, onRecord }: { readonly place: Place; readonly onRecord: () => void }) {
  const writing = useText();
  const { t, day, number } = writing;
  const { unit, quarter, year, promises, lastVisit } = place;
  const { status, label } = standingOf(place, writing);
  const soFar = (of: 'cellMeetings' | 'committeeMeetings') => (year[of].owed && year[of].owed !== quarter[of].owed ? t(texts.soFarOfYear, { soFar: talliedIn(quarter[of], writing), year: number(year[of].owed) }) : talliedIn(quarter[of], writing));
  const tallies = [
    { label: t(texts.lastVisit), value: lastVisit ? <PageLink href={visitHref(lastVisit.id)}>{day(lastVisit.on)}</PageLink> : t(texts.neverVisited) },
    { label: t(texts.visitsOfQuarter), value: talliedIn(quarter.visits, writing) },
    { label: t(texts.cellMeetings), value: soFar('cellMeetings') },
    { label: t(texts.committeeMeetings), value: soFar('committeeMeetings') },
    { label: t(texts.promisesOpen), value: promises.late > 0 ? t(texts.promisesLate, { open: number(promises.open), late: number(promises.late) }) : number(promises.open) },
  ];
  return (
    <>
      <h3 className={classes.placeName}>{unit.name}</h3>
      <StatusMark status={status} label={label} />
      <dl className={classes.tallies}>{tallies.map((one) => <Tally key={one.label} {...one} />)}</dl>
      <div className={classes.placeActs} data-screen-only>
        <Act onPress={onRecord} aria-label={`${t(texts.record)}: ${unit.name}`}>{t(texts.record)}</Act>
        <Act kind="quiet" href={briefHref(unit.id)} aria-label={`${t(texts.brief)}: ${unit.name}`}>{t(texts.brief)}</Act>
      </div>
    </>
  );
}

function Tally({ label, value }: { readonly label: string; readonly value: React.ReactNode }) {
  return <><dt>{label}</dt><dd>{value}</dd></>;
}
