import { globSync } from 'node:fs';

import { defineConfig } from 'vite';

/**
 * The browser's files: one stylesheet per surface (`src/ui/styles/<surface>.css`, those named `_part.css` are
 * imported by others) and one entry per island (`islands/<name>.entry.tsx`), each under a hashed name that
 * `dist/assets/manifest.json` gives.
 */
const entries = [
  ...globSync('src/ui/styles/[!_]*.css'),
  ...globSync('src/{ui,app,modules}/**/islands/*.entry.{ts,tsx}'),
].map((entry) => entry.replaceAll('\\', '/'));

/** Telephones of about 2021 and later; older ones get the pages without script, which are complete. */
const TARGETS = ['chrome99', 'edge99', 'firefox97', 'safari15.4'];

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  css: { transformer: 'lightningcss' },
  build: {
    outDir: 'dist/assets',
    assetsDir: '',
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    // A file put inside another as data: would be refused by the pages' content policy.
    assetsInlineLimit: 0,
    target: TARGETS,
    cssTarget: TARGETS,
    cssMinify: 'lightningcss',
    rolldownOptions: { input: entries },
  },
});
