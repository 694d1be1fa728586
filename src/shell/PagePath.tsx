/** The path of the unit in view, put into the head of the frame by the page that knows it. Where it has no room, the steps between give way first. */
import { createContext, useContext } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../ui/language.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import classes from './PagePath.module.css';
import { shellMessages } from './shell.messages.ts';

export const PathSlotContext = createContext<HTMLElement | null>(null);

export interface PathStep {
  readonly label: string;
  /** Absent on the last step, the page itself, and on steps that may not be seen. */
  readonly href?: string;
}

export function PagePath({ steps }: { readonly steps: readonly PathStep[] }) {
  const { t } = useText();
  const slot = useContext(PathSlotContext);
  if (!slot || steps.length === 0) return null;
  return createPortal(
    <nav aria-label={t(shellMessages.unitPath)} className={classes.path} tabIndex={-1}>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={`${index} ${step.label}`} className={classes.step} title={step.label} aria-current={index === steps.length - 1 ? 'location' : undefined}>
            {step.href ? <PageLink href={step.href} className={classes.link}>{step.label}</PageLink> : <span className={classes.here}>{step.label}</span>}
          </li>
        ))}
      </ol>
    </nav>,
    slot,
  );
}
