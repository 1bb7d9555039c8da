/** The release; the user agent, the doctor and the console name it. Equal to the version of every package.json. */
export const zhibiaoVersion = '0.1.0';
