import { globSync } from 'node:fs';

import { defineConfig } from 'vite';

/**
 * The browser's files, under hashed names that `dist/browser/.vite/manifest.json` gives by source: one stylesheet per
 * surface, one entry per island. What several islands share (Preact) is a chunk of its own.
 */
const islands = globSync('src/modules/*/web/islands/*.{ts,tsx}')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.(test|d)\.tsx?$/.test(file));

const stylesheets = ['src/ui/styles/public.css', 'src/ui/styles/pro.css'];

/** Telephones of 2022 and later; older ones get the pages without script, which are complete. */
const TARGETS = ['chrome99', 'edge99', 'firefox97', 'safari15.4'];

export default defineConfig({
  publicDir: false,
  css: { transformer: 'lightningcss' },
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    // A file put inside another as data: would be refused by the pages' content policy.
    assetsInlineLimit: 0,
    target: TARGETS,
    cssTarget: TARGETS,
    cssMinify: 'lightningcss',
    rolldownOptions: { input: [...stylesheets, ...islands] },
  },
});
