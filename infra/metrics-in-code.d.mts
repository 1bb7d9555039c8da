export function metricsInCode(): { name: string; about: string }[];
