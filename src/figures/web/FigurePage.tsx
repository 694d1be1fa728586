/**
 * One figure of one unit on one day: its value with its base in words, what was printed, its parts, how it went,
 * what changed since another day, and the records behind it. All of it stands in the address.
 */
import { useMemo } from 'react';
import { useProcedure } from '../../shell/api.ts';
import { usePathPart } from '../../shell/page.ts';
import { Act } from '../../ui/Act.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/language.tsx';
import { PageSkeleton } from '../../ui/Loading.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { stringifySearch } from '../../ui/address.ts';
import { figuresContract, type FigureItem } from '../figures.contract.ts';
import { Breakdown } from './Breakdown.tsx';
import { Comparison } from './Comparison.tsx';
import { UNIT_PARAM, useQuestion } from './figure.address.ts';
import { FigureControls } from './FigureControls.tsx';
import { FigureValue } from './FigureValue.tsx';
import { figuresWeb } from './figures.web.messages.ts';
import { MemberFlow } from './MemberFlow.tsx';
import { Records } from './Records.tsx';
import { Series } from './Series.tsx';
import { useAskedUnit } from './useAskedUnit.ts';
import { UnitPath, UnitPicker, useUnitPage } from './UnitPicker.tsx';

export function FigurePage() {
  const { t } = useText();
  const id = usePathPart('figure');
  const { id: unitId, isPending } = useAskedUnit();
  const list = useProcedure(figuresContract.list, {});
  const unit = useUnitPage(unitId);
  const figure = useMemo(() => list.data?.items.find((item) => item.id === id), [list.data, id]);
  if (list.error) return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || isPending) return <PageSkeleton />;
  if (!figure) return <UnknownFigure />;
  const acts = <><Act kind="quiet" href={`/so-lieu${stringifySearch({ [UNIT_PARAM]: unitId })}`}>{t(figuresWeb.allFigures)}</Act><PrintButton /></>;
  return (
    <>
      <UnitPath unit={unit.data} />
      <PageHead
        title={t(figure.title)}
        kicker={unit.data ? <PageLink href={`/don-vi/${unit.data.id}`}>{unit.data.name}</PageLink> : '\u00a0'}
        description={t(figure.explanation)}
        acts={acts}
      />
      {unitId === undefined && <><UnitPicker unit={undefined} /><EmptyState title={t(figuresWeb.noUnitTitle)} why={t(figuresWeb.noUnitWhy)} /></>}
      {unitId !== undefined && unit.error && <><UnitPicker unit={undefined} /><ProblemNotice problem={unit.error} onRetry={() => void unit.refetch()} /></>}
      {unitId !== undefined && !unit.error && (
        <>
          <FigureControls figure={figure} unit={unit.data} />
          <Story figure={figure} unit={unitId} />
        </>
      )}
    </>
  );
}

function Story({ figure, unit }: { readonly figure: FigureItem; readonly unit: string }) {
  const question = useQuestion({ figure: figure.id, unit, kind: figure.kind });
  const isAboutMembers = figure.id.split('.', 1)[0] === 'members' && question.filter.length === 0;
  return (
    <>
      <FigureValue figure={figure} question={question} />
      <Breakdown figure={figure} question={question} />
      <Series figure={figure} question={question} />
      {figure.kind === 'state' && <Comparison question={question} />}
      {isAboutMembers && <MemberFlow question={question} />}
      <Records figure={figure} question={question} />
    </>
  );
}

function UnknownFigure() {
  const { t } = useText();
  return (
    <>
      <PageHead title={t(figuresWeb.unknownTitle)} />
      <EmptyState title={t(figuresWeb.unknownWhy)} act={<Act href="/so-lieu">{t(figuresWeb.toCatalogue)}</Act>} />
    </>
  );
}
