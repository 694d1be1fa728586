/** What the records say of the subject, each with the way to them; and what a person has to state, because no record tells it. */
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { factNames } from '../rating.gates.ts';
import { measureWords, type WholeRating } from './rating.words.ts';
import { ratingTexts as texts } from './rating.page.messages.ts';
import classes from './ratings.module.css';

export function FactsSection({ rating }: { readonly rating: WholeRating }) {
  const writing = useText();
  const { t, language } = writing;
  const { facts, missing, seasonId } = rating;
  if (!seasonId) return null;
  return (
    <Section title={t(texts.facts)} {...(missing.length > 0 ? { description: t(texts.factsMissing, { facts: missing.map((code) => t(factNames[code]).toLocaleLowerCase(language)).join('; ') }) } : {})}>
      {facts.length === 0 ? <p className={classes.soft}>{t(texts.factsNone)}</p> : (
        <ul className={classes.list}>
          {facts.map((fact) => (
            <li key={fact.code}>
              <div className={classes.row}>
                <span className={classes.rowWords}>{t(fact.title)}{fact.link && <span className={classes.small}><PageLink href={fact.link}>{t(texts.records)}</PageLink></span>}</span>
                <strong>{measureWords(fact.code, fact, writing)}</strong>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
