import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, readCsv } from './csv.ts';

const cellsOf = (text: string) => {
  const reading = readCsv(text);
  return reading.ok ? reading.lines.map(({ line, cells }) => [line, ...cells]) : reading.unclosedAt;
};

describe('what spreadsheets write', () => {
  test.each([
    [
      'a;b\n1;2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      '\uFEFFa;b\n1;2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'sep=,\na,b\n1,2',
      [
        [2, 'a', 'b'],
        [3, '1', '2'],
      ],
    ],
    [
      'a;b\r1;2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    // A comma inside a quoted header does not choose the separator.
    [
      '"a, ou b";c\n1;2',
      [
        [1, 'a, ou b', 'c'],
        [2, '1', '2'],
      ],
    ],
    [
      'a;b\n"un ""mot""; et";2',
      [
        [1, 'a', 'b'],
        [2, 'un "mot"; et', '2'],
      ],
    ],
    // A cell over two lines: the next one keeps its own number.
    [
      'a;b\n"1\n1";2\n3;4',
      [
        [1, 'a', 'b'],
        [2, '1\n1', '2'],
        [4, '3', '4'],
      ],
    ],
    [
      'a;b\n\n;;\n1;2',
      [
        [1, 'a', 'b'],
        [4, '1', '2'],
      ],
    ],
    [
      'a;b\n 1 ; écran 14" ',
      [
        [1, 'a', 'b'],
        [2, '1', 'écran 14"'],
      ],
    ],
    [
      'a;b\n1;',
      [
        [1, 'a', 'b'],
        [2, '1', ''],
      ],
    ],
    ['', []],
    ['\n \n', []],
  ])('%j', (text, expected) => {
    expect(cellsOf(text)).toEqual(expected);
  });

  test('a quote that nothing closes is said with its line', () => {
    expect(cellsOf('a;b\n1;2\n"3;4\n5;6')).toBe(3);
  });
});

test('what is written is read back, whatever it holds', () => {
  const cell = fc.string().map((text) => text.replaceAll(/[\r\n]+/g, '\n').trim());
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      const reading = readCsv(`debut;fin\nx;${cells.map(csvCell).join(';')}`);
      expect(reading.ok && reading.lines[1]?.cells).toEqual(['x', ...cells]);
    }),
  );
});
