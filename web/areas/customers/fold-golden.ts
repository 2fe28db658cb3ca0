import type { GoldenValueShape } from '../../../contract/golden.ts';

/** What one reads as one thing: a name with its parts, an address. */
export interface GoldenLine {
  title: string;
  value: string;
  /** The value that tells why, and where it is from. */
  golden: GoldenValueShape;
}

/** Golden values with parts that were chosen together told once; a part set by hand keeps its own line. */
export function foldGolden(golden: readonly GoldenValueShape[]): GoldenLine[] {
  const lines: GoldenLine[] = [];
  for (const one of golden) {
    if (one.value === null) continue;
    const whole = lines.find((line) => groupOf(line.golden) === groupOf(one) && line.golden.why === one.why);
    if (whole === undefined) lines.push({ title: titleOf(one), value: one.value, golden: one });
    else if (!whole.value.includes(one.value)) whole.value = `${whole.value}, ${one.value}`;
  }
  const isAlone = (line: GoldenLine): boolean => lines.filter((other) => groupOf(other.golden) === groupOf(line.golden)).length === 1;
  return lines.map((line) => (isAlone(line) ? { ...line, title: GROUPS[groupOf(line.golden)] ?? line.title } : line));
}

/** A place as one writes it: "Austin, TX 78701"; null where nothing is known of it. */
export function placeOf(golden: readonly GoldenValueShape[], end: 'origin' | 'destination'): string | null {
  const part = (name: string): string | null => golden.find(({ field }) => field === `${end}_${name}`)?.value ?? null;
  const region = [part('state'), part('zip')].filter((text) => text !== null).join(' ');
  const place = [part('city'), region].filter((text) => text !== null && text !== '').join(', ');
  return place === '' ? part('address') : place;
}

const GROUPS: Record<string, string> = { name: 'Name', origin: 'Moves from', destination: 'Moves to' };

/** What a group is called where none of its fields has a value: "Moves to", "Gender". */
export function titleOfGroup(group: string, fields: readonly GoldenValueShape[]): string {
  const [first] = fields;
  return GROUPS[group] ?? (first === undefined ? group : titleOf(first));
}

/** What a field is told and changed with: the name with its parts, an address whole. */
export function groupOf({ field }: GoldenValueShape): string {
  if (field === 'first_name' || field === 'last_name') return 'name';
  return field.replace(/_(?:address|city|state|zip)$/, '');
}

function titleOf({ title }: GoldenValueShape): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
