/** The OpenAPI 3.1 document of the procedures, made from their contracts. Descriptions in both languages. */
import { z } from 'zod';
import type { Procedure } from '../contract.ts';

type Schema = z.core.JSONSchema.BaseSchema;
type Schemas = Record<string, Schema>;

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Schemas>; readonly securitySchemes: object };
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, object>>;
  readonly security: readonly object[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: unknown;
}

export function describeApi(procedures: readonly Procedure[], about: { version: string; cookie: string }): OpenApi {
  const schemas: Schemas = { Problem: problemSchema };
  const paths: Record<string, Record<string, Operation>> = {};
  for (const procedure of procedures) {
    const path = procedure.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [procedure.method.toLowerCase()]: describe(procedure, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Sát Cơ Sở', version: about.version, description: 'GET đọc, POST làm. Mọi từ chối có mã trong “problem”. · GET reads, POST acts. Every refusal has its code in “problem”.' },
    paths,
    components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: about.cookie } } },
  };
}

function describe(procedure: Procedure, schemas: Schemas): Operation {
  const { name, summary, verb, open } = procedure;
  const input = schemaOf(procedure, 'input', schemas);
  const output = schemaOf(procedure, 'output', schemas);
  const inPath = [...procedure.path.matchAll(/:(\w+)/g)].map(([, key]) => key!);
  const parameters = propertiesOf(input).map(([key, schema]): Parameter => (
    { name: key, in: inPath.includes(key) ? 'path' : 'query', required: inPath.includes(key) || requiredOf(input).includes(key), schema }));
  return {
    operationId: name,
    tags: [name.split('.')[0]!],
    summary: `${summary.vi} · ${summary.en}`,
    description: verb ? `Quyền · Verb: \`${verb}\`` : `Mở · Open: ${open}`,
    parameters: procedure.method === 'GET' ? parameters : parameters.filter((parameter) => parameter.in === 'path'),
    ...(procedure.method === 'POST' ? { requestBody: { required: true, content: json(without(input, inPath)) } } : {}),
    responses: responsesOf(procedure, output),
    security: verb ? [{ session: [] }] : [],
  };
}

function responsesOf({ problems, verb, files }: Procedure, output: Schema): Record<string, object> {
  const codes = [...new Set(['platform.invalid', ...(verb ? ['platform.unauthenticated', 'platform.forbidden', 'platform.notFound'] : []), ...problems])];
  const refused = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { problem: { properties: { code: { enum: codes } } } } }] };
  return {
    200: { description: 'Được · Done', content: files ? filesOf(files) : json(output) },
    '4XX': { description: `Từ chối · Refused: ${codes.join(', ')}`, content: json(refused) },
    '5XX': { description: 'Lỗi ngoài dự kiến · Unexpected', content: json({ $ref: '#/components/schemas/Problem' }) },
  };
}

/** Dates and branded texts end in a transformation that JSON Schema cannot say; their format says what they are. */
function schemaOf(procedure: Procedure, io: 'input' | 'output', schemas: Schemas): Schema {
  const { $schema: _dialect, $defs, ...schema } = z.toJSONSchema(procedure[io], {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined && jsonSchema.type === undefined) jsonSchema.type = 'string';
    },
  });
  const prefix = `${procedure.name}.${io}`;
  const moved = (part: Schema): Schema => moveReferences(part, prefix) as Schema;
  for (const [key, part] of Object.entries($defs ?? {})) schemas[`${prefix}.${key}`] = moved(part as Schema);
  if (JSON.stringify(schema).includes('"$ref":"#"')) schemas[prefix] = moved(schema);
  return moved(schema);
}

function moveReferences(part: unknown, prefix: string): unknown {
  if (Array.isArray(part)) return part.map((entry) => moveReferences(entry, prefix));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === '$ref' ? moved(String(value), prefix) : moveReferences(value, prefix)]));
}

function moved(reference: string, prefix: string): string {
  const [, name] = reference.split('#/$defs/');
  return `#/components/schemas/${prefix}${name === undefined ? '' : `.${name}`}`;
}

function propertiesOf(schema: Schema): [string, unknown][] {
  return Object.entries(schema.properties ?? {});
}

function requiredOf(schema: Schema): readonly string[] {
  return schema.required ?? [];
}

function without(schema: Schema, keys: readonly string[]): Schema {
  if (!schema.properties) return schema;
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([key]) => !keys.includes(key)));
  const required = requiredOf(schema).filter((key) => !keys.includes(key));
  return { ...schema, properties, required };
}

function filesOf(types: readonly string[]): object {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]));
}

function json(schema: object): object {
  return { 'application/json': { schema } };
}

const problemSchema: Schema = {
  type: 'object',
  required: ['problem', 'requestId'],
  properties: {
    problem: {
      type: 'object',
      required: ['code', 'kind', 'data'],
      properties: { code: { type: 'string' }, kind: { type: 'string' }, data: { type: 'object' } },
    },
    requestId: { type: 'string' },
  },
};
