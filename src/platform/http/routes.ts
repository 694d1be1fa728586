/** Binds a procedure of a contract to the command or read that answers it. */
import type { z } from 'zod';
import type { Procedure } from '../contract.ts';
import type { Ctx } from '../context.ts';
import type { PerformCommand } from './commands.ts';

export interface Route {
  readonly procedure: Procedure;
  readonly handle: (ctx: Ctx, input: never) => Promise<unknown>;
  /** Instead of `handle`, of an act that only brings commands of others: outside a transaction, as each of them has its own. */
  readonly carry?: (ctx: Ctx, input: never, perform: PerformCommand) => Promise<unknown>;
}

export function bind<I extends z.ZodType, O extends z.ZodType>(
  procedure: Procedure<I, O>,
  handle: (ctx: Ctx, input: z.output<I>) => Promise<z.input<O>>,
): Route {
  return { procedure, handle };
}

export function bindCourier<I extends z.ZodType, O extends z.ZodType>(
  procedure: Procedure<I, O>,
  carry: (ctx: Ctx, input: z.output<I>, perform: PerformCommand) => Promise<z.input<O>>,
): Route {
  const handle = () => Promise.reject(new Error(`${procedure.name} is performed by the server alone`));
  return { procedure, handle, carry };
}

/** An answer that is a file instead of JSON. */
export class FileAnswer {
  readonly name: string;
  readonly type: string;
  readonly body: NodeJS.ReadableStream | Buffer;

  constructor(file: { name: string; type: string; body: NodeJS.ReadableStream | Buffer }) {
    this.name = file.name;
    this.type = file.type;
    this.body = file.body;
  }
}
