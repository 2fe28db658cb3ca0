import { Fault } from '../../platform/fault.ts';

/** Adds one `--param name=value` to those before; only the first `=` divides. */
export function addParameter(text: string, before: Record<string, string>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1)
    throw new Fault('parameter_flag', `--param takes name=value, e.g. --param date_from=2025-01-01; "${text}" came.`, { exit: 'usage' });
  const name = text.slice(0, at).trim();
  if (name in before)
    throw new Fault('parameter_flag', `--param ${name} was given twice. Give it once; a list is one value with commas.`, { exit: 'usage' });
  return { ...before, [name]: text.slice(at + 1) };
}
