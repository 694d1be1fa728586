/** Which clauses of superiors' documents the unit has not answered, for the brief of a working session. */
import { useProcedure } from '../../../shell/api.ts';
import { useAsOf } from '../../../shell/asOf.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { cascadeContract } from '../../cascades/cascade.contract.ts';
import { askedHref } from '../../cascades/web/cascade.words.ts';
import { briefTexts as texts } from './brief.messages.ts';
import classes from './tasks.module.css';

export function BriefClauses(props: { readonly unitId: string }) {
  return useMayVisit('document.read') ? <Listed {...props} /> : null;
}

function Listed({ unitId }: { readonly unitId: string }) {
  const { t, day, number } = useText();
  const { today } = useAsOf();
  const { data, error, refetch } = useProcedure(cascadeContract.owed, { unitId });
  return (
    <Section title={t(texts.owed)}>
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <LineSkeletons count={3} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t(texts.owedNone)}</p>}
      {data && data.items.length > 0 && (
        <ul className={classes.own}>
          {data.items.map(({ document, unit, dueOn, open, clauses }) => (
            <li key={`${document.id} ${unit.id}`}>
              <PageLink href={askedHref(document.id, unit.id)}>{document.symbol}: {document.summary}</PageLink>
              {unit.id !== unitId && <span className={classes.note}>{unit.name}</span>}
              {dueOn ? <StatusMark status={dueOn < today ? 'very-late' : 'due-soon'} label={t(dueOn < today ? texts.owedLate : texts.owedBy, { open: number(open), day: day(dueOn) })} /> : <StatusMark status="silent" label={t(texts.owedOpen, { open: number(open) })} />}
              <span className={classes.note}>{clauses.map(({ label, wording }) => `${label}. ${wording}`).join(' · ')}{open > clauses.length && ' …'}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
