/** Who opened one's own record, latest first. */
import { useRows } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/language.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { uiMessages } from '../../../ui/ui.messages.ts';
import { personContract } from '../person.contract.ts';
import { peopleWeb as texts } from './people.web.messages.ts';
import classes from './people.module.css';

const AT_ONCE = 20;

export function LooksSection() {
  const { t, moment } = useText();
  const { rows, more, error, retry } = useRows(personContract.looked, { limit: AT_ONCE });
  return (
    <Section title={t(texts.looks)} description={t(texts.looksWhy)}>
      {error && <ProblemNotice problem={error} onRetry={retry} />}
      {rows?.length === 0 && <EmptyState title={t(texts.looksEmpty)} why={t(texts.looksEmptyWhy)} />}
      <ol className={classes.looks}>
        {rows?.map((look, index) => (
          <li key={`${look.at} ${index}`} className={classes.look}>
            <span className={classes.when}>{moment(look.at)}</span>
            <span className={classes.who}>{look.by ?? t(texts.lookBySystem)}</span>
            <span>{t(texts[`look.${look.what}`])}</span>
          </li>
        ))}
      </ol>
      {more && <Act onPress={more.load} busy={more.loading}>{t(uiMessages.more)}</Act>}
    </Section>
  );
}
