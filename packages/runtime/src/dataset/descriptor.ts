import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '@zhibiao/shared';
import type { Column, ColumnType } from '@zhibiao/store/exports';
import { z } from 'zod';
import type { Written } from './files.ts';

/** What a data package is called, and on which terms it is given. */
export interface About {
  readonly title: string;
  /** SPDX identifier */
  readonly licence: string;
}

/** A table of a data package: what it is, its columns, and the file that was written. */
export interface Resource {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column<never>[];
  readonly primaryKey?: string;
  readonly written: Written;
}

export const DESCRIPTOR = 'datapackage.json';

/** https://specs.frictionlessdata.io/table-schema/ */
const types: Record<ColumnType, string> = {
  text: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  time: 'datetime',
  // Joined by `|`.
  texts: 'string',
};

/**
 * The validator reads Parquet by pandas: a whole number that is missing comes as NaN, which only a number may be, and a
 * list is no array to it.
 */
const parquetTypes: Record<ColumnType, string> = { ...types, integer: 'number', texts: 'any' };

const formats = {
  parquet: { format: 'parquet', mediatype: 'application/vnd.apache.parquet' },
  csv: { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8-sig' },
} as const;

/**
 * The descriptor of a data package (Frictionless).
 * @param created ISO time of the export that last changed it
 */
export function descriptorOf({ title, licence }: About, resources: readonly Resource[], created: string) {
  const day = created.slice(0, 10);
  return {
    name: 'zhibiao-observations',
    title,
    description:
      'Indicator observations from Chinese local-government work reports, budgets and statistical communiqués: what was promised, what was reported, and the words that say so. README.md explains the columns.',
    version: day.replaceAll('-', '.'),
    created,
    keywords: ['China', 'local government', 'work report', '政府工作报告', 'indicators'],
    licenses: [licenceOf(licence)],
    citation: `${title}. Version of ${day}. Compiled with Zhibiao.`,
    resources: resources.map(resourceOf),
  };
}

export function licenceOf(licence: string): { name: string; path: string } {
  if (!/^[A-Za-z0-9.+-]{2,60}$/.test(licence))
    throw new UsageError(`${licence} is no SPDX identifier of a licence, such as CC-BY-4.0.`, '--licence');
  return { name: licence, path: `https://spdx.org/licenses/${licence}.html` };
}

function resourceOf({ name, title, description, columns, primaryKey, written }: Resource) {
  const csv = written.path.endsWith('.csv');
  const { path, bytes, sha256, rows } = written;
  return {
    name,
    title,
    description,
    path,
    // The validator never counts the bytes of Parquet, and would call the right number wrong: SHA256SUMS has what proves those files.
    ...(csv ? { ...formats.csv, bytes, hash: `sha256:${sha256}` } : formats.parquet),
    rows,
    schema: {
      fields: columns.map(({ name: field, type, about }) => ({
        name: field,
        type: (csv ? types : parquetTypes)[type],
        description: about,
      })),
      ...(primaryKey ? { primaryKey: [primaryKey] } : {}),
    },
  };
}

const Before = z.object({ created: z.string(), resources: z.array(z.object({ path: z.string() })) });

/** @returns what is kept of the descriptor of an earlier export; null where there is none. @throws UsageError where it is another's */
export async function earlier(folder: string): Promise<{ created: string; paths: string[] } | null> {
  const file = join(folder, DESCRIPTOR);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = null;
  }
  const read = Before.safeParse(json);
  const own = (json as { name?: unknown } | null)?.name === 'zhibiao-observations';
  if (!read.success || !own)
    throw new UsageError(
      `${file} is of another data package. Name a folder that is empty or holds an earlier export.`,
      folder,
    );
  return { created: read.data.created, paths: read.data.resources.map(({ path }) => path) };
}
