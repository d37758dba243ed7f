import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Addresses of the built files of the browser, by the name of their source. */
export interface Assets {
  /** Folder whose content is served under `/assets/`; null when nothing was built (route tests). */
  readonly folder: string | null;
  stylesheet(surface: 'public' | 'pro'): string;
  /** `territories/commune-search` → the address of that island's script. */
  island(name: string): string;
}

const manifestSchema = z.record(z.string(), z.object({ file: z.string() }));

/** Reads what Vite built into `folder`. Throws when the build is not there: the program starts by building. */
export function loadAssets(folder: string): Assets {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')),
  );
  const addressOf = (source: string): string => {
    const entry = manifest[source];
    if (!entry) throw new Error(`the build holds no ${source}`);
    return `/assets/${entry.file.replace(/^assets\//, '')}`;
  };
  return {
    folder: join(folder, 'assets'),
    stylesheet: (surface) => addressOf(`src/ui/styles/${surface}.css`),
    island: (name) => {
      const [module, file] = name.split('/');
      return addressOf(
        [`ts`, `tsx`]
          .map((ending) => `src/modules/${module}/web/islands/${file}.${ending}`)
          .find((source) => manifest[source]) ?? name,
      );
    },
  };
}

/** For tests that look at pages, not at files. */
export const unbuiltAssets: Assets = {
  folder: null,
  stylesheet: (surface) => `/assets/${surface}.css`,
  island: (name) => `/assets/${name}.js`,
};
