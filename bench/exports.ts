import { writeReferenceExports } from './generate-reference.ts';

/** `npm run bench exports -- DIR [SCALE]`: writes the reference exports and prints how many rows each file holds. */
const [dir, scale = '1'] = process.argv.slice(2);
if (dir === undefined) throw new Error('expected a folder to write to and, if wanted, a scale such as 0.1');
const began = performance.now();
const files = await writeReferenceExports(dir, { scale: Number(scale) });
for (const { name, rows } of files) process.stdout.write(`${String(rows).padStart(9)}  ${name}\n`);
process.stdout.write(
  `${((performance.now() - began) / 1000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1_048_576)} MiB resident\n`,
);
