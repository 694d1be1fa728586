/** `satcoso doctor`: is the installation well? Every check is one line; exit code 1 where one finds faults. */
import { stat } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { findUnitFaults } from '../modules/units/server/index.ts';
import { readConfig, settings, type Config } from '../platform/config.ts';
import { openDatabase, type Db } from '../platform/db/database.ts';
import { missingMigrations } from '../platform/db/migrations.reads.ts';
import { withDatabase } from '../platform/database.access.ts';
import { hasKeyFile, KeyProblem } from '../platform/crypto/keys.ts';
import { openKeys } from '../platform/crypto/key.check.ts';
import { partitionFaults } from '../platform/db/partitions.ts';
import { partitionsJob } from '../jobs.ts';
import { dayIn } from '../platform/day.ts';
import { listJobs } from '../platform/jobs/job.store.ts';
import { chainHeads, verifyChains } from '../platform/events.ts';
import { checkFigures } from './doctor.figures.ts';
import { misplacedMembers, overfullPosts, strayTenures, tooMuchRight } from './doctor.reads.ts';
import type { CliMessage, Terminal } from './terminal.ts';

interface Check {
  readonly name: CliMessage;
  /** One line for each fault. */
  readonly faults: () => Promise<readonly string[]>;
}

const mostShown = 20;

export function addDoctor(program: Command, terminal: Terminal): void {
  const { t } = terminal;
  const command = program.command('doctor').option('--figures', t('doctor.figures.option')).option('--sample <count>', t('doctor.sample'), wholeNumber, 1000).description(t('doctor'));
  command.action(async ({ figures, sample }: { figures?: boolean; sample: number }) => {
    if (figures) {
      process.exitCode = (await checkFigures(sample, terminal)) ? 0 : 1;
      return;
    }
    const config = await readConfig();
    const isWell = await withDatabase(config, async (url) => {
      // As the owner: what is checked includes what the application may not read.
      const owner = openDatabase({ url, connections: 2 });
      return lookAt(owner.db, config, terminal).finally(() => owner.close());
    });
    process.exitCode = isWell ? 0 : 1;
  });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
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
    { name: 'doctor.partitions', faults: () => latePartitions(db) },
    { name: 'doctor.jobs', faults: () => failingJobs(db) },
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

/** Partitions are made ahead by a server; before one ran there is nothing to be late. */
async function latePartitions(db: Db): Promise<string[]> {
  const hasRun = (await listJobs(db)).some(({ name, succeeded_at }) => name === partitionsJob && succeeded_at !== null);
  return hasRun ? partitionFaults(db, dayIn(new Date())) : [];
}

async function failingJobs(db: Db): Promise<string[]> {
  return (await listJobs(db)).filter(({ failures }) => failures > 0).map(({ name, failures, fault }) => `${name}: ${failures} × ${fault ?? ''}`);
}

async function openKeyFile(file: string): Promise<string[]> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return [`${file}: –`];
  return process.platform !== 'win32' && (found.mode & 0o077) !== 0 ? [`${file}: chmod 600`] : [];
}
