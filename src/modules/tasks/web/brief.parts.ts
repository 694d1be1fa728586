/** What the brief for a working session tells of the unit beside its figures and tasks: a module that has something to tell adds its part. */
import type { FunctionComponent } from 'react';
import { BriefClauses } from './BriefClauses.tsx';
import { BriefShortcomings } from './BriefShortcomings.tsx';

export interface BriefPart {
  readonly id: string;
  readonly component: FunctionComponent<{ readonly unitId: string }>;
}

export const briefParts: readonly BriefPart[] = [{ id: 'clauses', component: BriefClauses }, { id: 'shortcomings', component: BriefShortcomings }];
