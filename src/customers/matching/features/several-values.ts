/** The e-mails of a cell: "Nora <nora@quill.org>; n.q@work.org" holds two. */
export function emailsIn(cell: string): readonly string[] {
  const first = cell.indexOf('@');
  if (first < 0 || (cell.indexOf('@', first + 1) < 0 && !cell.includes('<'))) return [cell];
  return cell.split(/[;,<>|\s]+/).filter((part) => part.includes('@'));
}

const SHORTEST_PHONE = 7;

/** The telephone numbers of a cell: "312 555 0171 / 512 555 0133" holds two, "312/555-0171" one. */
export function phonesIn(cell: string): readonly string[] {
  if (cell.length < 2 * SHORTEST_PHONE + 1 || !/[;,/|\n&]/.test(cell)) return [cell];
  const parts = cell.split(/[;,/|\n&]/).filter((part) => part.replace(/\D/g, '').length >= SHORTEST_PHONE);
  return parts.length < 2 ? [cell] : parts;
}
