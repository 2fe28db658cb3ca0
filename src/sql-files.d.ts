/** Every `.sql` file is imported as its text; the loader is set in scripts/build.mjs and vitest.config.ts. */
declare module '*.sql' {
  const text: string;
  export default text;
}
