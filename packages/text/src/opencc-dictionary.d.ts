/** OpenCC's table of characters as one string: `traditional simplified[ alternative …]`, entries parted by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  export default table
}
