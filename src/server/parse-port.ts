import { Fault } from '../platform/fault.ts';

/** A port number from the command line. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Fault('port_shape', `"${text}" is no port: give a number from 1 to 65535, e.g. --port 4400, or 0 for any free one.`, {
    exit: 'usage',
  });
}
