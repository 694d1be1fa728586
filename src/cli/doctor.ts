/** `satcoso doctor`: is the installation well? Every check is one line; exit code 1 where one finds faults. */
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { findUnitFaults } from '../modules/units/server/index.ts';
import { readConfig, settings, type Config } from '../platform/config.ts';
import { openDatabase, type Db } from '../platform/db/database.ts';
import { missingMigrations } from '../platform/db/migrations.reads.ts';
import { withDatabase } from '../platform/database.access.ts';
import { verifyChains } from '../platform/events.ts';
import { misplacedMembers, overfullPosts, strayTenures, tooMuchRight } from './doctor.reads.ts';
import type { CliMessage, Terminal } from './terminal.ts';

interface Check {
  readonly name: CliMessage;
  /** One line for each fault. */
  readonly faults: () => Promise<readonly string[]>;
}

const mostShown = 20;

export function addDoctor(program: Command, terminal: Terminal): void {
  program.command('doctor').description(terminal.t('doctor')).action(async () => {
    const config = await readConfig();
    const isWell = await withDatabase(config, async (url) => {
      // As the owner: what is checked includes what the application may not read.
      const owner = openDatabase({ url, connections: 2 });
      return examine(await checksOf(owner.db, config), terminal).finally(() => owner.close());
    });
    process.exitCode = isWell ? 0 : 1;
  });
}

/** Without the structure nothing else can be looked at. */
async function checksOf(db: Db, config: Config): Promise<Check[]> {
  const missing = await missingMigrations(db);
  const around: Check[] = [
    { name: 'doctor.settings', faults: async () => contradictions(config) },
    { name: 'doctor.keyFile', faults: () => openKeyFile(config.keysFile) },
    { name: 'doctor.migrations', faults: async () => missing },
  ];
  return missing.length > 0 ? around : [...around, ...checksOfData(db)];
}

function checksOfData(db: Db): Check[] {
  return [
    { name: 'doctor.role', faults: () => tooMuchRight(db) },
    { name: 'doctor.units', faults: async () => (await findUnitFaults(db)).map(({ rule, unitId }) => `${rule} ${unitId}`) },
    { name: 'doctor.placements', faults: () => misplacedMembers(db) },
    { name: 'doctor.tenures', faults: () => strayTenures(db) },
    { name: 'doctor.seats', faults: () => overfullPosts(db) },
    { name: 'doctor.chain', faults: async () => (await verifyChains(db)).map(({ home, seq }) => `${home}/${seq}`) },
  ];
}

async function examine(checks: readonly Check[], { t, say }: Terminal): Promise<boolean> {
  let isWell = true;
  for (const { name, faults } of checks) {
    const found = await faults();
    isWell &&= found.length === 0;
    say(found.length === 0 ? t('doctor.ok', { check: t(name) }) : t('doctor.faulty', { check: t(name), count: found.length }));
    for (const fault of found.slice(0, mostShown)) say(`       ${fault}`);
    if (found.length > mostShown) say(t('doctor.more', { count: found.length - mostShown }));
  }
  return isWell;
}

/** A cookie that is also sent without HTTPS gives the session away. */
function contradictions({ publicOrigin, secureCookies }: Config): string[] {
  return publicOrigin?.startsWith('https:') && !secureCookies ? [`${settings.publicOrigin.env}=${publicOrigin}, ${settings.secureCookies.env}=false`] : [];
}

async function openKeyFile(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return [`${file}: –`];
  return process.platform !== 'win32' && (found.mode & 0o077) !== 0 ? [`${file}: chmod 600`] : [];
}
