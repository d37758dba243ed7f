import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UiGallery } from './gallery.tsx';
import { renderPage } from './page.tsx';

const here = (path: string) => new URL(path, import.meta.url);

/** A sheet with what it imports, before any minifying. */
function sheetOf(name: string): string {
  const entry = readFileSync(here(`./styles/${name}.css`), 'utf8');
  return entry.replace(/@import '([^']+)'[^;]*;/g, (_, path: string) =>
    readFileSync(here(`./styles/${path}`), 'utf8'),
  );
}

describe.each(['public', 'pro'])('the %s sheet', (name) => {
  const css = sheetOf(name);

  it('weighs at most 9 kB on the wire, before the build makes it smaller still', () => {
    const spaceless = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ');
    expect(gzipSync(spaceless).length).toBeLessThanOrEqual(9_000);
  });

  it('asks for nothing from elsewhere, not even an image', () => {
    expect(css).not.toMatch(/url\(|https?:|@font-face/);
  });

  it('uses only declared tokens', () => {
    const declared = new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map((match) => match[1]));
    const used = [...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]);
    expect(used.filter((token) => !declared.has(token))).toEqual([]);
  });
});

describe('classes', () => {
  it('are each shown in the gallery or explained to page authors', () => {
    const css = `${sheetOf('public')}${sheetOf('pro')}`.replace(/\/\*[\s\S]*?\*\//g, '');
    const known =
      renderPage(<UiGallery stylesheets={[]} self="/ui" />) +
      readFileSync(here('./README.md'), 'utf8');
    const classes = new Set(
      [...css.matchAll(/\.([a-z][a-z0-9]*(?:(?:-|--|__)[a-z0-9]+)*)(?=[\s,.:{)>+[])/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(classes.size).toBeGreaterThan(100);
    expect(
      [...classes].filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(known)),
    ).toEqual([]);
  });
});
