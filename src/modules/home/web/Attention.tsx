/** What is due or late by rule at a unit and under it: how much of each kind, leading to the list. */
import { useProcedure } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { isShownProblem, ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { attentionContract } from '../../attention/attention.contract.ts';
import { attentionTitles } from '../../attention/web/attention.titles.messages.ts';
import { attentionWeb as texts } from '../../attention/web/attention.web.messages.ts';
import { ALERT_PARAM } from '../../attention/web/attention.words.ts';
import { UNIT_PARAM } from '../../membership/web/UnitFilter.tsx';
import classes from './home.module.css';

export function Attention({ unit }: { readonly unit: string }) {
  const { t } = useText();
  const isShown = useMayVisit('attention.read');
  const { data, error, refetch } = useProcedure(attentionContract.summary, { unitId: unit }, { enabled: isShown });
  if (!isShown) return null;
  const isTooMuch = isShownProblem(error) && error.code === 'attention.tooMuchAtOnce';
  const list = `/can-quan-tam?${UNIT_PARAM}=${unit}`;
  const due = data?.alerts.filter(({ count }) => count > 0) ?? [];
  return (
    <Section title={t(attentionTitles.attentionTitle)} acts={<Act kind="quiet" href={list}>{t(texts.openList)}</Act>}>
      {error && !isTooMuch && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={3} />}
      {isTooMuch && <p className={classes.why}>{t(texts.tooMuch)}</p>}
      {data && due.length === 0 && <p className={classes.why}>{t(texts.calm)}</p>}
      {due.length > 0 && <Card><ul className={classes.due}>{due.map((alert) => <li key={alert.id}><Due words={t(alert.title)} count={alert.count} href={`${list}&${ALERT_PARAM}=${alert.id}`} /></li>)}</ul></Card>}
    </Section>
  );
}

function Due({ words, count, href }: { readonly words: string; readonly count: number; readonly href: string }) {
  const { number } = useText();
  return <PageLink href={href} className={classes.alert}><strong className={classes.count}>{number(count)}</strong><span>{words}</span></PageLink>;
}
