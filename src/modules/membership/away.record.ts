/** A row of the register of members away as a phone carries it (record `away`, by the person's id). Pure. */
import type { z } from 'zod';
import type { membershipContract } from './membership.contract.ts';

export type AwayRecord = z.output<(typeof membershipContract)['away']['output']>['items'][number];
