/** How a clause stands: letter, word and colour together. */
import { useText } from '../../../ui/language.tsx';
import { clauseStateNames, stateLetters, type ClauseState } from '../cascade.kinds.ts';
import classes from './cascades.module.css';

export function StateMark({ state, count }: { readonly state: ClauseState; readonly count?: number }) {
  const { t, number } = useText();
  return (
    <span className={classes.state}>
      <span className={classes.letter} data-state={state} aria-hidden>{stateLetters[state]}</span>
      {t(clauseStateNames[state])}{count !== undefined && <strong>{number(count)}</strong>}
    </span>
  );
}
