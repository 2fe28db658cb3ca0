import { expect, it } from 'vitest';
import { parseText } from './parse-text.ts';

it('unwraps the Excel text guard `="00123"` and keeps its zeros', () => {
  expect(parseText('="00123"')).toBe('00123');
  expect(parseText('="say ""hi"""')).toBe('say "hi"');
});

it('removes the apostrophe that our exports put before = + - @, and no other', () => {
  expect(parseText("'=cmd|' /C calc'!A0")).toBe("=cmd|' /C calc'!A0");
  expect(parseText("'-9m")).toBe('-9m');
  expect(parseText("'t Hooft")).toBe("'t Hooft");
});

it('keeps a formula-injection cell as plain text', () => {
  expect(parseText('=HYPERLINK("http://example.com","x")')).toBe('=HYPERLINK("http://example.com","x")');
  expect(parseText('@SUM(1+1)')).toBe('@SUM(1+1)');
});

it('reads only white space as empty, because "none" and "-" are words of a free column', () => {
  expect(parseText(' \u00a0\t')).toBeNull();
  expect(parseText('')).toBeNull();
  expect(parseText('none')).toBe('none');
  expect(parseText('-')).toBe('-');
});

it('trims the lead status `Booked ` with its trailing space and keeps line breaks inside', () => {
  expect(parseText('Booked ')).toBe('Booked');
  expect(parseText('1 Elm St\nUnit 4')).toBe('1 Elm St\nUnit 4');
});
