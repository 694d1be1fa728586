/** What commands are about, asked of the phone, or of the server where another device sent them: its name, and the names that the words of its acts need. */
import { useEffect, useState } from 'react';
import { useText } from '../../ui/language.tsx';
import type { About } from './waiting.ts';
import { thingOf, type Ask, type Thing, type Told } from './waiting.words.ts';

const NO_NAMES: Thing['names'] = new Map();

export function useThing(ask: Ask, { type, id }: About): { readonly thing: Thing | undefined; readonly told: Told } {
  const writing = useText();
  const [thing, setThing] = useState<Thing>();
  useEffect(() => {
    let isGone = false;
    void thingOf({ type, id }, ask, writing).then((found) => { if (!isGone) setThing(found); }, () => undefined);
    return () => { isGone = true; };
  }, [ask, type, id, writing]);
  return { thing, told: { ...writing, names: thing?.names ?? NO_NAMES } };
}
