/** What whoever is signed in follows; and at a unit, who follows it. */
import { useProcedure } from '../../../shell/api.ts';
import { useMayVisit, useSession } from '../../../shell/session.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { oversightContract } from '../oversight.contract.ts';
import { oversightWeb as texts } from './oversight.web.messages.ts';
import { assignmentHref, periodInWords, type AssignmentItem } from './oversight.words.ts';
import classes from './oversight.module.css';

/** Those that one has, and those of others at one's own unit. */
export function useOwnAssignments() {
  const isPerson = useMayVisit('self.read');
  const { home } = useSession();
  const own = useProcedure(oversightContract.own, {}, { enabled: isPerson });
  const here = useProcedure(oversightContract.list, { unitId: home?.unitId ?? '', limit: 20 }, { enabled: home?.unitId !== undefined });
  return { own, here };
}

export function OwnAssignments() {
  const { t } = useText();
  const { own, here } = useOwnAssignments();
  const others = (here.data?.items ?? []).filter(({ id }) => !own.data?.items.some((one) => one.id === id));
  return (
    <>
      {own.data && own.data.items.length > 0 && <Section title={t(texts.own)}><Lines items={own.data.items} name={({ unit }) => unit.name} /></Section>}
      {others.length > 0 && <Section title={t(texts.followersHere)}><Lines items={others} name={({ person }) => person.name} /></Section>}
    </>
  );
}

function Lines({ items, name }: { readonly items: readonly AssignmentItem[]; readonly name: (item: AssignmentItem) => string }) {
  const { t, day } = useText();
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={item.id}>
          <PageLink href={assignmentHref(item.id)} className={classes.open}>{name(item)}</PageLink>
          <span className={classes.small}>{item.regulation.title} · {item.decision} · {periodInWords(item.period, { t, day })}</span>
        </li>
      ))}
    </ul>
  );
}
