/**
 * Counts what a thumb does, and reckons how long a person of about sixty takes for it: from the acts alone, never by a clock.
 *
 * The keystroke-level model (Card, Moran, Newell 1980, Communications of the ACM 23(7), 396–410) has for people in practice:
 * pointing 1.1 s, a key 0.28 s for who does not type for a living, mental preparation 1.35 s. Age: movements take 146 ms
 * instead of 70, thoughts 118 instead of 70 (Jastrzembski, Charness 2007, Journal of Experimental Psychology: Applied 13(4),
 * 224–248). A finger on the glass saves older people 35 % of what they take with a mouse (Findlater and others, CHI 2013).
 * A key then takes 0.58 s, which is slower than the 26 words a minute (0.46 s) that people near fifty reach on phones (Palin
 * and others, MobileHCI 2019).
 *
 * The model knows no errors, no thinking about what to write and no talk in the room; what the machine takes is not a person's time.
 */
import type { Locator } from 'playwright-core';

const slowerHand = 146 / 70;
const slowerHead = 118 / 70;
const fingerOfMouse = 1 - 0.35;
const seconds = { point: 1.1 * slowerHand * fingerOfMouse, key: 0.28 * slowerHand, prepare: 1.35 * slowerHead };

export function thumb() {
  let points = 0;
  let keys = 0;
  let preparations = 0;
  return {
    taps: () => points,
    seconds: () => points * seconds.point + keys * seconds.key + preparations * seconds.prepare,
    /** What to do next is looked for, and tapped. */
    tap: async (target: Locator) => {
      preparations += 1;
      points += 1;
      await target.tap();
    },
    /** The button that ends what was just filled in: nobody considers it anew (the model's fourth rule). */
    end: async (button: Locator) => {
      points += 1;
      await button.tap();
      // What was filled in stays until it is recorded: a person sees the form go before looking for the next.
      await button.waitFor({ state: 'detached' });
    },
    /** A field to type into is tapped as well. */
    type: async (field: Locator, text: string) => {
      preparations += 1;
      points += 1;
      keys += keysOf(text);
      await field.fill(text);
    },
    /** The camera is another app: its button, and that the picture is good. */
    photograph: () => {
      preparations += 2;
      points += 2;
    },
  };
}

/** Keys of a phone that is typed in Telex: "ế" is e, e, s; a capital needs shift, figures among letters another layer and back. */
export function keysOf(text: string): number {
  const layers = /^[\d:]*$/.test(text) ? 0 : 2 * (text.match(/[\d:]+/g)?.length ?? 0);
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const strokes = text.match(/đ/gi)?.length ?? 0;
  // Taken apart, each mark is a character of its own.
  return text.normalize('NFD').length + strokes + capitals + layers;
}
