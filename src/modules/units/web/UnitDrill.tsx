/** The same tree for a thumb: one level at a time, the name opens the page, the number goes down. */
import { IconArrowUp, IconChevronRight } from '@tabler/icons-react';
import { useProcedure, useRows } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { Act } from '../../../ui/Act.tsx';
import { stringifySearch, useAddressValue } from '../../../ui/address.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons, Patiently } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { unitContract } from '../unit.contract.ts';
import type { Hierarchy } from '../unit.kinds.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { kindWords, unitHref } from './unit.words.ts';
import { NoUnits } from './UnitTree.tsx';
import classes from './units.module.css';

export function UnitDrill({ hierarchy }: { readonly hierarchy: Hierarchy }) {
  const { t, language, number } = useText();
  const { day } = useAsOf();
  const [above] = useAddressValue(`duoi-${hierarchy}`);
  const { rows, more, error, retry } = useRows(unitContract.children, { hierarchy, asOf: day, limit: 100, ...(above ? { id: above } : {}) });
  const hrefUnder = (id: string | undefined) => `/to-chuc${stringifySearch({ he: hierarchy === 'party' ? undefined : hierarchy, [`duoi-${hierarchy}`]: id })}`;
  return (
    <>
      {above && <Above id={above} hierarchy={hierarchy} hrefUnder={hrefUnder} />}
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!rows && !error && <Patiently><LineSkeletons count={8} /></Patiently>}
      {rows?.length === 0 && <NoUnits hierarchy={hierarchy} day={day} />}
      <ul className={classes.drill}>
        {rows?.map((unit) => (
          <li key={unit.id} className={classes.drillRow}>
            <PageLink href={unitHref(unit.id)} className={classes.drillName}>
              <span>{unit.name}</span>
              <span className={classes.soft}>{kindWords(unit, language)}</span>
            </PageLink>
            {unit.children > 0 && (
              <PageLink href={hrefUnder(unit.id)} className={classes.drillDown} aria-label={t(unitTexts.openUnder, { count: number(unit.children), name: unit.name })}>
                {number(unit.children)}<IconChevronRight size={20} aria-hidden />
              </PageLink>
            )}
          </li>
        ))}
      </ul>
      {more && <Act wide onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </>
  );
}

interface AboveProps {
  readonly id: string;
  readonly hierarchy: Hierarchy;
  readonly hrefUnder: (id: string | undefined) => string;
}

function Above({ id, hierarchy, hrefUnder }: AboveProps) {
  const { t } = useText();
  const { day } = useAsOf();
  const { data } = useProcedure(unitContract.unit, { id, asOf: day });
  const parent = data?.parents.find((spell) => spell.hierarchy === hierarchy && spell.from <= day && (spell.to === null || day <= spell.to))?.parent;
  const isSeen = parent?.readable ?? false;
  return (
    <div className={classes.drillHead}>
      <PageLink href={hrefUnder(isSeen ? parent?.id : undefined)} className={classes.drillUp}>
        <IconArrowUp size={20} aria-hidden />{isSeen && parent ? parent.name : t(unitTexts.topmost)}
      </PageLink>
      <strong>{data?.name}</strong>
      <PageLink href={unitHref(id)}>{t(unitTexts.openPage)}</PageLink>
    </div>
  );
}
