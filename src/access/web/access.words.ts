/** How accounts, roles and devices are named on screen. Pure. */
import type { Language } from '../../platform/messages.ts';
import type { Status } from '../../ui/StatusMark.tsx';
import { isRole, roles } from '../roles.ts';
import { verbs } from '../verbs.ts';

export function accountHref(name: string): string {
  return `/tai-khoan/${encodeURIComponent(name)}`;
}

/** A role that this version doesn't know is shown by its code. */
export function roleName(code: string, language: Language): string {
  return isRole(code) ? roles[code].name[language] : code;
}

export function verbName(code: string, language: Language): string {
  return code in verbs ? verbs[code as keyof typeof verbs][language] : code;
}

export const stateMarks = { active: 'done', waiting: 'due-soon', disabled: 'silent' } as const satisfies Record<string, Status>;

export interface Device {
  readonly browser: string;
  readonly system: string;
}

// Each names itself and also those whose pages it wants: the more particular stand first.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/CocCoc|coc_coc/i, 'Cốc Cốc'], [/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'],
  [/Zalo/i, 'Zalo'], [/Firefox|FxiOS/, 'Firefox'], [/Chrome|CriOS/, 'Chrome'], [/Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
];

/** What a browser says of itself, in words that its owner knows; undefined where nothing is recognised. */
export function deviceOf(userAgent: string): Device | undefined {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser && system ? { browser, system } : undefined;
}

/** The id in an address of a person's page, or the id itself, as pasted. */
export function personIdIn(text: string): string | undefined {
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase();
}
