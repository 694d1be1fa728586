/**
 * Text of cells: made clean without changing what was meant (composed Unicode, ordinary spaces, nothing
 * invisible), and looked at for the marks of old Vietnamese fonts, which can't be told apart from bytes.
 */
import { tidySpaces } from '../../../platform/text/fold.ts';

export const TEXT_LIMIT = 500;

/** Control characters other than the ones that are spaces. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
const SPREADSHEET_ERROR = /^#(REF|DIV\/0|N\/A|NAME|NULL|NUM|VALUE|SPILL|CALC|GETTING_DATA)[!?]?$/;
/** TCVN3 seen as Latin letters: "§¶ng bé"; its signs never stand beside letters in real text. */
const TCVN3 = /[§¡¢£¤¥¦][\p{L}µ¶·¸¹¨©ª«¬®]|\p{L}[¶µ¸·¹¨©ª«¬®¦]/u;
/** VNI seen as Latin letters: "Ñaûng boä"; Vietnamese has none of these. */
const VNI = /[ÑñÛûÏïÄäËëÖöÅå]|[aeouy][ùøõ]/u;

/** Most cells are plain already. */
const PLAIN = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/;

export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return tidySpaces(raw.normalize('NFC').replace(CONTROL, ''));
}

export function isSpreadsheetError(text: string): boolean {
  return SPREADSHEET_ERROR.test(text);
}

export function looksLikeOldFont(text: string): boolean {
  return TCVN3.test(text) || VNI.test(text);
}
