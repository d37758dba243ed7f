// Run by itself, with TMPDIR set to where things must go: the package unpacks into the temporary directory only,
// where anyone could have laid another program beforehand.
import { createRequire } from 'node:module';
import path from 'node:path';

import { inflate } from '@sparticuz/chromium';

const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
const packed = path.resolve(path.dirname(entry), '..', 'bin');
for (const part of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
  await inflate(path.join(packed, part));
}
