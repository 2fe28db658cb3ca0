import { expect, test } from 'vitest';
import { progressLine } from './show-progress.ts';

const progress = { file: 'lead-status.csv', fileNumber: 2, fileCount: 13, rows: 80_000, expectedRows: 276_800 };

test('progress names file, rows, rate and what is left', () => {
  // 80,000 rows in 8 s are 10,000 a second; 196,800 are left: 20 s.
  expect(progressLine(progress, 8)).toBe('2/13 lead-status.csv: 80,000 of about 277,000 rows, 10,000 rows/s, about 20 s left');
});

test('a file whose size says nothing about its rows gets no forecast', () => {
  expect(progressLine({ ...progress, expectedRows: null }, 8)).toBe('2/13 lead-status.csv: 80,000 rows, 10,000 rows/s');
});
