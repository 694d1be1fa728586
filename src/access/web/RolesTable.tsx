/** What each role may do, as the server says it. */
import { useProcedure } from '../../shell/api.ts';
import { useText } from '../../ui/language.tsx';
import { LineSkeletons } from '../../ui/Loading.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { assignmentContract } from '../assignment.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { Rights } from './Rights.tsx';
import classes from './access.module.css';

export function RolesTable() {
  const { t, language } = useText();
  const roles = useProcedure(assignmentContract.roles, {});
  return (
    <Section title={t(texts.rolesTitle)} description={t(texts.rolesAbout)}>
      {roles.error && <ProblemNotice problem={roles.error} onRetry={() => void roles.refetch()} />}
      {!roles.data && !roles.error && <LineSkeletons count={5} />}
      <ul className={classes.viewers} hidden={!roles.data}>
        {roles.data?.items.map((role) => (
          <li key={role.code} className={classes.viewer}>
            <span className={classes.name}>{role.name[language]}</span>
            <span className={classes.soft}>{role.reaches.map((reach) => t(texts[`reach.${reach}`])).join(' · ')}</span>
            <Rights verbs={role.verbs.map(({ code }) => code)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
