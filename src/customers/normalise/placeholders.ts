/** Names that name nobody; compared with the normalised key. */
export const placeholderNames: ReadonlySet<string> = new Set([
  'unknown',
  'n a',
  'na',
  'none',
  'null',
  'nil',
  'no name',
  'noname',
  'name',
  'not provided',
  'not given',
  'anonymous',
  'customer',
  'client',
  'lead',
  'tbd',
  'tba',
  'x',
  'xx',
  'xxx',
  'first last',
  'first name',
  'unknown unknown',
  'no name given',
  'none none',
  'new lead',
  'new customer',
  'caller',
  'web lead',
]);

/** Mailboxes that stand for nobody, or for whoever is in the office. */
const MAILBOXES: ReadonlySet<string> = new Set([
  'noreply',
  'donotreply',
  'dontreply',
  'none',
  'na',
  'nil',
  'null',
  'no',
  'test',
  'testing',
  'tester',
  'noemail',
  'nomail',
  'noname',
  'notprovided',
  'notgiven',
  'unknown',
  'nobody',
  'anonymous',
  'fake',
  'dummy',
  'example',
  'customer',
  'client',
  'email',
  'mail',
  'tbd',
  'tba',
  'x',
  'xx',
  'xxx',
  'asdf',
  'abc',
  'info',
  'admin',
  'administrator',
  'office',
  'sales',
  'support',
  'billing',
  'accounts',
  'reception',
  'bookings',
  'customerservice',
  'webmaster',
  'postmaster',
]);

/** Domains that nobody receives mail at. */
const DOMAINS = /^(?:test\.com|none\.com|noemail\.com|nomail\.com|noreply\.com|na\.com|email\.email)$/;

/** Numbers typed to get past a form, without the country code. */
const NUMBERS: ReadonlySet<string> = new Set([
  '1234567890',
  '0123456789',
  '9876543210',
  '0987654321',
  '1231231234',
  '1112223333',
  '1231234567',
]);

/** Whether a normalised e-mail says nothing about who somebody is: noreply@, none@, info@ and the like. */
export function isPlaceholderEmail(email: string): boolean {
  const at = email.indexOf('@');
  return MAILBOXES.has(email.slice(0, at).replace(/[-_.+]/g, '')) || DOMAINS.test(email.slice(at + 1));
}

/** Whether an E.164 phone is a filler: 0000000000, 1234567890, one digit repeated. */
export function isPlaceholderPhone(phone: string): boolean {
  const national = phone.startsWith('+1') ? phone.slice(2) : phone.slice(1);
  return /^(\d)\1+$/.test(national) || /^\+?(\d)\1+$/.test(phone) || NUMBERS.has(national);
}
