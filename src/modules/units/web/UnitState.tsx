/** Says when the unit does not stand on the chosen day, and where to go instead: its successors or predecessors. */
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { UnitPage } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { UnitName } from './UnitName.tsx';
import classes from './units.module.css';

export function UnitState({ unit }: { readonly unit: UnitPage }) {
  const { t, day: written } = useText();
  const { day, choose } = useAsOf();
  const { life, state } = unit;
  if (state === 'stands') return null;
  const isOver = state === 'dissolved' && life.to !== null;
  const seenOn = isOver && life.to !== null ? life.to : life.from;
  const kin = isOver ? unit.successors : unit.predecessors;
  return (
    <div className={classes.state}>
      <Notice
        tone="warn"
        title={t(isOver ? unitTexts.dissolved : unitTexts.notYet, { day: written(day) })}
        acts={<Act onPress={() => choose(seenOn)}>{t(unitTexts.toDay, { day: written(seenOn) })}</Act>}
      >
        <p>{t(isOver ? unitTexts.dissolvedWhy : unitTexts.notYetWhy, { on: written(seenOn) })}</p>
        {kin.length > 0 && (
          <p>
            {t(isOver ? unitTexts.successors : unitTexts.predecessors)}: <KinLinks kin={kin} />
          </p>
        )}
      </Notice>
    </div>
  );
}

/** Names of related units, halves marked. */
export function KinLinks({ kin }: { readonly kin: UnitPage['successors'] }) {
  const { t } = useText();
  return kin.map(({ unit, share }, index) => (
    <span key={`${unit.id} ${index}`}>
      {index > 0 && ', '}
      <UnitName unit={unit} />
      {share === 'part' && ` (${t(unitTexts.part)})`}
    </span>
  ));
}
