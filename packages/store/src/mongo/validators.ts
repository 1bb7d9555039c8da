import type { Document } from 'mongodb';
import { z } from 'zod';
import { rowSchemas } from '../maintenance/row-schemas.ts';
import { definitions } from '../tables/definitions.ts';
import type { Rows } from '../tables/rows.ts';
import type { TableDefinition } from '../tables/table.ts';
import { mongoPath } from './filter.ts';

/** What MongoDB's `$jsonSchema` knows of JSON Schema; anything else in a schema makes it refuse the whole. */
const KNOWN = new Set([
  'type',
  'enum',
  'required',
  'additionalProperties',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minProperties',
  'maxProperties',
]);

/** @returns the validator of a collection: what the schema of its rows says, as far as MongoDB can check it */
export function validatorOf(name: keyof Rows): Document {
  const definition: TableDefinition = definitions[name];
  const schema = z.toJSONSchema(rowSchemas[name], { target: 'draft-4', io: 'input', unrepresentable: 'any' });
  const { properties = {}, required = [], ...rest } = translated(schema as Document);
  for (const path of definition.opaque ?? []) properties[path] = { type: 'string' };
  const named = (path: string) => (path === definition.id ? mongoPath(definition, path) : path);
  return {
    ...rest,
    // What is opaque is written as text, be it there or not.
    required: [...new Set(['_id', ...(required as string[]).map(named)])],
    properties: Object.fromEntries(Object.entries(properties).map(([path, of]) => [named(path), of])),
  };
}

function translated(schema: Document): Document {
  const result: Document = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'type' && value === 'integer') Object.assign(result, { type: 'number', multipleOf: 1 });
    else if (key === 'const') result.enum = [value];
    else if (key === 'format' && value === 'uri') result.pattern ??= '^[a-zA-Z][a-zA-Z0-9+.-]*:';
    else if (key === 'properties') result.properties = each(value as Record<string, Document>);
    else if (key === 'items')
      result.items = Array.isArray(value) ? value.map(translated) : translated(value as Document);
    else if (/^(anyOf|allOf|oneOf)$/.test(key)) result[key] = (value as Document[]).map(translated);
    else if (key === 'additionalProperties' && typeof value === 'object')
      result.additionalProperties = translated(value as Document);
    else if (key === 'required' && (value as unknown[]).length === 0) continue;
    else if (KNOWN.has(key)) result[key] = value;
  }
  return result;
}

const each = (schemas: Record<string, Document>): Record<string, Document> =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, translated(schema)]));
