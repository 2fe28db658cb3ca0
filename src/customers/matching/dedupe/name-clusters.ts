/**
 * The name of each record's cluster: the smallest id in it, numbers by their value and before texts. No two clusters
 * bear one name: where ids are repeated or missing, a number follows, as in "7#2" or "#1".
 */
export function nameClusters(ids: readonly string[], clusters: Uint32Array): string[] {
  const smallest = new Map<number, string>();
  for (const [record, id] of ids.entries()) {
    const cluster = clusters[record] ?? record;
    const known = smallest.get(cluster);
    if (known === undefined || isSmaller(id, known)) smallest.set(cluster, id);
  }
  tellApart(smallest);
  return ids.map((id, record) => smallest.get(clusters[record] ?? record) ?? id);
}

function isSmaller(left: string, right: string): boolean {
  if (right.trim() === '') return left.trim() !== '';
  if (left.trim() === '') return false;
  const [a, b] = [Number(left), Number(right)];
  if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(b);
  return Number.isNaN(a) || a === b ? left < right : a < b;
}

function tellApart(names: Map<number, string>): void {
  const taken = new Set(names.values());
  if (taken.size === names.size && !taken.has('')) return;
  const borne = new Set<string>();
  for (const [cluster, name] of names) {
    let own = name;
    for (let number = name === '' ? 1 : 2; own === '' || borne.has(own) || (own !== name && taken.has(own)); number += 1)
      own = `${name}#${number}`;
    borne.add(own);
    names.set(cluster, own);
  }
}
