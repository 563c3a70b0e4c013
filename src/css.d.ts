/** The text of a sheet, its imports within it, as the build gives it. */
declare module '*.css?inline' {
  const css: string
  export default css
}
