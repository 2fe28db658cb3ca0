import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindNamedParameters, namedParameters } from './bind-named-parameters.ts';

const asText = (sql: string) => bindNamedParameters(sql, () => 'text');

describe('bindNamedParameters', () => {
  it('gives the same name the same number', () => {
    expect(bindNamedParameters('select :a, :b, :a', (name) => (name === 'a' ? 'date' : undefined))).toEqual({
      text: 'select $1::date, $2, $1::date',
      names: ['a', 'b'],
    });
  });

  it('leaves casts alone', () => expect(asText('select now()::date, :day::date').text).toBe('select now()::date, $1::text::date'));

  it('reads a range between two parameters', () =>
    expect(namedParameters('select :end-:start, :a/:b')).toEqual(['end', 'start', 'a', 'b']));

  it.each([
    ["'it''s :no'"],
    ["E'\\':no'"],
    ['"a "":no"'],
    ['$$ :no $$'],
    ['$tag$ :no $$ :no $tag$'],
    ['-- :no'],
    ['/* :no /* :no */ :no */'],
    ['/* never closed :no'],
  ])('sees no parameter in %s', (quoted) => {
    expect(namedParameters(quoted)).toEqual([]);
    if (!quoted.includes('never')) expect(namedParameters(`select ${quoted}\n, :yes`)).toEqual(['yes']);
  });

  it('changes nothing in a text without colons', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes(':')),
        (text) => asText(text).text === text,
      ),
    );
  });

  it('never loses or invents a character outside parameters', () => {
    const piece = fc.constantFrom("'", '"', '$', '$$', '--', '/*', '*/', '\n', ':', '::', 'a', ' ', "E'", '\\', '1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const sql = pieces.join('');
        const names = namedParameters(sql);
        const back = bindNamedParameters(sql, () => undefined).text.replace(/\$\d+/g, '');
        expect(back.length).toBeLessThanOrEqual(sql.length);
        if (names.length === 0) expect(bindNamedParameters(sql, () => undefined).text).toBe(sql);
      }),
    );
  });
});
