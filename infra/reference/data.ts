import { Article, Extraction, Observation, Report, Source } from '@zhibiao/shared';
import { dataDictionary } from '@zhibiao/store/exports';
import type { z } from 'zod';
import { fieldRows, jsonSchemaOf, markdownTable } from './schema-table.ts';

/** What programs read: articles, reports, observations, and the columns of exports. */
export function dataReference(): string {
  const table = (schema: z.ZodType, leaveOut: readonly string[] = []) =>
    markdownTable(
      ['field', 'type', 'meaning'],
      fieldRows(jsonSchemaOf(schema, 'output'))
        .filter(({ name }) => !leaveOut.some((path) => name.startsWith(path)))
        .map(({ name, type, about }) => [`\`${name}\``, type, about]),
    );
  return `# Data dictionary

What \`clean\`, \`extract\`, the HTTP interface and the exports give. Offsets are UTF-16 code units into the article's
\`text\`, as JavaScript counts them: \`text.slice(span.start, span.end) === quote\` always holds. In Python, count in the
text's UTF-16 form; the how-to page for Python shows how.

## Article

${table(Article)}

## Report

${table(Report, ['observations[].'])}

## Observation

${table(Observation)}

## Columns of exports

${dataDictionary()}

## Extraction

What one parser version found in one article, as it lies in the archive.

${table(Extraction, ['reports[].'])}
`;
}

/** What a file may say; the rest is the store's. */
const FileSource = Source.omit({ paused: true, edited: true });

/** The fields of a source file. */
export function sourceReference(): string {
  const rows = fieldRows(jsonSchemaOf(FileSource, 'input')).map(
    ({ name, type, required, fallback, about }) => [
      `\`${name}\``,
      type,
      required ? 'required' : fallback && `\`${fallback}\``,
      about,
    ],
  );
  return `# Source files

One YAML file for each source in \`seeds/\` (or the folder of \`ZHIBIAO_SEEDS\`). \`zhibiao sources check\` reads a file and says
which links it would follow; \`zhibiao sources apply\` puts the files into the store. Editors that know JSON Schema complete and
check the fields with \`seeds/source.schema.json\`: begin a file with
\`# yaml-language-server: $schema=./source.schema.json\`.

${markdownTable(['field', 'type', 'default', 'meaning'], rows)}
`;
}

/** JSON Schema of source files, for editors. */
export const sourceSchema = (): string => `${JSON.stringify(jsonSchemaOf(FileSource, 'input'), null, 2)}\n`;
