/** My units; of one of them first the next meeting of a cell and what needs attention, then the key figures with what a month changed, what happened lately, where to go. */
import { AddressChoice, useAddressChoice } from '../../../figures/web/AddressChoice.tsx';
import { UNIT_PARAM } from '../../../figures/web/figure.address.ts';
import { FigureTiles } from '../../../figures/web/FigureTiles.tsx';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useSession } from '../../../shell/session.ts';
import { useNeedsNetwork } from '../../../shell/useNeedsNetwork.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NextMeeting } from '../../meetings/web/NextMeeting.tsx';
import { unitContract, type UnitItem } from '../../units/unit.contract.ts';
import { hierarchyOf } from '../../units/unit.kinds.ts';
import { keyFigures } from '../../units/web/unit.keyFigures.ts';
import { homeWeb } from '../home.web.messages.ts';
import { Attention } from './Attention.tsx';
import { monthBefore } from './home.places.ts';
import classes from './home.module.css';
import { Lately } from './Lately.tsx';
import { MayDo } from './MayDo.tsx';

/** Beyond these the tree of units is the better place to choose. */
const MOST_UNITS = 8;
/** Two full rows of tiles on a desk. */
const MOST_FIGURES = 6;
const ALSO = ['heads.notMembers', 'holders.several'];

export function OfficerHome() {
  const { t, day: written } = useText();
  const { person } = useSession();
  const { day } = useAsOf();
  const top = useTopUnits(day);
  return (
    <>
      <PageHead title={person ? t(homeWeb.hello, { name: person.name }) : t(homeWeb.helloPlain)} description={t(homeWeb.onDay, { day: written(day) })} />
      {top.error && <ProblemNotice problem={top.error} onRetry={top.retry} />}
      {!top.error && !top.units && <PageSkeleton />}
      {top.units?.length === 0 && <EmptyState title={t(homeWeb.noUnitTitle)} why={t(homeWeb.noUnitWhy)} importHref="/nhap-du-lieu" />}
      {top.units && top.units.length > 0 && <MyUnits units={top.units} hasMore={top.hasMore} />}
      <MayDo />
    </>
  );
}

/** The topmost units in reach, the account's own first; where no Party unit is, those of the territory. */
function useTopUnits(asOf: string) {
  const { home } = useSession();
  const party = useProcedure(unitContract.children, { hierarchy: 'party', asOf, limit: MOST_UNITS }, { keepPrevious: true });
  const isWithout = party.data?.items.length === 0;
  const territory = useProcedure(unitContract.children, { hierarchy: 'territory', asOf, limit: MOST_UNITS }, { enabled: isWithout });
  const asked = isWithout ? territory : party;
  const units = asked.data?.items.toSorted((one, other) => Number(other.id === home?.unitId) - Number(one.id === home?.unitId));
  return { units, hasMore: Boolean(asked.data?.next), error: asked.error, retry: () => void asked.refetch() };
}

function MyUnits({ units, hasMore }: { units: readonly UnitItem[]; hasMore: boolean }) {
  const { t } = useText();
  // Figures and what happened lately are not carried by a phone.
  const isCut = useNeedsNetwork()({});
  const options = units.map(({ id, name, shortName }) => ({ id, label: shortName ?? name }));
  const chosenId = useAddressChoice(UNIT_PARAM, options)?.id;
  const unit = units.find(({ id }) => id === chosenId);
  if (!unit) return null;
  return (
    <>
      {units.length > 1 && (
        <div className={classes.units}>
          <AddressChoice label={t(homeWeb.myUnits)} param={UNIT_PARAM} options={options} />
          {hasMore && <Act kind="quiet" href="/to-chuc">{t(homeWeb.moreUnits)}</Act>}
        </div>
      )}
      {unit.kind === 'cell' && <NextMeeting unit={unit.id} />}
      <Attention unit={unit.id} />
      {isCut ? <p className={classes.why}>{t(homeWeb.withSignal)}</p> : <><KeyFigures unit={unit} /><Lately unit={unit.id} /></>}
    </>
  );
}

function KeyFigures({ unit }: { unit: UnitItem }) {
  const { t } = useText();
  const { day, compare } = useAsOf();
  const figures = [...new Set([...keyFigures({ kind: unit.kind, type: unit.type, hierarchy: hierarchyOf(unit.kind) }), ...ALSO])].slice(0, MOST_FIGURES);
  const acts = (
    <>
      <Act kind="quiet" href={`/don-vi/${unit.id}`}>{t(homeWeb.openUnit)}</Act>
      <Act kind="quiet" href={`/so-lieu?${UNIT_PARAM}=${unit.id}`}>{t(homeWeb.allFigures)}</Act>
    </>
  );
  return (
    <Section title={unit.name} description={compare ? undefined : t(homeWeb.comparedTo)} acts={acts}>
      <FigureTiles unit={unit.id} figures={figures} compareWith={compare ?? monthBefore(day)} least="18rem" />
    </Section>
  );
}
