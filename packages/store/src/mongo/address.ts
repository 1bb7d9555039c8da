/** True for `mongodb://…` and `mongodb+srv://…`. */
export const isMongoUrl = (location: string): boolean => /^mongodb(\+srv)?:\/\//.test(location);
