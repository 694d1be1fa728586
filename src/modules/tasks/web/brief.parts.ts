/** What the brief for a working session tells of the unit beside its figures and tasks: a module that has something to tell adds its part. */
import type { FunctionComponent } from 'react';
import { BriefShortcomings } from './BriefShortcomings.tsx';

export interface BriefPart {
  readonly id: string;
  readonly component: FunctionComponent<{ readonly unitId: string }>;
}

export const briefParts: readonly BriefPart[] = [{ id: 'shortcomings', component: BriefShortcomings }];
