import { expect, it } from 'vitest';
import { places } from './places.ts';
import { zoneOfBranch } from './zone-of-branch.ts';

it('EDMONTON is in Alberta although it holds "ON"', () => {
  expect(zoneOfBranch('EDMONTON 🇨🇦 - Prairie Peak Movers')).toBe('America/Edmonton');
});

it('a flag or a state says which of two towns is meant', () => {
  expect(zoneOfBranch('VANCOUVER 🇨🇦 - Movers')).toBe('America/Vancouver');
  expect(zoneOfBranch('VANCOUVER 🇺🇸 - Movers')).toBe('America/Los_Angeles');
  expect(zoneOfBranch('Portland, ME - Movers')).toBe('America/New_York');
  expect(zoneOfBranch('PORTLAND - Movers')).toBe('America/Los_Angeles');
});

it('a town whose clock differs from its state has its own', () => {
  expect(zoneOfBranch('EL PASO - Movers')).toBe('America/Denver');
  expect(zoneOfBranch('SASKATOON - Movers')).toBe('America/Regina');
  expect(zoneOfBranch('PHOENIX - Movers')).toBe('America/Phoenix');
});

it('accents and the short form of Saint do not matter', () => {
  expect(zoneOfBranch('MONTRÉAL - Movers')).toBe('America/Toronto');
  expect(zoneOfBranch("ST JOHN'S - Movers")).toBe('America/St_Johns');
  expect(zoneOfBranch('Saint John - Movers')).toBe('America/Moncton');
});

it('a state alone still tells the zone, an unknown town none', () => {
  expect(zoneOfBranch('Smallville, KS - Movers')).toBe('America/Chicago');
  expect(zoneOfBranch('Smallville - Movers')).toBeUndefined();
  expect(zoneOfBranch('')).toBeUndefined();
});

it('the list holds many towns, each once per state, with a zone that the platform knows', () => {
  expect(places.length).toBeGreaterThan(150);
  expect(new Set(places.map((place) => `${place.city}, ${place.state}`)).size).toBe(places.length);
  for (const zone of new Set(places.map((place) => place.timeZone))) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    expect(zone).not.toBe('UTC');
  }
});
