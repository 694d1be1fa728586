/** The five figures that say most about a unit of its kind; each opens its own page. */
import { useMediaQuery } from '@mantine/hooks';
import { FigureTiles } from '../../../figures/web/FigureTiles.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { hierarchyOf } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { keyFigures } from './unit.keyFigures.ts';
import classes from './units.module.css';

export function UnitFigures({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const figures = keyFigures({ kind: unit.kind, type: unit.type, hierarchy: hierarchyOf(unit.kind) });
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  // At a cell or a village people come for its members and posts: on a phone five large cards would stand before them.
  if (isPhone && (unit.kind === 'cell' || unit.kind === 'village')) {
    return (
      <details className={classes.folded}>
        <summary>{t(unitTexts.figures)}</summary>
        <FigureTiles unit={unit.id} figures={figures} least="12.5rem" />
        <Act kind="quiet" href={`/so-lieu?donVi=${unit.id}`}>{t(unitTexts.allFigures)}</Act>
      </details>
    );
  }
  return (
    <Section title={t(unitTexts.figures)} acts={<Act kind="quiet" href={`/so-lieu?donVi=${unit.id}`}>{t(unitTexts.allFigures)}</Act>}>
      <FigureTiles unit={unit.id} figures={figures} least="12.5rem" />
    </Section>
  );
}
