/** Words of the interface by their names: Chinese, English. */
export type WordList = Readonly<Record<string, readonly [string, string]>>;
