/** `satcoso cases`: for every figure of the five cases what was printed and what the records give; exit code 1 where they differ. */
import type { Command } from 'commander';
import { caseContract, type CaseFigure } from '../modules/cases/case.contract.ts';
import { printedText } from '../figures/words.ts';
import { formatDay, formatNumber, formatPeriod, formatShare } from '../platform/format.ts';
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
  const { language } = terminal;
  const when = item.from === null ? formatDay(item.asOf, language) : formatPeriod({ from: item.from, to: item.asOf }, language);
  const place = `${item.unit.name}, ${when}`;
  return `${item.id.padEnd(15)}${item.title[language]} · ${place} · ${numbersOf(item, terminal)}`;
}

function numbersOf({ printed, computed, agrees, problem }: CaseFigure, terminal: Terminal): string {
  const { t } = terminal;
  if (!computed) return t('cases.notComputed', { printed: printedText(printed, terminal.language), code: problem?.code ?? '' });
  const names = computed.names.length > 0 ? ` (${computed.names.join(', ')})` : '';
  // Beside a share that was printed in words stands the computed one, and of what it is.
  const share = printed.printedAs !== null && computed.base !== null ? ` = ${formatShare({ count: computed.count, base: computed.base }, terminal.language).percent}` : '';
  return t('cases.line', { printed: printedText(printed, terminal.language), computed: `${ratio(computed, terminal)}${share}${names}`, agrees: t(agrees ? 'figure.agrees' : 'figure.differs') });
}

function ratio({ count, base }: { count: number; base: number | null }, { language }: Terminal): string {
  return base === null ? formatNumber(count, language) : `${formatNumber(count, language)}/${formatNumber(base, language)}`;
}
