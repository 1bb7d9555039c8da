export { SourceDefinition } from './definition.ts';
export { loadSources } from './load.ts';
export { parseSource } from './parse.ts';
