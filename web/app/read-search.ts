/** One text of the address's query, left out when it is missing or empty. */
export function readText<Name extends string>(search: Record<string, unknown>, name: Name): { [key in Name]?: string } {
  const value = search[name];
  const read: { [key in Name]?: string } = {};
  // The router reads ?search=5551234 as a number.
  if (typeof value === 'number') read[name] = String(value);
  if (typeof value === 'string' && value !== '') read[name] = value;
  return read;
}
