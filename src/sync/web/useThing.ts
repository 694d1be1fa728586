/** What commands are about, asked of the phone: its name, and the names that the words of its acts need. */
import { useEffect, useState } from 'react';
import { useText } from '../../ui/language.tsx';
import type { Phone } from '../phone/phone.ts';
import type { About } from './waiting.ts';
import { thingOf, type Thing, type Told } from './waiting.words.ts';

const NO_NAMES: Thing['names'] = new Map();

export function useThing(phone: Phone, { type, id }: About): { readonly thing: Thing | undefined; readonly told: Told } {
  const writing = useText();
  const [thing, setThing] = useState<Thing>();
  useEffect(() => {
    let isGone = false;
    void thingOf({ type, id }, phone.answer, writing).then((found) => { if (!isGone) setThing(found); }, () => undefined);
    return () => { isGone = true; };
  }, [phone, type, id, writing]);
  return { thing, told: { ...writing, names: thing?.names ?? NO_NAMES } };
}
