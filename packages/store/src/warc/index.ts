export { importWarc, type WarcImport } from './read.ts';
export { exportWarc, type WarcExport } from './write.ts';
