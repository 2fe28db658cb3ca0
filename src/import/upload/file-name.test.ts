import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('a name is kept as it is, of a path its last part', () => {
  expect(fileName('2024.xlsx - jobs')).toBe('2024.xlsx - jobs');
  expect(fileName('exports/2024/Montréal jobs.csv')).toBe('Montréal jobs.csv');
  expect(fileName('C:\\exports\\jobs.csv')).toBe('jobs.csv');
});

test('what leads out of the folder, or is no name, becomes one', () => {
  expect(fileName('../../etc/passwd')).toBe('passwd');
  expect(fileName('..')).toBe('file');
  expect(fileName('a/..\\..')).toBe('file');
  expect(fileName('jo\u0000bs\n.csv')).toBe('jobs.csv');
});

test('a second file of the same name is numbered before its ending', () => {
  expect(fileName('b/jobs.csv', ['jobs.csv'])).toBe('jobs (2).csv');
  expect(fileName('jobs.csv', ['jobs.csv', 'jobs (2).csv'])).toBe('jobs (3).csv');
});

test('whatever a browser tells, the name is one part of a path, at most 255 bytes, and free', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.array(fc.string()), (told, others) => {
      const taken = [...others, fileName(told)];
      const name = fileName(told, taken);
      for (const part of ['/', '\\', '\u0000']) expect(name).not.toContain(part);
      expect(['', '.', '..']).not.toContain(name);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(taken).not.toContain(name);
    }),
  );
});
