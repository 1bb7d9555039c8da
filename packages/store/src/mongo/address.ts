/** True for `mongodb://…` and `mongodb+srv://…`. */
export const isMongoUrl = (location: string): boolean => /^mongodb(\+srv)?:\/\//.test(location);

/** @returns the database that an address names, or an empty string; user, password and any number of hosts may stand before it */
export const databaseOf = (url: string): string =>
  decodeURIComponent(/^mongodb(?:\+srv)?:\/\/[^/?]*\/([^?]*)/.exec(url)?.[1] ?? '');
