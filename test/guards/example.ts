/** The smallest value that a shape takes, made from its JSON Schema: for asking every procedure something sensible. */
import { z } from 'zod';

export const unknownId = '0190a000-0000-7000-8000-0000000000ff';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** Required keys only; optional ones are left out. */
export function exampleOf(shape: z.ZodType): Readonly<Record<string, unknown>> {
  return valueOf(z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Schema) as Record<string, unknown>;
}

function valueOf(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0];
  if (choice) return valueOf(choice);
  if (schema.type === 'object' || schema.properties) return objectOf(schema);
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}));
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return false;
  if (schema.type === 'null') return null;
  return textOf(schema);
}

function objectOf(schema: Schema): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
  return Object.fromEntries(entries.map(([name, property]) => [name, valueOf(property)]));
}

function textOf(schema: Schema): string {
  if (schema.format === 'uuid' || schema.format === 'guid') return unknownId;
  if (schema.format === 'date') return '2026-11-20';
  if (schema.format === 'date-time') return '2026-11-20T00:00:00Z';
  if (schema.pattern?.includes('\\d{3}')) return '123456';
  return 'thu'.padEnd(schema.minLength ?? 3, 'x');
}
