/** Two versions of one thing beside each other, of which a person keeps one. */
import { Act } from '../../ui/Act.tsx';
import { useText } from '../../ui/language.tsx';
import type { Phone } from '../phone/phone.ts';
import { waitingTexts as texts } from './sync.waiting.messages.ts';
import type { Settling } from './useSettling.ts';
import type { Sides, Told } from './waiting.words.ts';
import classes from './sync.module.css';

export type Decision = Parameters<Phone['settle']>[1];

export function TwoSides({ sides, told, isElsewhere = false }: { readonly sides: Sides; readonly told: Told; readonly isElsewhere?: boolean }) {
  const { t } = told;
  return (
    <>
      <div className={classes.sides}>
        <Side title={t(isElsewhere ? texts.mineElsewhere : texts.mine)} lines={sides.mine} told={told} />
        <Side title={t(isElsewhere ? texts.theirsElsewhere : texts.theirs)} about={sides.whose ?? t(texts.onServer)} lines={sides.theirs} told={told} />
      </div>
      {sides.note && <p>{sides.note}</p>}
    </>
  );
}

interface ChoiceProps {
  readonly sides: Sides;
  readonly settling: Settling;
  readonly settle: (decision: Decision) => Promise<boolean | void>;
  readonly isElsewhere?: boolean;
}

/** Theirs kept is given up, or sent again with what is left of it. */
export function SidesChoice({ sides: { keepMine, keepTheirs }, settling: { isBusy, run }, settle, isElsewhere = false }: ChoiceProps) {
  const { t } = useText();
  return (
    <>
      {keepMine !== undefined && <Act busy={isBusy} onPress={() => void run(() => settle({ give: 'again', input: keepMine }), t(isElsewhere ? texts.keptMineElsewhere : texts.keptMine))}>{t(isElsewhere ? texts.keepMineElsewhere : texts.keepMine)}</Act>}
      <Act busy={isBusy} onPress={() => void run(() => settle(keepTheirs === undefined ? { give: 'up' } : { give: 'again', input: keepTheirs }), t(texts.keptTheirs))}>{t(texts.keepTheirs)}</Act>
    </>
  );
}

function Side({ title, about, lines, told }: { readonly title: string; readonly about?: string; readonly lines: readonly string[]; readonly told: Told }) {
  return (
    <section className={classes.side}>
      <h4 className={classes.sideTitle}>{title}</h4>
      {about && <p className={classes.soft}>{about}</p>}
      <ul className={classes.sideLines}>{(lines.length > 0 ? lines : [told.t(texts.nothing)]).map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
