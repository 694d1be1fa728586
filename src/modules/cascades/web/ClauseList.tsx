/** Clauses one below the other; who keeps the register changes, moves and takes them out. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../../shell/api.ts';
import { Act } from '../../../ui/Act.tsx';
import { useText } from '../../../ui/language.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { cascadeContract } from '../cascade.contract.ts';
import { clauseKindNames } from '../cascade.kinds.ts';
import { wordingOf } from '../clause.ts';
import { clausesHref, demandsOf, type ClauseOnPage, type Clauses } from './cascade.words.ts';
import { useCascadeRecording } from './cascades.recording.ts';
import { cascadesWeb as texts } from './cascades.web.messages.ts';
import { ChangeSheet } from './ChangeSheet.tsx';
import { RemoveSheet } from './RemoveSheet.tsx';
import classes from './cascades.module.css';

export function ClauseList({ clauses: { document, items, removed, cascade }, mayRecord }: { readonly clauses: Clauses; readonly mayRecord: boolean }) {
  const { t, day } = useText();
  const [removing, setRemoving] = useState<ClauseOnPage>();
  const [changing, setChanging] = useState<ClauseOnPage>();
  const { busy, problem, record } = useCascadeRecording<unknown>();
  const ids = items.map(({ id }) => id);
  const order = (list: readonly string[]) => call(cascadeContract.order, { documentId: document.id, ids: [...list] });
  const move = (from: number, to: number) => record(() => order(ids.toSpliced(from, 1).toSpliced(to, 0, ids[from]!)), { told: t(texts.changed, { label: items[from]!.label }), undo: () => order(ids) });
  const isAsked = cascade?.isAnybodyAsked ?? false;
  const writeAgain = async (clause: ClauseOnPage) => {
    const { ids: [again] } = await call(cascadeContract.write, { documentId: document.id, clauses: [wordingOf(clause)] });
    return order(ids.map((id) => (id === clause.id ? again! : id)));
  };
  const remove = (clause: ClauseOnPage) => record(() => call(cascadeContract.remove, { documentId: document.id, ids: [clause.id] }), { told: t(texts.removed, { label: clause.label }), undo: () => writeAgain(clause) });
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <ol className={classes.clauses}>
        {items.map((clause, at) => (
          <li key={clause.id} className={classes.clause}>
            <span className={classes.label}>{clause.label}</span>
            <div className={classes.words}>
              <ClauseWords clause={clause} />
              {mayRecord && (
                <div className={classes.rowActs} data-quiet data-screen-only>
                  <Act kind="quiet" onPress={() => setChanging(clause)} aria-label={t(texts.changeOf, { label: clause.label })}>{t(texts.change)}</Act>
                  {!clause.isAnswered && <Act kind="quiet" busy={busy} onPress={() => (isAsked ? setRemoving(clause) : void remove(clause))} aria-label={t(texts.removeOf, { label: clause.label })}>{t(texts.remove)}</Act>}
                  <ActionIcon variant="subtle" color="ink" size="xl" disabled={at === 0 || busy} onClick={() => void move(at, at - 1)} aria-label={t(texts.up, { label: clause.label })}><IconArrowUp size={20} aria-hidden /></ActionIcon>
                  <ActionIcon variant="subtle" color="ink" size="xl" disabled={at === items.length - 1 || busy} onClick={() => void move(at, at + 1)} aria-label={t(texts.down, { label: clause.label })}><IconArrowDown size={20} aria-hidden /></ActionIcon>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {removed.length > 0 && <ul className={classes.bare}>{removed.map(({ id, label, wording, removedOn, reason }) => <li key={id} className={classes.small}>{t(texts.removedOn, { day: day(removedOn), label, wording, reason })}</li>)}</ul>}
      {removing && <RemoveSheet documentId={document.id} clause={removing} onClose={() => setRemoving(undefined)} />}
      {changing && <ChangeSheet clause={changing} isAsked={isAsked} onClose={() => setChanging(undefined)} />}
    </>
  );
}

function ClauseWords({ clause }: { readonly clause: ClauseOnPage }) {
  const writing = useText();
  const { t, day, number } = writing;
  const demands = demandsOf(clause, writing);
  return (
    <>
      <span className={classes.kind}>{t(clauseKindNames[clause.kind])}</span>
      <p className={classes.plain}>{clause.wording}</p>
      {demands && <span className={classes.small}>{demands}</span>}
      {clause.carriesOut.map(({ id, label, symbol, documentId }) => <span key={id} className={classes.small}><PageLink href={clausesHref(documentId)}>{t(texts.carriesOut, { label, symbol })}</PageLink></span>)}
      {clause.revisedOn && <span className={classes.small}>{t(texts.revised, { day: day(clause.revisedOn), count: number(clause.revision) })}</span>}
      {clause.former.map(({ wording, heldTo, reason }) => <span key={heldTo + wording.wording} className={classes.small}>{t(texts.formerly, { day: day(heldTo), wording: wording.wording, reason })}</span>)}
    </>
  );
}
