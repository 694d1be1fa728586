/** `satcoso user …`: accounts and roles from the console, above all to let the first or a locked-out person in. */
import type { Command } from 'commander';
import type { z } from 'zod';
import { accountContract } from '../access/account.contract.ts';
import { assignmentContract } from '../access/assignment.contract.ts';
import { roles } from '../access/roles.ts';
import type { Ctx } from '../platform/context.ts';
import { CliProblem } from './cli.problem.ts';
import { dayOf, dayOrToday } from './day.option.ts';
import { withInstallation } from './installation.ts';
import { perform } from './perform.ts';
import type { Terminal } from './terminal.ts';
import { findUnit } from './unit.named.ts';

interface GrantOptions {
  readonly unit?: string;
  readonly reach?: string;
  readonly from?: string;
  readonly to?: string;
}

export function addUser(program: Command, terminal: Terminal): void {
  const { t, say } = terminal;
  const user = program.command('user').description(t('user'));
  user.command('create').argument('<name>', t('user.name')).requiredOption('--display-name <text>', t('user.displayName')).description(t('user.create'))
    .action((name: string, { displayName }: { displayName: string }) => withInstallation(async ({ context }) => {
      const { password } = await perform(context(), accountContract.create, { name, displayName });
      say(t('user.password', { name, password }));
    }));
  user.command('list').description(t('user.list')).action(() => withInstallation(({ context }) => list(context, terminal)));
  user.command('reset-password').argument('<name>', t('user.name')).description(t('user.reset')).action((name: string) => withInstallation(async ({ context }) => {
    const { password } = await perform(context(), accountContract.resetPassword, { id: await accountId(context(), name) });
    say(t('user.password', { name, password }));
  }));
  for (const act of ['disable', 'enable'] as const) {
    user.command(act).argument('<name>', t('user.name')).description(t(`user.${act}`)).action((name: string) => withInstallation(async ({ context }) => {
      await perform(context(), accountContract[act], { id: await accountId(context(), name) });
      say(t(`user.${act}d`, { name }));
    }));
  }
  user.command('grant').argument('<name>', t('user.name')).argument('<role>', t('user.role', { roles: Object.keys(roles).join(', ') }))
    .option('--unit <unit>', t('user.unit')).option('--reach <reach>', t('user.reach')).option('--from <day>', t('user.from')).option('--to <day>', t('user.to'))
    .description(t('user.grant'))
    .action((name: string, role: string, options: GrantOptions) => withInstallation(({ context }) => grant(context, { name, role, options }, terminal)));
}

async function list(context: () => Ctx, { say }: Terminal): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await perform(context(), accountContract.list, { limit: 500, cursor });
    for (const account of page.items) say([account.name, account.state, account.roles.join(','), account.displayName].join('\t'));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

async function grant(context: () => Ctx, { name, role, options }: { name: string; role: string; options: GrantOptions }, { t, say }: Terminal): Promise<void> {
  const ctx = context();
  const unitId = options.unit === undefined ? undefined : (await findUnit(ctx, options.unit, ctx.today)).id;
  // The shape refuses roles and reaches that do not exist.
  const input = { account: name, role, unitId, reach: options.reach ?? (unitId ? 'subtree' : 'none'), from: dayOrToday(ctx, options.from), to: dayOf(options.to) ?? null } as z.input<typeof assignmentContract.grant.input>;
  await perform(ctx, assignmentContract.grant, input);
  say(t('user.granted', { name, role }));
}

async function accountId(ctx: Ctx, name: string) {
  const { items } = await perform(ctx, accountContract.list, { text: name, limit: 500 });
  const account = items.find((item) => item.name === name.trim().toLowerCase());
  if (!account) throw new CliProblem('problem.noAccount', { name });
  return account.id;
}
