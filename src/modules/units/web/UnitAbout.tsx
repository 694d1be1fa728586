/** The facts of the unit on the day, its parents in each hierarchy, and the ref by which spreadsheets name it. */
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { Facts, type Fact } from '../../../ui/Facts.tsx';
import { useText } from '../../../ui/language.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { hierarchyName, kindWords } from './unit.words.ts';
import { UnitName } from './UnitName.tsx';
import classes from './units.module.css';

export function UnitAbout({ unit }: { readonly unit: UnitPage }) {
  const { t, language, period, number } = useText();
  const { properties } = unit;
  const counted = (value: number | undefined) => (value === undefined ? undefined : number(value));
  const office = properties.ownOffice === undefined ? undefined : t(properties.ownOffice ? unitTexts.yes : unitTexts.no);
  const given: [string, string | null | undefined][] = [
    [t(unitTexts.shortName), unit.shortName],
    [t(unitTexts.kind), kindWords(unit, language)],
    [t(unitTexts.rank), unit.rank],
    [t(unitTexts.code), unit.code],
    [t(unitTexts.population), counted(properties.population)],
    [t(unitTexts.households), counted(properties.households)],
    [t(unitTexts.area), counted(properties.areaKm2)],
    [t(unitTexts.ownOffice), office],
    [t(unitTexts.life), period(unit.life)],
    [t(unitTexts.factsHold), period(unit.version)],
  ];
  const facts = given.map(([label, value]) => ({ label, value: value ?? <span className={classes.soft}>{t(unitTexts.unknown)}</span> }));
  return <Facts facts={[...facts, ...useParents(unit), { label: t(unitTexts.importRef), value: <ImportRef id={unit.id} /> }]} />;
}

function useParents(unit: UnitPage): readonly Fact[] {
  const { t, language, period } = useText();
  const { day } = useAsOf();
  const held = unit.parents.filter(({ from, to }) => unit.state !== 'stands' || (from <= day && (to === null || day <= to)));
  return held.map((spell) => ({
    label: t(unitTexts.parentIn, { hierarchy: hierarchyName(spell.hierarchy, language) }),
    value: <><UnitName unit={spell.parent} /> <span className={classes.soft}>{period(spell)}</span></>,
  }));
}

/** `id:` before the id of a unit is understood in every column of the import that names a unit. */
function ImportRef({ id }: { readonly id: string }) {
  const { t } = useText();
  const [isCopied, setCopied] = useState(false);
  const ref = `id:${id}`;
  return (
    <div className={classes.ref}>
      <code className={classes.code}>{ref}</code>
      <Act kind="quiet" icon={<IconCopy size={18} aria-hidden />} onPress={() => void navigator.clipboard.writeText(ref).then(() => setCopied(true))}>
        {t(isCopied ? unitTexts.copied : unitTexts.copy)}
      </Act>
      <span className={classes.soft}>{t(unitTexts.importRefAbout)}</span>
    </div>
  );
}
