export { type ArchiveOptions, type KeptArchive, openArchive } from './archive/index.ts';
export * from './errors.ts';
