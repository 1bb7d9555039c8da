import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameReports } from './index.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const index = new URL('corpus/INDEX.tsv', shared);

/** Names without their kind, as the corpus index compares them. */
const bare = (name: string): string =>
  name.replace(/(?:维吾尔自治区|壮族自治区|回族自治区|自治区|自治县|省|市|县|区)$/, '');

describe.skipIf(!existsSync(index))(
  'real reports of ../shared/corpus (skipped where it is not there)',
  () => {
    it('gives region and delivered year of at least 98 % of the complete ones, one report each', () => {
      const [head = '', ...lines] = readFileSync(index, 'utf8').trim().split('\n');
      const columns = head.split('\t');
      const rows = lines
        .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i] ?? '', cell])))
        .filter((row) => row.completeness === 'full');
      const wrong = rows.filter((row) => {
        const text = readFileSync(new URL(`corpus/reports/${row.file}`, shared), 'utf8');
        const frames = frameReports({ title: '', text });
        const [frame] = frames;
        const region = bare(frame?.region?.name ?? '').endsWith(bare(row.region ?? ''));
        return frames.length !== 1 || !region || String(frame?.year) !== row.delivered_year;
      });
      expect(rows.length).toBeGreaterThan(50);
      expect(wrong.length / rows.length, wrong.map(({ file }) => file).join(' ')).toBeLessThanOrEqual(0.02);
    });
  },
);
