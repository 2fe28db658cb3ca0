import type { CalibrationStep } from './pair-figures.ts';

/** A picture (SVG) of stated probability against the share that is right: on the diagonal, a probability means what it says. */
export function drawCalibration(sets: readonly { name: string; steps: readonly CalibrationStep[] }[]): string {
  const curves = sets.map(({ name, steps }, nth) => {
    const colour = COLOURS[nth % COLOURS.length] ?? 'black';
    const points = steps
      .filter(({ pairs }) => pairs >= 20)
      .map(({ stated, right, pairs }) => ({ x: place(stated), y: SIZE + EDGE - right * SIZE, pairs }));
    const line = `<polyline fill="none" stroke="${colour}" points="${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}"/>`;
    const dots = points.map(
      ({ x, y, pairs }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius(pairs)}" fill="${colour}"/>`,
    );
    const label = `<text x="${EDGE + 10}" y="${EDGE + 18 + nth * 16}" fill="${colour}">${name}</text>`;
    return [line, ...dots, label].join('\n');
  });
  const whole = SIZE + 2 * EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" font-family="sans-serif" font-size="12">`,
    '<title>Stated probability against the share that is right</title>',
    `<rect width="${whole}" height="${whole}" fill="white"/>`,
    `<rect x="${EDGE}" y="${EDGE}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#999"/>`,
    `<line x1="${EDGE}" y1="${EDGE + SIZE}" x2="${EDGE + SIZE}" y2="${EDGE}" stroke="#ccc"/>`,
    `<text x="${whole / 2 - 60}" y="${whole - 8}">stated probability</text>`,
    `<text x="12" y="${whole / 2 + 40}" transform="rotate(-90 12 ${whole / 2 + 40})">share that is right</text>`,
    ...curves,
    '</svg>\n',
  ].join('\n');
}

const SIZE = 400;
const EDGE = 40;
const COLOURS = ['#1f6feb', '#d1242f', '#1a7f37', '#9a6700', '#8250df', '#bf3989', '#0a7b83', '#57606a'];

function place(stated: number): number {
  return EDGE + stated * SIZE;
}

/** Larger dots for more pairs: 2 for twenty, 7 for a million. */
function radius(pairs: number): string {
  return (1 + Math.log10(pairs)).toFixed(1);
}
