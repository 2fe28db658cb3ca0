import type { Receipt } from '../running/answer.ts';

/** A receipt as a few plain lines, for under a table. */
export function printReceipt(receipt: Receipt): string {
  return receiptLines(receipt)
    .map(([label, text]) => `${label.padEnd(11)} ${text}`)
    .join('\n');
}

/** A receipt as labels and texts. */
export function receiptLines(receipt: Receipt): [label: string, text: string][] {
  const excluded = receipt.excluded.map((exclusion) => `${exclusion.rows} ${exclusion.reason}`);
  const links = receipt.linkCoverage.map(
    (joint) => `${joint.joint} ${joint.linked} of ${joint.total}${joint.percent === null ? '' : ` (${joint.percent} %)`}`,
  );
  return [
    ['What it is', receipt.definition],
    ['Dated by', `${receipt.dateBasis}; zone ${receipt.timeZone}; as of ${receipt.asOf}`],
    ['Counted', `${receipt.rowsCounted} rows${receipt.currency.length === 0 ? '' : ` in ${receipt.currency.join(', ')}`}`],
    ['Left out', excluded.length === 0 ? 'nothing' : excluded.join('; ')],
    ...(links.length === 0 ? [] : [['Linked', links.join('; ')] satisfies [string, string]]),
  ];
}
