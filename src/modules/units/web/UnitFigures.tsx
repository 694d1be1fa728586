/** The five figures that say most about a unit of its kind; each opens its own page. */
import { FigureTiles } from '../../../figures/web/FigureTiles.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { hierarchyOf } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { keyFigures } from './unit.keyFigures.ts';

export function UnitFigures({ unit }: { readonly unit: UnitPage }) {
  const { t } = useText();
  const figures = keyFigures({ kind: unit.kind, type: unit.type, hierarchy: hierarchyOf(unit.kind) });
  return (
    <Section title={t(unitTexts.figures)} acts={<Act kind="quiet" href={`/so-lieu?donVi=${unit.id}`}>{t(unitTexts.allFigures)}</Act>}>
      <FigureTiles unit={unit.id} figures={figures} least="12.5rem" />
    </Section>
  );
}
