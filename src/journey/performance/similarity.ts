/**
 * How alike two texts are by Ratcliff and Obershelp: twice the letters in matching blocks
 * (the longest common block, then the longest on either side of it, and so on) over all
 * letters. 1 for equal texts, 0 for texts without a common letter.
 */
export function similarity(one: string, other: string): number {
  const total = one.length + other.length;
  return total === 0 ? 1 : (2 * matchingLetters(one, 0, one.length, other, 0, other.length)) / total;
}

function matchingLetters(one: string, oneStart: number, oneEnd: number, other: string, otherStart: number, otherEnd: number): number {
  let length = 0;
  let at = oneStart;
  let otherAt = otherStart;
  // Of equally long blocks the first in `one`, then the first in `other`.
  for (let left = oneStart; left < oneEnd - length; left += 1) {
    for (let right = otherStart; right < otherEnd - length; right += 1) {
      let run = 0;
      while (left + run < oneEnd && right + run < otherEnd && one.charCodeAt(left + run) === other.charCodeAt(right + run)) run += 1;
      if (run > length) {
        length = run;
        at = left;
        otherAt = right;
      }
    }
  }
  if (length === 0) return 0;
  return (
    length +
    matchingLetters(one, oneStart, at, other, otherStart, otherAt) +
    matchingLetters(one, at + length, oneEnd, other, otherAt + length, otherEnd)
  );
}
