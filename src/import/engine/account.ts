/** What became of the rows of one file: rows = created + updated + same + skipped + quarantined. */
export interface FileAccount {
  name: string;
  kind: string;
  rows: number;
  created: number;
  updated: number;
  same: number;
  skipped: number;
  quarantined: number;
  skippedBy: Record<string, number>;
  quarantinedBy: Record<string, number>;
}

export type AccountTotals = Omit<FileAccount, 'name' | 'kind'>;

/** An empty account. */
export function openAccount(name: string, kind: string): FileAccount {
  return { name, kind, rows: 0, created: 0, updated: 0, same: 0, skipped: 0, quarantined: 0, skippedBy: {}, quarantinedBy: {} };
}

/** Adds rows left out on purpose. */
export function countSkipped(account: FileAccount, reason: string, rows = 1): void {
  account.skipped += rows;
  account.skippedBy[reason] = (account.skippedBy[reason] ?? 0) + rows;
}

/** Adds rows put into quarantine. */
export function countQuarantined(account: FileAccount, code: string, rows = 1): void {
  account.quarantined += rows;
  account.quarantinedBy[code] = (account.quarantinedBy[code] ?? 0) + rows;
}

/** The sum over all files. */
export function totalOf(accounts: readonly FileAccount[]): AccountTotals {
  const total = openAccount('', '');
  for (const account of accounts) {
    total.rows += account.rows;
    total.created += account.created;
    total.updated += account.updated;
    total.same += account.same;
    for (const [reason, rows] of Object.entries(account.skippedBy)) countSkipped(total, reason, rows);
    for (const [code, rows] of Object.entries(account.quarantinedBy)) countQuarantined(total, code, rows);
  }
  const { name: _name, kind: _kind, ...totals } = total;
  return totals;
}
