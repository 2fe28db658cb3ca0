import { isOneSlipAway } from './one-slip.ts';

/** What an e-mail says besides being one address: evidence for comparing, never an identity of its own. */
export interface EmailParts {
  /** Before and after the @, as normalised. */
  local: string;
  domain: string;
  /** The mailbox mail ends in: without +tag and, where the provider ignores them, without dots. */
  mailbox: string;
  /** "moving" of nora+moving@…; null without one. */
  tag: string | null;
  /** The provider that was meant ("gmail.com" for gmial.com); null when the domain looks right. */
  meantDomain: string | null;
}

/** Takes a normalised e-mail apart (see `normaliseEmail`): "n.quill+moving@gmial.com" is mailbox nquill, meant for gmail.com. */
export function readEmailParts(email: string): EmailParts {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = email.slice(at + 1);
  const plus = local.indexOf('+');
  const stem = plus > 0 ? local.slice(0, plus) : local;
  const meantDomain = meantBy(domain);
  const mailbox = DOTLESS.has(meantDomain ?? domain) ? stem.replaceAll('.', '') : stem;
  return { local, domain, mailbox: mailbox === '' ? stem : mailbox, tag: plus > 0 ? local.slice(plus + 1) : null, meantDomain };
}

/** Domains repeat: each is looked at once, and a file of nothing but different ones cannot fill the memory. */
const seen = new Map<string, string | null>();

function meantBy(domain: string): string | null {
  const known = seen.get(domain);
  if (known !== undefined) return known;
  const meant =
    PROVIDERS.includes(domain) || REAL_NEIGHBOURS.has(domain)
      ? null
      : (PROVIDERS.find((provider) => isOneSlipAway(domain, provider)) ?? null);
  if (seen.size < 50_000) seen.set(domain, meant);
  return meant;
}

/** Providers for whom n.quill and nquill are one mailbox. */
const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

const PROVIDERS: readonly string[] =
  'gmail.com yahoo.com hotmail.com outlook.com icloud.com comcast.net verizon.net sbcglobal.net bellsouth.net rogers.com sympatico.ca googlemail.com protonmail.com rocketmail.com earthlink.net optonline.net hotmail.ca yahoo.ca outlook.ca'.split(
    ' ',
  );

/** Providers of their own, one slip from another. */
const REAL_NEIGHBOURS: ReadonlySet<string> = new Set(
  'mail.com ymail.com email.com gmail.co yahoo.co hotmail.co hotmail.cm gmx.com hotmail.it hotmail.de hotmail.fr hotmail.es yahoo.de yahoo.es yahoo.fr yahoo.in yahoo.it outlook.de outlook.es outlook.fr outlook.it outlook.in'
    .split(' ')
    .filter((domain) => !/^(?:gmail|yahoo|hotmail)\.c[om]$/.test(domain)),
);
