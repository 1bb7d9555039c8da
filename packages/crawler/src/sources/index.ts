export { SourceDefinition } from './definition.ts';
export { loadSources } from './load.ts';
export { parseSource } from './parse.ts';
export { definitionOf, differingFields, writeSource } from './write.ts';
