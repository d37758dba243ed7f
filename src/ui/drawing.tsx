interface LogoProps {
  /** Read aloud in place of the drawing; without it the drawing is decoration. */
  readonly label?: string | undefined;
}

/** The cairn: four stones, the third in the warm colour, the top one in the cool one. */
export function Logo({ label }: LogoProps) {
  const spoken =
    label === undefined
      ? { 'aria-hidden': 'true' as const }
      : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class="logo" viewBox="0 0 48 48" focusable="false" {...spoken}>
      <path
        class="stone-a"
        d="M4 41.500C3 37 9 34.500 20 34.200c13-.4 24 1.800 24.300 6 .2 4-8 5.300-20 5.300-11.500 0-19.500-.6-20.300-4z"
      />
      <path
        class="stone-b"
        d="M9.500 29c-.3-3.800 5-6.200 14-6.200 9.300 0 15.300 2 15.500 5.600.2 3.500-5.500 4.900-14.500 4.900-8.800 0-14.700-.7-15-4.300z"
      />
      <path
        class="stone-warm"
        d="M14.500 17.500c.2-3.500 4.300-5.300 10.200-5.100 6 .2 9.600 2.200 9.300 5.300-.3 3-4.300 4.200-10.200 4-6-.1-9.500-1.200-9.300-4.200z"
      />
      <path
        class="stone-cool"
        d="M19.500 7.300c.3-2.800 2.700-4.500 5.600-4.300 3 .2 4.900 2 4.700 4.400-.2 2.500-2.400 3.700-5.400 3.600-3-.1-5.200-1.200-4.900-3.700z"
      />
    </svg>
  );
}

const SCENES = {
  /** A path that ends at a cairn not built yet: nothing here so far. */
  path: (
    <>
      <path class="hill-far" d="M0 92c26-22 46-30 70-22s40 6 62-14c18-16 42-18 68-2v66H0z" />
      <path class="hill-near" d="M0 108c36-14 66-16 100-6s66 6 100-8v26H0z" />
      <path class="trail" d="M22 116c22-8 46-2 62-12s20-18 44-22" />
      <g class="stones">
        <path
          class="stone-b"
          d="M126 80c0-4 6-6.500 15-6.500s15 2 15 6-6 5.500-15 5.500-15-1-15-5z"
        />
        <path
          class="stone-warm"
          d="M131 68c0-3.500 4-5.500 10.500-5.500S152 64.500 152 68s-4 4.700-10.500 4.700S131 71.500 131 68z"
        />
        <path
          class="stone-ghost"
          d="M135 57c0-3 2.500-4.500 6.500-4.500s6.500 1.500 6.500 4.500-2.500 4-6.500 4-6.500-1-6.500-4z"
        />
      </g>
      <circle class="sun" cx="42" cy="36" r="15" />
    </>
  ),
  /** A lens over a path: nothing found. */
  lens: (
    <>
      <path class="hill-near" d="M0 104c36-14 66-16 100-6s66 6 100-8v30H0z" />
      <path class="trail" d="M14 112c30-10 50-4 76-12m52-2c18-2 32 2 46-2" />
      <circle class="lens" cx="108" cy="58" r="32" />
      <path class="lens" d="M131 81l24 24" />
      <path class="stone-b" d="M91 71c0-4 6-6.500 16-6.500s17 2 17 6-7 5.500-17 5.500-16-1-16-5z" />
      <path
        class="stone-warm"
        d="M98 58c0-3.500 4-5.500 10-5.500s10 2 10 5.500-4 4.700-10 4.700-10-1.200-10-4.700z"
      />
      <path
        class="stone-cool"
        d="M102 47c0-3 2.500-4.500 6-4.500s6 1.500 6 4.500-2.500 4-6 4-6-1-6-4z"
      />
    </>
  ),
  /** A full cairn with a flag: it is done. */
  arrived: (
    <>
      <path class="hill-far" d="M0 92c26-22 46-30 70-22s40 6 62-14c18-16 42-18 68-2v66H0z" />
      <path class="hill-near" d="M0 108c36-14 66-16 100-6s66 6 100-8v26H0z" />
      <circle class="sun" cx="160" cy="30" r="15" />
      <path class="stone-a" d="M66 106c-1-5 9-9 33-9s37 3 37 8-14 7-36 7-33-1-34-6z" />
      <path class="stone-b" d="M74 89c0-5 9-8 26-8s28 3 28 8-10 7-28 7-26-2-26-7z" />
      <path class="stone-warm" d="M82 73c0-5 7-8 18-8s19 3 19 8-8 7-19 7-18-2-18-7z" />
      <path class="stone-b" d="M88 59c0-4 5-6 12-6s12 2 12 6-5 6-12 6-12-2-12-6z" />
      <path class="pole" d="M100 52V18" />
      <path class="stone-cool" d="M101 18c10-5 16 5 27 0l-3 15c-9 4-15-4-24 0z" />
    </>
  ),
  /** A notebook page left open: nothing written yet. */
  notebook: (
    <>
      <path class="hill-near" d="M0 108c36-10 66-12 100-4s66 4 100-6v22H0z" />
      <path class="sheet" d="M42 28q30-10 57 4v76q-27-14-57-4z" />
      <path class="sheet" d="M157 28q-30-10-57 4v76q27-14 57-4z" />
      <path
        class="trail"
        d="M54 88c12-2 10-22 22-24s10-16 14-20m22 36c10 2 12-14 22-14s10-14 14-20"
      />
      <path class="stone-warm" d="M138 42c0-4 4-6 10-6s10 2 10 6-4 5-10 5-10-1-10-5z" />
    </>
  ),
} as const;

export type DrawingName = keyof typeof SCENES;

/** A small scene for an empty state or an ending; decoration only. */
export function Drawing({ name }: { readonly name: DrawingName }) {
  return (
    <svg class="drawing" viewBox="0 0 200 120" aria-hidden="true" focusable="false">
      {SCENES[name]}
    </svg>
  );
}

/** Hills and a dotted path, as wide as the page: the edge between the page and its foot. */
export function Horizon() {
  return (
    <svg
      class="horizon"
      viewBox="0 0 1200 90"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        class="hill-far"
        d="M0 60C120 10 220 0 340 34s190 20 300-6 200-34 320 6 170 20 240 2v54H0z"
      />
      <path class="hill-near" d="M0 78c160-40 300-34 440-10s260 14 400-14 260-14 360 14v22H0z" />
    </svg>
  );
}
