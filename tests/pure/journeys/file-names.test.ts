import { describe, expect, it } from 'vitest';
import { attachment, safeFileName } from '../../../subgraphs/journeys/domain/file-names.ts';

describe('the name that a file is saved under', () => {
  it.each([
    ['出生证明.pdf', 'application/pdf', '出生证明.pdf'],
    ['SCAN.JPEG', 'image/jpeg', 'SCAN.JPEG'],
    ['../../etc/passwd', 'image/png', '_.._etc_passwd.png'],
    ['C:\\windows\\a.exe', 'application/pdf', 'C__windows_a.exe.pdf'],
    ['a\u202efdp.exe', 'application/pdf', 'a_fdp.exe.pdf'],
    ['a\0b\r\nContent-Type: text/html', 'application/pdf', 'a_b__Content-Type_ text_html.pdf'],
    ['\ud800x', 'application/pdf', '_x.pdf'],
    ['.htaccess', 'application/pdf', 'htaccess.pdf'],
    ['   ', 'application/pdf', 'file.pdf'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
    ['', 'text/unknown', 'file'],
    ['a. . .pdf', 'application/pdf', 'a.pdf'],
    [`${'长'.repeat(300)}.ofd`, 'application/ofd', `${'长'.repeat(80)}.ofd`],
  ])('of %j as %s is %j', (given, type, name) => {
    expect(safeFileName(given, type)).toBe(name);
  });
});

it.each([
  ['a b.pdf', `attachment; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`],
  [
    '陈"安"\\.pdf',
    `attachment; filename="______.pdf"; filename*=UTF-8''%E9%99%88%22%E5%AE%89%22%5C.pdf`.replace('______', '_____'),
  ],
  ["it's (1)*!.pdf", `attachment; filename="it's (1)*!.pdf"; filename*=UTF-8''it%27s%20%281%29%2A%21.pdf`],
])('%j is written so that every program reads one name', (name, written) => {
  expect(attachment(name)).toBe(written);
});
