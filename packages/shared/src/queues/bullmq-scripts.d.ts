/** BullMQ's Lua scripts by name, which it gives no types. */
declare module 'bullmq/dist/cjs/scripts/index.js' {
  const scripts: Readonly<
    Record<string, { readonly name: string; readonly content: string; readonly keys: number }>
  >;
  export default scripts;
}
