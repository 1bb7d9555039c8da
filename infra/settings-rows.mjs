import { settings } from '@zhibiao/shared';

/**
 * The settings as cells of a Markdown table, from the one table in `packages/shared/src/config.ts`. Needs a build.
 * @returns {string[][]} variables, default, meaning
 */
export const settingRows = () =>
  Object.values(settings).map(({ variables, schema, about }) => {
    const fallback = schema.safeParse(undefined);
    const known = fallback.success && fallback.data !== undefined && String(fallback.data) !== '';
    return [variables.map((v) => `\`${v}\``).join(', '), known ? `\`${fallback.data}\`` : '', about];
  });
