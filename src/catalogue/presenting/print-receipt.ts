import type { Receipt } from '../running/answer.ts';

/** A receipt as a few plain lines, for under a table. */
export function printReceipt(receipt: Receipt): string {
  const excluded = receipt.excluded.map((exclusion) => `${exclusion.rows} ${exclusion.reason}`);
  const links = receipt.linkCoverage.map(
    (joint) => `${joint.joint} ${joint.linked} of ${joint.total}${joint.percent === null ? '' : ` (${joint.percent} %)`}`,
  );
  const lines = [
    ['What it is', receipt.definition],
    ['Dated by', `${receipt.dateBasis}; zone ${receipt.timeZone}; as of ${receipt.asOf}`],
    ['Counted', `${receipt.rowsCounted} rows${receipt.currency.length === 0 ? '' : ` in ${receipt.currency.join(', ')}`}`],
    ['Left out', excluded.length === 0 ? 'nothing' : excluded.join('; ')],
    ...(links.length === 0 ? [] : [['Linked', links.join('; ')]]),
  ];
  return lines.map(([label, text]) => `${(label ?? '').padEnd(11)} ${text}`).join('\n');
}
