/** `satcoso doctor`: is the installation well? Every check is one line; exit code 1 where one finds faults. */
import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { findUnitFaults } from '../modules/units/server/index.ts';
import { readConfig, settings, type Config } from '../platform/config.ts';
import { openDatabase, type Db } from '../platform/db/database.ts';
import { missingMigrations } from '../platform/db/migrations.reads.ts';
import { withDatabase } from '../platform/database.access.ts';
import { hasKeyFile, KeyProblem } from '../platform/crypto/keys.ts';
import { openKeys } from '../platform/crypto/key.check.ts';
import { chainHeads, verifyChains } from '../platform/events.ts';
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
      return lookAt(owner.db, config, terminal).finally(() => owner.close());
    });
    process.exitCode = isWell ? 0 : 1;
  });
}

async function lookAt(db: Db, config: Config, terminal: Terminal): Promise<boolean> {
  const { say, note, t } = terminal;
  const missing = await missingMigrations(db);
  const isWell = await examine(checksOf(db, config, missing), terminal);
  if (missing.length === 0) for (const head of await chainHeads(db)) say(t('chain.head', { head }));
  if (isProxyUnproven(config)) note(t('doctor.proxy', { publicOrigin: config.publicOrigin ?? '' }));
  return isWell;
}

/** Without the structure nothing else can be looked at. */
function checksOf(db: Db, config: Config, missing: readonly string[]): Check[] {
  const around: Check[] = [
    { name: 'doctor.settings', faults: async () => contradictions(config) },
    { name: 'doctor.keyFile', faults: () => openKeyFile(config.keysFile) },
    { name: 'doctor.migrations', faults: async () => missing },
  ];
  return missing.length > 0 ? around : [...around, ...checksOfData(db, config)];
}

function checksOfData(db: Db, { keysFile }: Config): Check[] {
  return [
    { name: 'doctor.role', faults: () => tooMuchRight(db) },
    { name: 'doctor.units', faults: async () => (await findUnitFaults(db)).map(({ rule, unitId }) => `${rule} ${unitId}`) },
    { name: 'doctor.placements', faults: () => misplacedMembers(db) },
    { name: 'doctor.tenures', faults: () => strayTenures(db) },
    { name: 'doctor.seats', faults: () => overfullPosts(db) },
    { name: 'doctor.chain', faults: () => brokenChains(db, keysFile) },
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

/** Behind a proxy on this machine everybody has this machine's address, unless the proxy passes on whose it is. */
function isProxyUnproven({ publicOrigin, trustProxy }: Config): boolean {
  return publicOrigin !== undefined && trustProxy === settings.trustProxy.usual;
}

/** The log is chained with the keys: without them nothing can be said, which is a fault. No key file is made here. */
async function brokenChains(db: Db, keysFile: string): Promise<string[]> {
  if (!(await hasKeyFile(keysFile))) return [`${keysFile}: –`];
  try {
    return (await verifyChains(db, await openKeys(db, keysFile))).map(({ home, seq }) => `${home}/${seq}`);
  } catch (error) {
    if (error instanceof KeyProblem) return [error.message];
    throw error;
  }
}

async function openKeyFile(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return [`${file}: –`];
  return process.platform !== 'win32' && (found.mode & 0o077) !== 0 ? [`${file}: chmod 600`] : [];
}
