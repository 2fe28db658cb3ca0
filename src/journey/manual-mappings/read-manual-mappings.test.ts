import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NO_MAPPINGS, parseMappings, readManualMappings } from './read-manual-mappings.ts';

it('reads the three files from the first folder that has them; a missing file is empty', () => {
  const root = mkdtempSync(join(tmpdir(), 'throughline-mappings-'));
  try {
    const write = (folder: string, name: string, text: string): void => {
      mkdirSync(join(root, folder, 'data', 'manual_mappings'), { recursive: true });
      writeFileSync(join(root, folder, 'data', 'manual_mappings', name), text);
    };
    write('here', 'sales_persons.csv', 'spelling,sales_person\nAva S,Ava Sample\n');
    write('there', 'sales_persons.csv', 'spelling,sales_person\nAva S,Somebody Else\n');
    write('there', 'lead_sources.csv', 'spelling,lead_source,category\nGMB,Google,Online\n');
    expect(readManualMappings([join(root, 'here'), join(root, 'there')])).toEqual({
      salesPersons: [{ spelling: 'Ava S', target: 'Ava Sample' }],
      branches: [],
      leadSources: [{ spelling: 'GMB', target: 'Google', category: 'Online' }],
    });
    expect(readManualMappings([join(root, 'nowhere')])).toEqual(NO_MAPPINGS);
  } finally {
    rmSync(root, { recursive: true });
  }
});

it('takes headers in any case and order, quoted cells, a byte order mark; the last line about a spelling counts', () => {
  const text = '\uFEFFBranch,Spelling\n"Calgary - Movers","YYC, main"\n\n,YYZ\nToronto - Movers,YYC2\nOttawa  - Movers,YYC2\n';
  expect(parseMappings(text, 'branches.csv', 'branch')).toEqual([
    { spelling: 'YYC, main', target: 'Calgary - Movers' },
    { spelling: 'YYC2', target: 'Ottawa - Movers' },
  ]);
});

it('reads what Excel saves in Windows-1252, and refuses a file whose name nobody heeds', () => {
  const root = mkdtempSync(join(tmpdir(), 'throughline-mappings-'));
  try {
    const folder = join(root, 'data', 'manual_mappings');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'branches.csv'), Buffer.from('spelling;branch\nMONTR\u00c9AL - M;Head Office\n', 'latin1'));
    writeFileSync(join(folder, 'notes.txt'), 'ours');
    expect(readManualMappings([root]).branches).toEqual([{ spelling: 'MONTR\u00c9AL - M', target: 'Head Office' }]);
    writeFileSync(join(folder, 'branch.csv'), 'spelling,branch\n');
    expect(() => readManualMappings([root])).toThrow(expect.objectContaining({ code: 'manual_mapping_name', exit: 'usage' }));
  } finally {
    rmSync(root, { recursive: true });
  }
});

it('says which column is missing', () => {
  expect(() => parseMappings('from,to\na,b\n', 'branches.csv', 'branch')).toThrow(
    expect.objectContaining({ code: 'manual_mapping_columns', exit: 'usage' }),
  );
});
