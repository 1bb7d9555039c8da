export function settingRows(): string[][];
