/**
 * Who may depend on whom: ARCHITECTURE.md as rules. `npm run structure` checks them, type-only and dynamic imports included.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const inside = (name) => `^packages/${name}/src/`;
const source = { pathNot: '(\\.test\\.ts$|/testing/)' };

const only = (name, allowed, comment) => ({
  name: `${name}-knows-only-its-own`,
  comment,
  severity: 'error',
  from: { path: inside(name), ...source },
  to: { path: '^packages/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that import each other cannot be read or tested apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    only('shared', [], 'shared depends on no other package'),
    only('services', [], 'services knows nothing of ours: it starts servers'),
    only('parser', ['shared'], 'the parser is pure'),
    only('crawler', ['shared'], 'the crawler knows no store: archive and pages are ports in shared'),
    only('store', ['shared'], 'the store knows neither crawler nor parser'),
    only('runtime', ['services', 'shared', 'crawler', 'parser', 'store'], 'the runtime knows no face'),
    only('console', ['shared', 'store', 'runtime', 'parser'], 'the console is a face over the runtime'),
    {
      name: 'parser-is-pure',
      comment: 'No network, database, clock or environment; files only where data is loaded.',
      severity: 'error',
      from: { path: inside('parser'), ...source },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(net|http|https|http2|child_process|dgram|tls|dns|worker_threads)$',
      },
    },
    {
      name: 'workers-are-assembled-in-one-place',
      comment: 'Nothing imports a worker but the place that assembles the application.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '(^packages/runtime/src/|/worker/|\\.test\\.ts$|/testing/)' },
      to: { path: '^packages/[a-z]+/src/worker/' },
    },
    {
      name: 'tests-stay-outside',
      comment: 'Code that is shipped imports no test and no test helper.',
      severity: 'error',
      from: { path: '^packages/', ...source },
      to: { path: '(\\.test\\.ts$|/testing/)' },
    },
    {
      name: 'no-unlisted-package',
      comment: 'Every package that is imported stands in the package.json beside it.',
      severity: 'error',
      from: { path: '^packages/', ...source },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fixtures)/' },
    includeOnly: undefined,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
