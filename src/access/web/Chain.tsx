/** One way by which an account sees something, drawn as a path: role → unit → … → the thing seen. */
import type { z } from 'zod';
import { useText } from '../../ui/language.tsx';
import type { accessContract } from '../access.contract.ts';
import { accessWeb as texts } from './access.web.messages.ts';
import { roleName } from './access.words.ts';
import { Rights } from './Rights.tsx';
import classes from './access.module.css';

export type ChainShape = z.output<typeof accessContract.explain.output>['chains'][number];

export function Chain({ chain, end }: { readonly chain: ChainShape; /** Named where the path goes on to a person. */ readonly end?: string | undefined }) {
  const { t, language, period } = useText();
  return (
    <>
      <ol className={classes.way}>
        <li className={classes.step}><span className={classes.stone} data-role>{roleName(chain.role, language)}</span></li>
        {chain.path.map((unit, index) => (
          <li key={unit.id} className={classes.step}>
            <span className={classes.stone} data-end={(!end && index === chain.path.length - 1) || undefined}>{unit.name}</span>
          </li>
        ))}
        {end && <li className={classes.step}><span className={classes.stone} data-end>{end}</span></li>}
      </ol>
      <span className={classes.soft}>{t(texts.chainAt, { reach: t(texts[`reach.${chain.reach}`]), period: period(chain) })}</span>
      <Rights verbs={chain.verbs} />
    </>
  );
}
