export interface XmlHandler {
  /** `attributes` is the text after the name; read it with `attributeOf`. A self-closing tag is opened and closed. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Character data, entities resolved; one run of text may arrive in several pieces. */
  text(text: string): void;
}

const LONGEST_TAG = 1 << 20;

/**
 * Reads XML as its text arrives, without namespaces' prefixes and without building a tree. Lenient:
 * whether the document is whole is for the handler to tell by what it was given.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #pending = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** False when a tag is so long that the text can be no XML. */
  feed(chunk: string): boolean {
    const text = this.#pending === '' ? chunk : this.#pending + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) {
        at = this.#flushText(text, at);
        break;
      }
      if (open > at) this.#text(text.slice(at, open));
      at = open;
      const end = this.#tag(text, open);
      if (end < 0) break;
      at = end;
    }
    this.#pending = text.slice(at);
    return this.#pending.length < LONGEST_TAG;
  }

  /** Hands on text of which no end is in sight, but for what may be half an entity. */
  #flushText(text: string, from: number): number {
    const ampersand = text.lastIndexOf('&');
    const end = ampersand >= from && text.length - ampersand < 12 ? ampersand : text.length;
    if (end > from) this.#text(text.slice(from, end));
    return end;
  }

  /** Returns the position after the tag, or -1 when its end has not arrived yet. */
  #tag(text: string, open: number): number {
    const first = text.charCodeAt(open + 1);
    if (first === 33 /* ! */) return this.#declaration(text, open);
    const close = text.indexOf('>', open + 1);
    if (close < 0) return -1;
    if (first === 47 /* / */) {
      this.#handler.close(localName(text, open + 2, close));
    } else if (first !== 63 /* ? */) {
      const isEmpty = text.charCodeAt(close - 1) === 47;
      const end = isEmpty ? close - 1 : close;
      const nameEnd = endOfName(text, open + 1, end);
      const name = localName(text, open + 1, nameEnd);
      this.#handler.open(name, nameEnd < end ? text.slice(nameEnd, end) : '');
      if (isEmpty) this.#handler.close(name);
    }
    return close + 1;
  }

  #declaration(text: string, open: number): number {
    if (text.length - open < 9) return -1;
    const isCdata = text.startsWith('<![CDATA[', open);
    const terminator = isCdata ? ']]>' : text.startsWith('<!--', open) ? '-->' : '>';
    const end = text.indexOf(terminator, open + 2);
    if (end < 0) return -1;
    if (isCdata) this.#handler.text(text.slice(open + 9, end));
    return end + terminator.length;
  }

  #text(text: string): void {
    this.#handler.text(text.includes('&') ? text.replace(ENTITY, resolveEntity) : text);
  }
}

/** Value of one attribute, undefined when the tag has none of that (local) name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let from = 0; ; ) {
    const at = attributes.indexOf(name, from);
    if (at < 0) return undefined;
    from = at + name.length;
    const before = attributes.charCodeAt(at - 1);
    // A blank or a prefix's colon must stand before it, and an equals sign behind.
    if (at > 0 && before !== 58 && before > 32) continue;
    const match = VALUE.exec(attributes.slice(from));
    if (match === null) continue;
    const value = match[1] ?? match[2] ?? '';
    return value.includes('&') ? value.replace(ENTITY, resolveEntity) : value;
  }
}

const VALUE = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntity(all: string, hex?: string, decimal?: string, named?: string): string {
  if (named !== undefined) return NAMED[named] ?? all;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0x10ffff ? all : String.fromCodePoint(code);
}

function endOfName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) > 32) at++;
  return at;
}

function localName(text: string, from: number, end: number): string {
  // One-letter names are the bulk of a sheet; V8 keeps one string for each.
  if (end - from === 1) return text.charAt(from);
  const name = text.slice(from, end);
  const colon = name.indexOf(':');
  return (colon < 0 ? name : name.slice(colon + 1)).trim();
}
