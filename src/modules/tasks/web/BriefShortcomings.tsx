/** What was found in the unit and is not put right yet, for the brief of a working session. */
import { useRows } from '../../../shell/api.ts';
import { useMayVisit } from '../../../shell/session.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { LineSkeletons } from '../../../ui/Loading.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StatusMark } from '../../../ui/StatusMark.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { shortcomingContract } from '../../shortcomings/shortcoming.contract.ts';
import { stateNames } from '../../shortcomings/shortcoming.kinds.ts';
import { openStates } from '../../shortcomings/shortcoming.ts';
import { briefTexts as texts } from './brief.messages.ts';
import classes from './tasks.module.css';

export function BriefShortcomings(props: { readonly unitId: string }) {
  return useMayVisit('shortcoming.read') ? <Listed {...props} /> : null;
}

function Listed({ unitId }: { readonly unitId: string }) {
  const { t, day } = useText();
  const { rows, more, error, retry } = useRows(shortcomingContract.list, { unitId, state: [...openStates], limit: 50 });
  return (
    <Section title={t(texts.shortcomings)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {!error && !rows && <LineSkeletons count={3} />}
      {rows?.length === 0 && <p className={classes.soft}>{t(texts.shortcomingsNone)}</p>}
      {rows && rows.length > 0 && (
        <ul className={classes.own}>
          {rows.map(({ id, what, foundOn, dueOn, state, isLate }) => (
            <li key={id}>
              <PageLink href={`/han-che/${id}`}>{what}</PageLink>
              <span className={classes.note}>{dueOn ? t(texts.foundAndDue, { found: day(foundOn), due: day(dueOn) }) : t(texts.foundOn, { found: day(foundOn) })}</span>
              <StatusMark status={isLate ? 'late' : 'on-time'} label={t(stateNames[state])} />
            </li>
          ))}
        </ul>
      )}
      {more && <Act kind="quiet" onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
