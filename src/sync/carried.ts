/** What a phone says of what it does not carry: with signal the server is asked, without it waits until there is one. Pure. */
import { Problem } from '../platform/problem.ts';

export function carriedOrThrow<Body>(body: Body | undefined): Body {
  if (body === undefined) throw new Problem({ code: 'sync.notCarried', kind: 'conflict' });
  return body;
}
