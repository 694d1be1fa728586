/** What may be a PIN. Pure. */
import type { Text } from '../../platform/contract.ts';
import { prepareTexts } from './sync.prepare.messages.ts';

export const PIN_LENGTH = 6;

/** Whatever is typed or pasted, only its digits count. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, PIN_LENGTH);
}

export interface PinFields {
  readonly pin: string;
  readonly again: string;
}

export function pinFaults({ pin, again }: PinFields): Partial<Record<keyof PinFields, Text>> {
  if (pin.length < PIN_LENGTH) return { pin: prepareTexts.pinShort };
  if (isEasy(pin)) return { pin: prepareTexts.pinEasy };
  return again === pin ? {} : { again: prepareTexts.pinDiffers };
}

/** One digit six times, a stretch of the row of digits in either direction, or two or three digits repeated: what is tried first. */
function isEasy(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, place) => (Number(digit) - Number(pin[place]) + 10) % 10);
  const isEven = steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0] ?? 0);
  return isEven || pin === pin.slice(0, 2).repeat(3) || pin === pin.slice(0, 3).repeat(2);
}
