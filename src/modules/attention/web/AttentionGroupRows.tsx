/** One alert: what it is, by which papers, and its rows with the act that settles each. */
import { useState } from 'react';
import { useMayVisit } from '../../../shell/session.ts';
import { Card } from '../../../ui/Card.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ruleKinds } from '../../rules/rule.keys.ts';
import { paperOf } from '../../rules/rule.ts';
import { valueInWords } from '../../rules/web/rule.words.ts';
import { AttentionRow } from './AttentionRow.tsx';
import { attentionWeb as texts } from './attention.web.messages.ts';
import { rowIdOf, type AlertWords, type AttentionGroup, type AttentionItem, type Citation } from './attention.words.ts';
import { SnoozeSheet } from './SnoozeSheet.tsx';
import classes from './attention.module.css';

export function AttentionGroupRows({ group, words }: { readonly group: AttentionGroup; readonly words: AlertWords }) {
  const { t } = useText();
  const [putting, setPutting] = useState<AttentionItem>();
  const title = t(words.title);
  return (
    <Section title={title} description={t(words.explanation)}>
      {group.citations.length > 0 && <ul className={classes.rules}>{group.citations.map((citation) => <li key={`${citation.key} ${citation.value} ${paperOf(citation)}`}><Cited citation={citation} /></li>)}</ul>}
      <Card><ul className={classes.rows} aria-label={title}>{group.items.map((item) => <AttentionRow key={rowIdOf(item)} item={item} words={words} onSnooze={() => setPutting(item)} />)}</ul></Card>
      {putting && <SnoozeSheet item={putting} words={words} onClose={() => setPutting(undefined)} />}
    </Section>
  );
}

function Cited({ citation }: { readonly citation: Citation }) {
  const writing = useText();
  const opens = useMayVisit('rule.read');
  const paper = paperOf(citation);
  const said = writing.t(texts.rule, { rule: writing.t(ruleKinds[citation.key].title), value: valueInWords(citation, writing) });
  const replaced = citation.replacedBy && `; ${writing.t(texts.replacedBy, { paper: citation.replacedBy })}`;
  return <>{said} ({opens ? <PageLink href={`/quy-dinh/${citation.key}`}>{paper}</PageLink> : paper}{replaced})</>;
}
