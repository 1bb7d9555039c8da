#!/usr/bin/env node
/**
 * `npm run pack`: builds, and packs the one package `zhibiao` that people install: the workspace packages are bundled in it,
 * what comes from others is an ordinary dependency. Prints the path of the tarball. An argument names the folder it goes to.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './setup.mjs';

/**
 * @param {string} folder where the tarball goes
 * @returns {string} its path
 * @throws Error when two packages want different versions of one dependency, or npm fails
 */
export function pack(folder) {
  const staging = mkdtempSync(join(tmpdir(), 'zhibiao-pack-'));
  try {
    const manifests = readdirSync(join(root, 'packages')).map((name) => stage(name, staging));
    // npm leaves out of a bundled package what its own manifest does not name.
    cpSync(join(root, 'seeds/demo'), join(staging, 'node_modules/@zhibiao/cli/seeds/demo'), {
      recursive: true,
    });
    for (const name of ['README.md', 'README.zh-CN.md', 'LICENSE', 'CHANGELOG.md'])
      cpSync(join(root, name), join(staging, name));
    mkdirSync(join(staging, 'bin'));
    writeFileSync(join(staging, 'bin/zhibiao.js'), "#!/usr/bin/env node\nimport '@zhibiao/cli';\n", {
      mode: 0o755,
    });
    writeFileSync(join(staging, 'package.json'), `${JSON.stringify(manifestOf(manifests), null, 2)}\n`);
    mkdirSync(folder, { recursive: true });
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
    const done = spawnSync('npm', args, {
      cwd: staging,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) throw new Error(`npm pack failed: ${done.stderr}`);
    return join(folder, JSON.parse(done.stdout)[0].filename);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function stage(name, staging) {
  const from = join(root, 'packages', name);
  const { devDependencies, scripts, ...manifest } = JSON.parse(
    readFileSync(join(from, 'package.json'), 'utf8'),
  );
  const to = join(staging, 'node_modules', manifest.name);
  mkdirSync(to, { recursive: true });
  const parts = [...manifest.files.filter((part) => !part.startsWith('!')), 'README.md'];
  for (const part of parts.filter((entry) => existsSync(join(from, entry))))
    cpSync(join(from, part), join(to, part), {
      recursive: true,
      filter: (path) => !/\.(map|d\.ts)$/.test(path),
    });
  writeFileSync(join(to, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function manifestOf(manifests) {
  const { version, license, description, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const own = manifests.map(({ name }) => name).sort();
  const dependencies = {};
  for (const manifest of manifests) {
    for (const [name, wanted] of Object.entries(manifest.dependencies ?? {})) {
      if ((dependencies[name] ?? wanted) !== wanted)
        throw new Error(`${manifest.name} wants ${name} ${wanted}, another package ${dependencies[name]}`);
      dependencies[name] = wanted;
    }
  }
  for (const { name } of manifests) dependencies[name] = version;
  return {
    name: 'zhibiao',
    version,
    description,
    license,
    type: 'module',
    engines,
    bin: { zhibiao: 'bin/zhibiao.js' },
    dependencies: Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1))),
    bundleDependencies: own,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${pack(resolve(process.argv[2] ?? '.'))}\n`);
