/** Tells whoever listens how the last call to the server went. What the phone answered by itself is no contact. */
export type Contact = 'reached' | 'lost';

const listeners = new Set<(contact: Contact) => void>();

export function onContact(listener: (contact: Contact) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reportContact(contact: Contact): void {
  for (const listener of listeners) listener(contact);
}
