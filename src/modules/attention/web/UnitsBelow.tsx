/** The units directly below, to go on to: with what needs attention in each, or, where that is too much to count, by name. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { UNIT_PARAM } from '../../membership/web/UnitFilter.tsx';
import { unitContract } from '../../units/unit.contract.ts';
import { attentionWeb as texts } from './attention.web.messages.ts';
import type { Summary } from './attention.words.ts';
import classes from './attention.module.css';

const MOST = 200;

export function UnitsBelow({ units }: { readonly units: Summary['units'] }) {
  const { t, number } = useText();
  return (
    <Section title={t(texts.byUnit)}>
      <ul className={classes.units}>
        {units.map(({ id, name, count }) => <li key={id}><span className={classes.unit}><PageLink href={hrefAt(id)}>{name}</PageLink><span>{t(texts.count, { count: number(count) })}</span></span></li>)}
      </ul>
    </Section>
  );
}

export function UnitsToChoose({ unitId }: { readonly unitId: string | undefined }) {
  const { t } = useText();
  const { today } = useAsOf();
  const { data } = useProcedure(unitContract.children, { hierarchy: 'party', asOf: today, limit: MOST, ...(unitId ? { id: unitId } : {}) });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t(texts.chooseUnit)}>
      <ul className={classes.units}>{data.items.map(({ id, name }) => <li key={id}><span className={classes.unit}><PageLink href={hrefAt(id)}>{name}</PageLink></span></li>)}</ul>
    </Section>
  );
}

function hrefAt(unitId: string): string {
  return `/can-quan-tam?${UNIT_PARAM}=${unitId}`;
}
