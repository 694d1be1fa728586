/** Tracking codes: fifteen signs that cannot be mistaken for each other, 75 bits; read aloud and typed with or without the strokes. Pure. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 15;
const groupsOf = 5;

/** From as many random bytes as there are signs. */
export function codeFrom(bytes: Uint8Array): string {
  const all = Array.from(bytes.subarray(0, length), (byte) => signs[byte % signs.length]).join('');
  return all.match(new RegExp(`.{${groupsOf}}`, 'g'))!.join('-');
}

export const codeBytes = length;

/** As it is kept and compared; undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[^A-Z\d]/g, '');
  return bare.length === length && [...bare].every((sign) => signs.includes(sign)) ? bare : undefined;
}
