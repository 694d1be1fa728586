/** `satcoso cases`: for every figure of the five cases what was printed and what the records give; exit code 1 where they differ. */
import type { Command } from 'commander';
import { caseContract, type CaseFigure } from '../modules/cases/case.contract.ts';
import { formatDay, formatNumber } from '../platform/format.ts';
import { withInstallation } from './installation.ts';
import { perform } from './perform.ts';
import type { Terminal } from './terminal.ts';

export function addCases(program: Command, terminal: Terminal): void {
  const { t, say, note } = terminal;
  program.command('cases').option('--json', t('figure.json')).description(t('cases')).action((options: { json?: boolean }) => withInstallation(async ({ context }) => {
    const { items } = await perform(context(), caseContract.list, {});
    if (options.json) say(JSON.stringify(items, undefined, 2));
    else for (const item of items) say(lineOf(item, terminal));
    if (items.length === 0) note(t('cases.none'));
    process.exitCode = items.length > 0 && items.every(({ agrees }) => agrees) ? 0 : 1;
  }));
}

function lineOf(item: CaseFigure, terminal: Terminal): string {
  const { t, language } = terminal;
  const place = `${item.unit.name}, ${formatDay(item.asOf, language)}`;
  const names = item.computed.names.length > 0 ? ` (${item.computed.names.join(', ')})` : '';
  const numbers = t('cases.line', { printed: ratio(item.printed, terminal), computed: `${ratio(item.computed, terminal)}${names}`, agrees: t(item.agrees ? 'figure.agrees' : 'figure.differs') });
  return `${item.id.padEnd(15)}${item.title[language]} · ${place} · ${numbers}`;
}

function ratio({ count, base }: { count: number; base: number | null }, { language }: Terminal): string {
  return base === null ? formatNumber(count, language) : `${formatNumber(count, language)}/${formatNumber(base, language)}`;
}
