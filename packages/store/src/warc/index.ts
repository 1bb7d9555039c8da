export { importWarc, type WarcImport } from './read.ts';
export { importWarcs, type WarcReport } from './read-set.ts';
export { exportWarc, type WarcExport } from './write.ts';
