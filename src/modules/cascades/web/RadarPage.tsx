/** Each clause in each unit below: a grid on a desk, a list with bars on a phone; the gravest state of a cell is told by letter and colour. */
import { useMemo } from 'react';
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { usePathPart } from '../../../shell/page.ts';
import { PagePath } from '../../../shell/PagePath.tsx';
import { Act } from '../../../ui/Act.tsx';
import { useAddressValue } from '../../../ui/address.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FilterChips } from '../../../ui/FilterChips.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageSkeleton } from '../../../ui/Loading.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageHead } from '../../../ui/PageHead.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { useIsPhone } from '../../../ui/useIsPhone.ts';
import { documentHref } from '../../documents/web/document.words.ts';
import { cascadeContract } from '../cascade.contract.ts';
import { clauseStates } from '../cascade.kinds.ts';
import { clausesHref, radarHref, type Radar } from './cascade.words.ts';
import { cascadesTitles } from './cascades.titles.messages.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import { radarTexts } from './radar.messages.ts';
import { radarRows, sumOf, worstFirst } from './radar.ts';
import { RadarGrid } from './RadarGrid.tsx';
import { RadarLegend } from './RadarLegend.tsx';
import { RadarList } from './RadarList.tsx';
import { StateMark } from './StateMark.tsx';
import classes from './cascades.module.css';

const ORDER = 'xep';
const WORST = 'cham';

export function RadarPage() {
  const { t } = useText();
  const documentId = usePathPart('id');
  const { chosen } = useAsOf();
  const [unitId] = useAddressValue('trong');
  const { data, error, refetch } = useProcedure(cascadeContract.radar, { documentId, ...(unitId ? { unitId } : {}), ...(chosen ? { on: chosen } : {}) }, { keepPrevious: true });
  if (error && 'code' in error && error.code === 'cascades.notOpened') return <EmptyState title={t(radarTexts.notOpenedTitle)} why={t(radarTexts.notOpenedWhy)} act={<Act href={clausesHref(documentId)}>{t(texts.openClauses)}</Act>} />;
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  return data ? <WholePage radar={data} /> : <PageSkeleton />;
}

function WholePage({ radar }: { readonly radar: Radar }) {
  const { t, day } = useText();
  const { document, top, above, on, answersDueOn, isCut } = radar;
  const isInner = top.id !== document.unit.id;
  const steps = [...above, ...(isInner ? [top] : [])].map(({ id, name }) => ({ label: name, href: radarHref(document.id, id) }));
  return (
    <>
      <PagePath steps={[{ label: t(cascadesTitles.cascades), href: '/nghi-quyet' }, { label: document.symbol, href: documentHref(document.id) }, { label: t(cascadesTitles.radar), href: radarHref(document.id) }, ...steps]} />
      <PageHead
        kicker={isInner ? t(radarTexts.within, { unit: top.name }) : document.unit.name} title={t(radarTexts.title, { symbol: document.symbol })}
        description={<>{document.summary}. {t(radarTexts.about, { day: day(on), due: answersDueOn ? day(answersDueOn) : t(radarTexts.noDue) })}</>}
        acts={<><Act href={clausesHref(document.id)}>{t(texts.openClauses)}</Act><PrintButton /></>}
      />
      {isCut && <Notice title={t(radarTexts.cut)} />}
      <Rows radar={radar} />
    </>
  );
}

function Rows({ radar }: { readonly radar: Radar }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const [order] = useAddressValue(ORDER);
  const rows = useMemo(() => radarRows(radar), [radar]);
  const shown = useMemo(() => (order === WORST ? worstFirst(rows) : rows), [rows, order]);
  if (rows.length === 0) return <EmptyState title={t(radarTexts.noUnits)} />;
  const all = sumOf(rows.map((row) => row.all));
  return (
    <>
      {radar.clauses.length === 0 ? <Notice title={t(radarTexts.noClauses)} /> : <div className={classes.sum}>{clauseStates.filter((state) => all[state] > 0).map((state) => <StateMark key={state} state={state} count={all[state]} />)}</div>}
      <div className={classes.filters}><FilterChips filters={[{ param: ORDER, label: t(radarTexts.order), single: true, choices: [{ id: WORST, label: t(radarTexts.worstFirst) }] }]} /></div>
      {isPhone || radar.clauses.length === 0 ? <RadarList radar={radar} rows={shown} /> : <><RadarGrid radar={radar} rows={shown} /><RadarLegend radar={radar} hasCounts={rows.some(({ asked }) => asked > 1)} /></>}
    </>
  );
}
