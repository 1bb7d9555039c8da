/** OpenCC's table of traditional characters: `億 亿|個 个 箇`, the usual simplified form first. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
