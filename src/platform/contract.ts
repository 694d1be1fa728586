/**
 * What a procedure of the API is, said once and shared by server and web client:
 * its address, the shapes that go in and out, the verb it needs and the problems it may answer with.
 * The server refuses to start a procedure that declares neither a verb nor why it is open.
 */
import type { z } from 'zod';

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `module.act`, unique; the prefix names the module and is what the client invalidates after an act. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Keys of `input` written `:key` are taken from the path. */
  readonly path: string;
  readonly input: I;
  readonly output: O;
  /** What the caller must be allowed to do; exactly one of `verb` and `open` is given. */
  readonly verb?: string;
  /** Why the procedure needs no verb, in words. */
  readonly open?: string;
  readonly problems: readonly string[];
  readonly summary: Text;
  /** Largest body in bytes where the usual 2 MiB is too little (files). */
  readonly bodyLimit?: number;
  /** Why doing it twice comes to the same as once: such an act is done again when a connection is lost at its end. */
  readonly repeatable?: string;
  /** May be sent with an id of the caller's making and is then done once, however often it comes (`sync`). Its answer holds ids and versions only: it is kept. */
  readonly isCommand?: true;
  /** Of an act: what of its answer may be long, so that it goes compressed as those of reads do. Never where it tells a secret. */
  readonly carriesMuch?: string;
  /** Media types of which one is answered instead of JSON, where the answer is a file; `output` then says nothing. */
  readonly files?: readonly string[];
}

type Access = { verb: string; open?: never } | { open: string; verb?: never };

type Declaration<I extends z.ZodType, O extends z.ZodType> = Access & {
  name: string;
  path: string;
  input: I;
  output: O;
  problems?: readonly string[];
  summary: Text;
  bodyLimit?: number;
  repeatable?: string;
  carriesMuch?: string;
  files?: readonly string[];
};

/** A read: GET, no transaction, may be repeated. */
export function query<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>): Procedure<I, O> {
  return { problems: [], ...declaration, method: 'GET' };
}

/** An act that a phone may send again without knowing whether it came through. */
export function command<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>): Procedure<I, O> {
  return { ...act(declaration), isCommand: true };
}

/** An act: POST, one request is one transaction. */
export function act<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>): Procedure<I, O> {
  return { problems: [], ...declaration, method: 'POST' };
}
