/** Bytes as text of the wire. In pieces: an old browser takes only so many arguments. */
import type { Bytes } from './vault.ts';

const piece = 0x8000;

export function toBase64(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
