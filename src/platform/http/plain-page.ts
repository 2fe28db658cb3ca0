import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const STYLE = `
:root { color-scheme: light dark; --ink: #17202b; --muted: #566373; --paper: #f5f7f9; --card: #fff; --line: #dde3e9; --accent: #0b6e6e; --on-accent: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e7ecf1; --muted: #9aa7b5; --paper: #10161d; --card: #18202a; --line: #2a3541; --accent: #3fb8b0; --on-accent: #06211f } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 14px/1.45 "Inter Variable", system-ui, sans-serif }
main { box-sizing: border-box; width: min(26rem, calc(100vw - 2rem)); padding: 28px; background: var(--card); border: 1px solid var(--line); border-radius: 8px }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600 }
p { margin: 0 0 16px; color: var(--muted) }
p:last-child { margin-bottom: 0 }
code { color: var(--ink); font-size: 13px }
a { color: var(--accent) }
button { font: inherit; font-weight: 600; padding: 9px 16px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); cursor: pointer }
button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that needs neither the web app nor a script. `body` is HTML: escape what came from outside. */
export interface PlainPage {
  status?: number;
  title: string;
  body: string;
  /** Loads itself again after so many seconds. */
  refreshSeconds?: number;
}

/** Sends a plain page with a content policy of its own: no script, its one style by hash. */
export function sendPlainPage(reply: FastifyReply, page: PlainPage): FastifyReply {
  const refresh = page.refreshSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${page.refreshSeconds}">`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">${refresh}`;
  const title = escapeHtml(page.title);
  return reply
    .code(page.status ?? 200)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><head>${head}<title>${title} · Throughline</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${page.body}</main></body></html>`,
    );
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text made safe for HTML, also inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
