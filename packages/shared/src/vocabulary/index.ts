export * from './article.ts';
export * from './observation.ts';
export * from './page.ts';
export * from './report.ts';
export * from './run.ts';
export * from './source.ts';
export * from './span.ts';
export * from './time.ts';
