/** Giải thể: what still stands under the unit must go first; the server counts it, and the form leads to it. */
import { useState } from 'react';
import { useAsOf } from '../../../shell/asOf.ts';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { isShownProblem } from '../../../ui/ProblemNotice.tsx';
import { unitContract } from '../unit.contract.ts';
import { unitTexts } from '../unit.web.messages.ts';
import { ActSheet, useFaults, useRecording } from './ActSheet.tsx';
import { decisionOf, WhenFields, type When } from './fields.tsx';
import { missingIn } from './missing.ts';
import { unitHref } from './unit.words.ts';
import type { SheetOf } from './UnitActs.tsx';

export function DissolveSheet({ unit, onClose }: SheetOf) {
  const { t } = useText();
  const { day } = useAsOf();
  const [when, setWhen] = useState<When>({ on: day, decision: '' });
  const { record, problem, busy } = useRecording(unitContract.dissolve, { done: t(unitTexts['done.dissolve'], { name: unit.name }), onClose });
  const { faultOf, setMissing } = useFaults(problem);
  const submit = () => {
    setMissing(missingIn({ on: when.on }, t));
    if (when.on !== undefined) record({ id: unit.id, on: when.on, decision: decisionOf(when) });
  };
  const refusal = isShownProblem(problem) && problem.code === 'unit.stillHolds' ? <StillThere unit={unit} counts={problem.data} onClose={onClose} /> : undefined;
  return (
    <ActSheet submit={t(unitTexts.dissolve)} refusal={refusal} title={`${t(unitTexts.dissolve)}: ${unit.name}`} about={t(unitTexts.dissolveAbout)} problem={problem} busy={busy} onSubmit={submit} onClose={onClose}>
      <WhenFields label={t(unitTexts.lastDay)} when={when} onChange={setWhen} faultOf={faultOf} />
    </ActSheet>
  );
}

/** What must go first, each with the list in which that is done; nothing is said of what is not there. */
function StillThere({ unit, counts, onClose }: SheetOf & { readonly counts: Readonly<Record<string, unknown>> }) {
  const { t, number } = useText();
  const left = (['children', 'members', 'posts', 'tenures'] as const).flatMap((what) => {
    const count = counts[what];
    return typeof count === 'number' && count > 0 ? [{ what, count }] : [];
  });
  const lists = { children: `${unitHref(unit.id)}?the=truc-thuoc`, members: `/con-nguoi?donVi=${unit.id}`, posts: `${unitHref(unit.id)}?the=chuc-danh`, tenures: `${unitHref(unit.id)}?the=chuc-danh` };
  return (
    <Notice tone="error" title={t(unitTexts.dissolveRefused)}>
      <p>{t(unitTexts.stillThere)}</p>
      <ul>
        {left.map(({ what, count }) => (
          <li key={what}><PageLink href={lists[what]} onClick={onClose}>{t(unitTexts[`still.${what}`], { count: number(count) })}</PageLink></li>
        ))}
      </ul>
      <p>{t(unitTexts.clearFirst)}</p>
    </Notice>
  );
}
