/** `satcoso keys rotate`: a new key for what is sealed from now on, then everything sealed before under it as well. */
import type { Command } from 'commander';
import { resealAccounts } from '../access/server/index.ts';
import { resealAwaySpells } from '../modules/membership/server/index.ts';
import { resealNoticeWays } from '../modules/notices/server/index.ts';
import { resealPeople } from '../modules/people/server/index.ts';
import { resealPetitions } from '../modules/petitions/server/index.ts';
import { resealRatings } from '../modules/ratings/server/index.ts';
import { resealReports } from '../modules/reports/server/index.ts';
import { resealReviews } from '../modules/reviews/server/index.ts';
import { resealShortcomings } from '../modules/shortcomings/server/index.ts';
import { resealEvaluations } from '../modules/visits/server/index.ts';
import type { Ctx } from '../platform/context.ts';
import { addSealingKey } from '../platform/crypto/keys.ts';
import { resealDevices } from '../sync/server/index.ts';
import { requireServerStopped, withInstallation } from './installation.ts';
import type { Terminal } from './terminal.ts';

/** One for each module that keeps sealed fields; answers how many rows were sealed again. */
const resealers: readonly ((ctx: Pick<Ctx, 'db' | 'keys'>) => Promise<number>)[] = [resealPeople, resealAwaySpells, resealAccounts, resealDevices, resealNoticeWays, resealShortcomings, resealReviews, resealRatings, resealPetitions, resealEvaluations, resealReports];

export function addKeys(program: Command, { t, say, note }: Terminal): void {
  program.command('keys').description(t('keys')).command('rotate').description(t('keys.rotate')).action(() => withInstallation(async ({ config, db, url }) => {
    // A running server knows the keys it started with and could not read what is sealed with the new one.
    await requireServerStopped(url);
    const keys = await addSealingKey(config.keysFile);
    let count = 0;
    for (const reseal of resealers) count += await reseal({ db, keys });
    say(t('keys.rotated', { id: keys.sealing.at(-1)!.id, count }));
    note(t('keys.keep', { keys: config.keysFile }));
  }));
}
