/** How the bench shows what it found: a table for the terminal, JSON, and the page RESULTS.md. Pure, tested in `test/`. */
import type { Line, Verdict } from './measure.ts';
import type { Machine } from './machine.ts';

export interface Results {
  readonly at: string;
  readonly size: string;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  /** Rows of the installation, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly settings: { readonly seconds: number; readonly repeats: number };
  /** Processes that wanted a processor just before the run, on average over a minute: others' work makes everything slower. */
  readonly loadBefore: number;
  readonly lines: readonly Line[];
  readonly memory: Memory;
  /** What could not be measured, and why. */
  readonly skipped: readonly string[];
}

export interface Memory {
  readonly peakMegabytes: number;
  readonly byWorkload: Readonly<Record<string, number>>;
  readonly budget: Verdict;
}

const columns = ['workload', 'what', 'by', 'requests', '/s', 'p50', 'p95', 'p99', 'rows', 'touched', 'limit', 'ratio', 'budget'] as const;
const rightAligned = new Set<string>(['requests', '/s', 'p50', 'p95', 'p99', 'rows', 'touched', 'ratio']);

export function cellsOf(line: Line): string[] {
  const { ms, limit, budget } = line;
  return [
    line.workload,
    line.what,
    line.by,
    `${line.requests}${line.errors > 0 ? ` (${line.errors} failed)` : ''}`,
    line.perSecond === undefined ? '' : `${number(line.perSecond)}${line.unit ? ` ${line.unit}` : ''}`,
    ms ? number(ms.p50) : '',
    ms ? number(ms.p95) : '',
    ms ? number(ms.p99) : '',
    line.rows === undefined ? '' : number(line.rows),
    line.touched === undefined ? '' : number(line.touched),
    limit ? `${limit.what}: ${number(limit.perSecond)}/s` : '',
    limit ? percent(limit.ratio) : '',
    budget ? `${budget.text}: ${budget.met ? 'met' : 'MISSED'}` : '',
  ];
}

export function terminalTable(lines: readonly Line[]): string {
  const grid = [[...columns], ...lines.map(cellsOf)];
  const widths = columns.map((_, at) => Math.max(...grid.map((row) => row[at]?.length ?? 0)));
  return grid.map((row) => row.map((cell, at) => padded(cell, widths[at] ?? 0, rightAligned.has(columns[at] ?? ''))).join('  ').trimEnd()).join('\n');
}

/** What the table has no column for. */
export function notesOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => (line.note ? [`${line.workload}, ${line.what} (${line.by}): ${line.note}`] : []));
}

export function markdownTable(lines: readonly Line[]): string {
  const head = `| ${columns.join(' | ')} |\n| ${columns.map((column) => (rightAligned.has(column) ? '---:' : '---')).join(' | ')} |`;
  return [head, ...lines.map((line) => `| ${cellsOf(line).map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)].join('\n');
}

/** One section for each size, so that the last run of every size stays readable. */
export function resultsSection(results: Results): string {
  const { machine, versions, rows, settings, lines, memory, skipped } = results;
  const notes = notesOf(lines).map((note) => `- ${note}`);
  return [
    `## ${results.size}`,
    `${results.at} · ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGigabytes} GiB, ${machine.system} · ${pairs(versions)} · load before the run ${number(results.loadBefore)}`,
    `Rows: ${Object.entries(rows).map(([table, count]) => `${table} ${count.toLocaleString('en')}`).join(', ')}. Each measurement ${settings.repeats} × ${settings.seconds} s after a warm-up; times in ms.`,
    markdownTable(lines),
    `Memory of the server process, highest during all of it: **${number(memory.peakMegabytes)} MB** (${memory.budget.text}: ${memory.budget.met ? 'met' : '**MISSED**'}); by workload: ${Object.entries(memory.byWorkload).map(([name, most]) => `${name} ${number(most)}`).join(', ')}.`,
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    ...(skipped.length > 0 ? [`Not measured:\n\n${skipped.map((line) => `- ${line}`).join('\n')}`] : []),
  ].join('\n\n');
}

const opening = '# Results of the bench\n\nKept by `npm run bench -- --save`; what each column means stands in [README.md](README.md). Misses stay in.';

/** The page with the section of that size replaced, the others kept. */
export function resultsPage(before: string | undefined, results: Results): string {
  const others = (before ?? '').split(/^(?=## )/m).filter((part) => part.startsWith('## ') && !part.startsWith(`## ${results.size}\n`));
  return `${[opening, ...others.map((part) => part.trim()), resultsSection(results)].join('\n\n')}\n`;
}

export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

export function percent(ratio: number): string {
  return Number.isFinite(ratio) ? `${number(ratio * 100)} %` : '–';
}

function pairs(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).map(([name, value]) => `${name} ${value}`).join(', ');
}

function padded(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}
