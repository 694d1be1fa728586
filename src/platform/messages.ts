/**
 * Texts in Vietnamese and English. Each module declares its own in
 * `<module>.messages.ts`; server and web fill them in the same way.
 */
import type { Text } from './contract.ts';

export type Language = 'vi' | 'en';

export type MessageParams = Readonly<Record<string, string | number>>;

export function defineMessages<const Bundle extends Readonly<Record<string, Text>>>(
  bundle: Bundle,
): { readonly [Key in keyof Bundle]: Text } {
  return bundle;
}

/** `{name}` marks the place of a parameter. A missing parameter leaves its mark standing, so that it is seen and mended. */
export function textOf(message: Text, language: Language, params: MessageParams = {}): string {
  return message[language].replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = params[name];
    return value === undefined ? mark : String(value);
  });
}
