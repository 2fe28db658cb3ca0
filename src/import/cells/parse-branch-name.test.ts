import { expect, it } from 'vitest';
import { parseBranchName } from './parse-branch-name.ts';

it('takes apart `CALGARY 🇨🇦 - Corporate - Company (On Hold)`', () => {
  expect(parseBranchName('CALGARY 🇨🇦 - Corporate - Company (On Hold)')).toEqual({
    name: 'CALGARY - Corporate - Company',
    city: 'Calgary',
    state: null,
    company: 'Company',
    currency: 'CAD',
    flags: ['CA'],
    remarks: ['On Hold', 'Corporate'],
    isActive: false,
    isTestLocation: false,
  });
});

it('gives the city of `CITY - Company` in title case', () => {
  expect(parseBranchName('NORTH VANCOUVER - Company')).toMatchObject({
    city: 'North Vancouver',
    company: 'Company',
    currency: null,
    isActive: true,
  });
  expect(parseBranchName("ST. JOHN'S - Company")?.city).toBe("St. John's");
  expect(parseBranchName('MONTRÉAL 🇨🇦 - Company')?.city).toBe('Montréal');
  expect(parseBranchName('AUSTIN, TX 🇺🇸 - Company')).toMatchObject({ city: 'Austin', state: 'TX', currency: 'USD' });
});

it('reads a flag that lost its colours: two letters between spaces', () => {
  expect(parseBranchName('AUSTIN US - Company')).toMatchObject({ name: 'AUSTIN - Company', currency: 'USD' });
  expect(parseBranchName('CALGARY CA - Company')).toMatchObject({ city: 'Calgary', currency: 'CAD' });
});

it('counts both flags as CAD and shows both', () => {
  expect(parseBranchName('BORDER 🇺🇸🇨🇦 - Company')).toMatchObject({ currency: 'CAD', flags: ['US', 'CA'] });
});

it('reads the remarks "No New Bookings Until Further Notice", "No Longer Active", "Cold Call Lead" and "Lead Saver"', () => {
  expect(parseBranchName('OTTAWA - Company (No New Bookings Until Further Notice)')).toMatchObject({
    isActive: false,
    name: 'OTTAWA - Company',
  });
  expect(parseBranchName('REGINA - Company ... No Longer Active')).toMatchObject({
    isActive: false,
    name: 'REGINA - Company',
    remarks: ['No Longer Active'],
  });
  expect(parseBranchName('REGINA - Company Cold Call Lead')).toMatchObject({ isActive: true, remarks: ['Cold Call Lead'] });
  expect(parseBranchName('Lead Saver')).toMatchObject({ name: 'Lead Saver', remarks: ['Lead Saver'] });
});

it('knows a test location', () => {
  expect(parseBranchName('CALGARY - Company ... Test Location')).toMatchObject({ isTestLocation: true, name: 'CALGARY - Company' });
});

it('claims no city when the name has no dash', () => {
  expect(parseBranchName('Northside')).toMatchObject({ name: 'Northside', city: null, company: null });
  expect(parseBranchName('WINSTON-SALEM - Company')?.city).toBe('Winston-Salem');
  expect(parseBranchName(' ')).toBeNull();
});
