import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const packages = fileURLToPath(new URL('./packages/', import.meta.url));

export default defineConfig({
  resolve: {
    // Tests read the sources of the other packages, not their builds.
    alias: [
      { find: /^@zhibiao\/([a-z]+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@zhibiao\/(runtime|services)\/(.+)$/, replacement: `${packages}$1/src/$2.ts` },
      { find: /^@zhibiao\/([a-z]+)\/(.+)$/, replacement: `${packages}$1/src/$2/index.ts` },
    ],
  },
  test: {
    include: [
      'packages/*/src/**/*.test.ts',
      'infra/**/*.test.ts',
      'bench/**/*.test.ts',
      'examples/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.long.test.ts'],
    globalSetup: ['infra/testing/services.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
