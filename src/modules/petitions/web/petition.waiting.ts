/** What waits to be sent about petitions, in words: never who asked. */
import { defineMessages } from '../../../platform/messages.ts';
import type { Ask, Thing, Told, WaitingWords } from '../../../sync/web/waiting.words.ts';
import type { WholePetition } from '../petition.record.ts';

const texts = defineMessages({ record: { vi: 'Ghi kiến nghị', en: 'Record a petition' } });

export const waitingWords: WaitingWords = {
  says: { 'petitions.record': (_: readonly never[], { t }: Told) => t(texts.record) },
  things: { petition: petitionOf },
};

const mostLetters = 80;

async function petitionOf(id: string, ask: Ask): Promise<Thing | undefined> {
  const petition = (await ask('petitions.petition', { id })) as WholePetition | undefined; // as the contract has it
  return petition && { title: [petition.unit.name, petition.text.slice(0, mostLetters)].filter(Boolean).join(' · '), href: `/kien-nghi/${id}`, names: new Map() };
}
