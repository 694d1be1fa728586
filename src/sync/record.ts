/**
 * What a phone carries: records of a few kinds, each whole, each with the version of its content. The phone says which
 * versions it holds and is answered what differs; so a right that was given brings records, one that was taken away removes
 * them, and nothing has to be remembered of a phone between two calls. Pure.
 */

/** Each stands in the module that owns it (`<noun>.sync.ts` on the server, `<noun>.offline.ts` on the phone). */
export const recordTypes = ['unit', 'roster', 'meeting', 'task', 'place', 'visit', 'away', 'rules', 'attention', 'petition', 'topic'] as const;
export type RecordType = (typeof recordTypes)[number];

export interface PhoneRecord<Body = unknown> {
  readonly type: RecordType;
  readonly id: string;
  /** Of the content: what did not change is not sent again. */
  readonly version: string;
  readonly body: Body;
}

/** By kind and id, the version that is held. */
export type Held = Readonly<Partial<Record<RecordType, Readonly<Record<string, string>>>>>;

export interface Difference {
  readonly changed: readonly PhoneRecord[];
  readonly gone: readonly { readonly type: RecordType; readonly id: string }[];
}

export function differenceOf(held: Held, records: readonly PhoneRecord[]): Difference {
  const current = new Set(records.map(({ type, id }) => `${type} ${id}`));
  const gone = recordTypes.flatMap((type) => Object.keys(held[type] ?? {}).filter((id) => !current.has(`${type} ${id}`)).map((id) => ({ type, id })));
  return { changed: records.filter(({ type, id, version }) => held[type]?.[id] !== version), gone };
}
