import { z } from 'zod';

interface Json {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  items?: Json | boolean;
  prefixItems?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
  description?: string;
  default?: unknown;
  format?: string;
  additionalProperties?: Json | boolean;
}

export interface FieldRow {
  /** dotted path; `[]` behind a list */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly fallback: string;
  readonly about: string;
}

/** The JSON Schema of what people write (`input`) or what programs get (`output`). */
export const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;

/** Every field of an object's schema, nested ones under their dotted path. */
export function fieldRows(schema: Json, prefix = ''): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const row: FieldRow = {
      name: path,
      type: typeOf(field),
      required: schema.required?.includes(name) ?? false,
      fallback: field.default === undefined ? '' : JSON.stringify(field.default),
      about: field.description ?? '',
    };
    const inner = objectIn(field);
    return inner ? [row, ...fieldRows(inner.schema, `${path}${inner.list ? '[]' : ''}.`)] : [row];
  });
}

/** A Markdown table of rows; cells may hold anything. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function objectIn(field: Json): { schema: Json; list: boolean } | null {
  if (field.properties) return { schema: field, list: false };
  if (typeof field.items === 'object' && field.items.properties) return { schema: field.items, list: true };
  for (const choice of field.anyOf ?? []) {
    const inner = objectIn(choice);
    if (inner) return inner;
  }
  return null;
}

function typeOf(field: Json): string {
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.anyOf) return field.anyOf.map(typeOf).join(' or ');
  if (field.type === 'array') {
    if (field.prefixItems) return `[${field.prefixItems.map(typeOf).join(', ')}]`;
    return `list of ${typeof field.items === 'object' ? typeOf(field.items) : 'anything'}`;
  }
  if (field.format === 'date') return 'ISO date';
  if (field.format === 'uri') return 'URL';
  return [field.type ?? 'anything'].flat().join(' or ');
}
