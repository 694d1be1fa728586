/** What a document carries out, replaces, amends; and what does so to it. */
import type { Text } from '../../../platform/contract.ts';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { linkedNames, linkNames, type LinkKind } from '../document.kinds.ts';
import { pageTexts as texts } from './document.page.messages.ts';
import { documentHref, symbolInWords, type LinkedDocument, type WholeDocument } from './document.words.ts';
import classes from './documents.module.css';

/** So many that link to it come with a document at most. */
const MOST = 50;

export function RelatedDocuments({ document: { links, linkedFrom }, mayRecord }: { readonly document: WholeDocument; readonly mayRecord: boolean }) {
  const { t, number } = useText();
  // A reader may just not see those that there are.
  if (links.length + linkedFrom.length === 0 && !mayRecord) return null;
  return (
    <Section title={t(texts.related)}>
      {links.length + linkedFrom.length === 0 ? <p className={classes.soft}>{t(texts.relatedEmpty)}</p> : (
        <ul className={classes.list}>
          {links.map((link) => <li key={`${link.kind} ${link.id}`}><Related link={link} names={linkNames} /></li>)}
          {linkedFrom.map((link) => <li key={`from ${link.kind} ${link.id}`}><Related link={link} names={linkedNames} /></li>)}
        </ul>
      )}
      {linkedFrom.length >= MOST && <p className={classes.hint}>{t(texts.relatedMost, { count: number(MOST) })}</p>}
    </Section>
  );
}

function Related({ link, names }: { readonly link: LinkedDocument; readonly names: Readonly<Record<LinkKind, Text>> }) {
  const { t, day } = useText();
  const { kind, id, symbol, summary, unit, issuedOn } = link;
  return (
    <>
      <span className={classes.small}>{t(names[kind])}</span>
      <PageLink href={documentHref(id)}>{symbolInWords(symbol, { t })}</PageLink> {summary}
      <span className={classes.small}>{unit.name} · {day(issuedOn)}</span>
    </>
  );
}
