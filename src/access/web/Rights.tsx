/** The rights of a role, folded away until asked for. */
import { useText } from '../../ui/language.tsx';
import { accessWeb as texts } from './access.web.messages.ts';
import { verbName } from './access.words.ts';
import classes from './access.module.css';

export function Rights({ verbs }: { readonly verbs: readonly string[] }) {
  const { t, language, number } = useText();
  return (
    <details className={classes.rights}>
      <summary>{t(texts.rights, { count: number(verbs.length) })}</summary>
      <ul className={classes.verbs}>{verbs.map((verb) => <li key={verb}>{verbName(verb, language)}</li>)}</ul>
    </details>
  );
}
