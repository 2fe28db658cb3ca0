/**
 * A header reduced to what must agree: `Quote #` and `QUOTE NUMBER ` are 'quotenumber',
 * `% Bad` is 'percentbad' and so never equals `Bad`.
 */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('%', 'percent')
    .replaceAll('#', 'number')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
