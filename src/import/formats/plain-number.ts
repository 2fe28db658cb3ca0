/**
 * A number as people write it: no exponent, and no binary noise (0.30000000000000004 is 0.3).
 * Takes the text a file holds; text that is no number comes back as it was.
 */
export function plainNumber(text: string): string {
  // Short plain decimals are exact already; whole numbers keep all their digits.
  if (/^-?\d+$/.test(text) || /^-?\d{1,9}\.\d{1,6}$/.test(text)) return text;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  return withoutExponent(value.toPrecision(15));
}

function withoutExponent(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const place = Math.max(1, point);
  const integer = padded
    .slice(0, place)
    .padEnd(place, '0')
    .replace(/^0+(?=\d)/, '');
  const decimals = padded.slice(place).replace(/0+$/, '');
  const plain = decimals === '' ? integer : `${integer}.${decimals}`;
  return plain === '0' ? '0' : sign + plain;
}

/** The number a hundred times as large, digit by digit, followed by a percent sign: 0.9514 is 95.14%. */
export function asPercentText(number: string): string {
  const negative = number.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? number.slice(1) : number).split('.');
  const decimals = fraction.padEnd(2, '0');
  const integer = (whole + decimals.slice(0, 2)).replace(/^0+(?=\d)/, '');
  const rest = decimals.slice(2);
  return `${negative ? '-' : ''}${integer}${rest === '' ? '' : `.${rest}`}%`;
}
