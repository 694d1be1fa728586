/** `satcoso figures`: what can be asked for. */
import type { Command } from 'commander';
import { figuresContract } from '../figures/figures.contract.ts';
import { withInstallation } from './installation.ts';
import { perform } from './perform.ts';
import type { Terminal } from './terminal.ts';

export function addFigures(program: Command, { t, say, language }: Terminal): void {
  program.command('figures').option('--json', t('figure.json')).description(t('figures')).action((options: { json?: boolean }) => withInstallation(async ({ context }) => {
    const { items } = await perform(context(), figuresContract.list, {});
    if (options.json) return say(JSON.stringify(items, undefined, 2));
    for (const { id, title, dimensions } of items) {
      say([id, title[language], dimensions.map((dimension) => dimension.id).join(', ')].join('\t'));
    }
  }));
}
