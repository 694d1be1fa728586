/** On the page of a document: how many clauses it has, whether it is passed down, and the way to all of that. */
import { useProcedure } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { askedHref, bodyWords, clausesHref, passedDownWords, radarHref } from './cascade.words.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import classes from './cascades.module.css';

/** More than these stand on the radar. */
const MOST_OWN = 3;

export function CascadeSection({ documentId, isSecret }: { readonly documentId: string; readonly isSecret: boolean }) {
  const writing = useText();
  const { t, number } = writing;
  const { data } = useProcedure(cascadeContract.clauses, { documentId }, { enabled: !isSecret });
  if (!data || isSecret || (data.items.length === 0 && !data.cascade && data.may.length === 0)) return null;
  const { items, cascade, own } = data;
  const words = [items.length > 0 ? t(texts.counts, { clauses: number(items.length) }) : t(texts.none), passedDownWords(data, writing)].filter(Boolean).join(', ');
  return (
    <Section title={t(texts.section)}>
      <p className={classes.plain}>{words}</p>
      <div className={classes.acts} data-screen-only>
        <Act href={clausesHref(documentId)}>{t(items.length === 0 && data.may.length > 0 ? texts.write : texts.openClauses)}</Act>
        {cascade && <Act href={radarHref(documentId)}>{t(texts.openRadar)}</Act>}
      </div>
      {cascade && own.length > 0 && own.length <= MOST_OWN && (
        <ul className={classes.bare}>{own.map(({ id, ...body }) => <li key={id}><PageLink href={askedHref(documentId, id)}>{t(texts.ownAnswers, { unit: bodyWords(body, writing) })}</PageLink></li>)}</ul>
      )}
    </Section>
  );
}
