/** Bytes that a name may have on the file systems we know. */
const LONGEST_NAME = 255;

/**
 * The last part of a path as a browser tells it, as the name of a file in a folder of ours: never
 * a way out of it, never without letters, its ending kept. `taken` are names it must differ from.
 */
export function fileName(told: string, taken: readonly string[] = []): string {
  const last = told.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  const name = shorten(/^\.*$/.test(clean) ? 'file' : clean);
  for (let count = 2; ; count += 1) {
    const free = count === 2 ? name : numbered(name, count - 1);
    if (!taken.includes(free)) return free;
  }
}

function numbered(name: string, count: number): string {
  const { stem, ending } = parts(name);
  return `${stem} (${count})${ending}`;
}

/** With room for a number. */
function shorten(name: string): string {
  const room = LONGEST_NAME - 6;
  if (Buffer.byteLength(name) <= room) return name;
  const { stem, ending } = parts(name);
  let short = stem;
  while (Buffer.byteLength(short + ending) > room) short = [...short].slice(0, -1).join('');
  return short + ending;
}

function parts(name: string): { stem: string; ending: string } {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}
