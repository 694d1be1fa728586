/** Has every chain of the log recomputed, and says where it breaks. */
import { useQuery } from '@tanstack/react-query';
import { IconShieldCheck } from '@tabler/icons-react';
import { procedureQuery } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { eventContract } from '../event.contract.ts';
import { eventMessages } from '../event.messages.ts';
import { eventsWeb as texts } from './events.web.messages.ts';
import classes from './events.module.css';

export function VerifyLog() {
  const { t, number, moment } = useText();
  // Never by itself: a long log takes a while to recompute.
  const check = useQuery({ ...procedureQuery(eventContract.verify, {}), enabled: false, gcTime: 0, retry: false });
  const answer = check.isFetching ? undefined : check.data;
  const when = moment(new Date(check.dataUpdatedAt).toISOString());
  return (
    <div className={classes.verify} aria-live="polite">
      <div><Act icon={<IconShieldCheck size={18} aria-hidden />} busy={check.isFetching} onPress={() => void check.refetch()}>{t(texts.verify)}</Act></div>
      {check.isFetching && <span>{t(texts.verifying)}</span>}
      {check.error && !check.isFetching && <ProblemNotice problem={check.error} onRetry={() => void check.refetch()} />}
      {answer?.whole && (
        <Notice tone="success" title={t(texts.wholeTitle)}>
          {t(eventMessages.whole, { events: number(answer.events) })} {t(texts.chains, { chains: number(answer.chains), moment: when })}
        </Notice>
      )}
      {answer && !answer.whole && (
        <Notice tone="error" title={t(texts.brokenTitle)}>
          <ul className={classes.faults}>
            {answer.faults.map((fault) => <li key={fault.home}>{t(eventMessages.broken, { home: fault.homeName, seq: number(fault.seq) })}</li>)}
          </ul>
        </Notice>
      )}
    </div>
  );
}
