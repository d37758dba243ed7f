// Who may import what, one row per kind of folder. A rule names its row; `+tests` is the same row for the tests that
// sit in that folder. Which module may know which is in modules.json.
const { modules } = require('./modules.json');

const TEST = '\\.test\\.tsx?$';
const OWN = '^src/modules/$1/';
const KERNEL = '^src/platform/kernel/';
const PREACT = '^node_modules/(preact|preact-render-to-string)/';
const ZOD = '^node_modules/zod/';
const FASTIFY = '^node_modules/(fastify|@fastify/[^/]+)/';
const DRIZZLE = '^node_modules/drizzle-orm/';
/** What a module draws for its neighbours' pages: docs/decisions/doors-and-formats.md */
const PAGE_DOOR = '^src/modules/[^/]+/ui\\.tsx$';
const ISLANDS = '/islands/';
/** Whose doors may be imported is the matter of `neighbour`; that only doors are, of these two. */
const DOOR = '^src/modules/[^/]+/index\\.ts$';
const PURE_DOOR = '^src/modules/[^/]+/pure\\.ts$';
const USE_CASES = [
  `${OWN}(rules|data|emails|use-cases)/`,
  '^src/platform/(?!http/)',
  DOOR,
  PURE_DOOR,
];
/** The only places that know the library behind sign-in. */
const IDENTITY = '^src/modules/accounts/use-cases/identity/';
const IDENTITY_STORE = '^src/modules/accounts/data/identity-store\\.ts$';
const IDENTITY_LIBRARY = ['^node_modules/(better-auth|@better-auth/[^/]+)/'];
const PG = '^node_modules/(pg|@types/pg)/';
const TEST_TOOLS = ['^node_modules/(vitest|fast-check)/', '^tests/'];

/** One row: what these files may import, and nothing else. */
function row(name, from, allowed, except = []) {
  return [
    {
      name,
      severity: 'error',
      from: { path: from, pathNot: [TEST, ...except] },
      to: { pathNot: allowed },
    },
    {
      name: `${name}+tests`,
      severity: 'error',
      // A test meets what it tests: the files of its own folder.
      from: { path: `${from}.*${TEST}`, pathNot: except },
      to: { pathNot: [...allowed, ...TEST_TOOLS] },
    },
  ];
}

/** These imports may only be of types. */
function typesOnly(name, from, to) {
  return {
    name,
    severity: 'error',
    from: { path: from, pathNot: TEST },
    to: { ...to, dependencyTypesNot: ['type-only'] },
  };
}

const rows = [
  ...row('rules', '^src/modules/([^/]+)/rules/', [`${OWN}rules/`, KERNEL, PURE_DOOR, DOOR]),
  typesOnly('rules-door-types', '^src/modules/([^/]+)/rules/', { path: DOOR }),

  ...row(
    'data',
    '^src/modules/([^/]+)/data/',
    [`${OWN}(rules|data)/`, KERNEL, '^src/platform/db/', DRIZZLE],
    [IDENTITY_STORE],
  ),

  ...row('use-cases', '^src/modules/([^/]+)/use-cases/', USE_CASES, [IDENTITY]),
  // docs/decisions/identity-library.md
  ...row('identity', IDENTITY, [
    ...USE_CASES.map((place) => place.replace('$1', 'accounts')),
    ...IDENTITY_LIBRARY,
    ZOD,
    '^async_hooks$',
  ]),
  ...row('identity-store', IDENTITY_STORE, [
    '^src/modules/accounts/(rules|data)/',
    KERNEL,
    '^src/platform/db/',
    DRIZZLE,
    ...IDENTITY_LIBRARY,
    PG,
  ]),

  ...row('emails', '^src/modules/([^/]+)/emails/', [
    `${OWN}(rules|emails)/`,
    KERNEL,
    '^src/ui/(mail\\.tsx|format\\.ts)$',
    PREACT,
  ]),

  ...row(
    'web',
    '^src/modules/([^/]+)/web/',
    [
      `${OWN}(use-cases|rules|web)/`,
      `${OWN}data/[^/]+\\.query\\.ts$`,
      '^src/ui/',
      '^src/platform/(http|kernel)/',
      PREACT,
      ZOD,
      FASTIFY,
      DOOR,
      PURE_DOOR,
      PAGE_DOOR,
    ],
    [ISLANDS],
  ),
  typesOnly('web-fastify-types', '^src/modules/([^/]+)/web/', { path: FASTIFY }),

  ...row('islands', '^src/modules/([^/]+)/web/(islands|[^/]+/islands)/', [
    `${OWN}rules/`,
    `${OWN}web/(islands|[^/]+/islands)/`,
    PURE_DOOR,
    '^src/ui/',
    PREACT,
  ]),

  ...row('door', '^src/modules/([^/]+)/index\\.ts$', [`${OWN}(use-cases|rules|data)/`, KERNEL]),
  typesOnly('door-types', '^src/modules/([^/]+)/index\\.ts$', {
    path: '^src/modules/$1/(rules|data)/',
  }),
  ...row('page-door', PAGE_DOOR.replace('[^/]+', '([^/]+)'), [`${OWN}web/`]),
  ...row('pure-door', '^src/modules/([^/]+)/pure\\.ts$', [`${OWN}rules/`, KERNEL]),

  ...row('kernel', '^src/platform/kernel/', [KERNEL]),
  {
    name: 'platform',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: '^src/(?!platform/)' },
  },
  {
    name: 'ui',
    severity: 'error',
    from: { path: '^src/ui/' },
    to: { path: '^src/(?!ui/|platform/kernel/)' },
  },
  ...row('main', '^src/main[^/]*\\.ts$', ['^src/app/']),
];

/** A module knows its declared neighbours, and only by their doors. */
const neighbours = [
  ...Object.entries(modules).map(([name, known]) => ({
    name: `neighbour:${name}`,
    severity: 'error',
    from: { path: `^src/modules/${name}/` },
    to: { path: `^src/modules/(?!(?:${[name, ...known].join('|')})/)` },
  })),
  {
    name: 'neighbour:undeclared',
    comment: 'A module is declared in modules.json before it is written.',
    severity: 'error',
    from: { path: `^src/modules/(?!(?:${Object.keys(modules).join('|')})/)` },
    to: {},
  },
  {
    name: 'door-only',
    severity: 'error',
    from: { path: '^src/modules/([^/]+)/' },
    to: { path: '^src/modules/(?!$1/)[^/]+/', pathNot: [DOOR, PURE_DOOR, PAGE_DOOR] },
  },
];

const everywhere = [
  {
    name: 'app-is-known-by-none',
    severity: 'error',
    from: { path: '^src/(?!app/|main[^/]*\\.ts$)', pathNot: TEST },
    to: { path: '^src/app/' },
  },
  {
    name: 'main-is-known-by-none',
    severity: 'error',
    from: { path: '^(src|tests|bench)/' },
    to: { path: '^src/main[^/]*\\.ts$' },
  },
  {
    name: 'tests-stay-outside',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: { path: `^(tests|bench)/|${TEST}` },
  },
  { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'declared-package',
    severity: 'error',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
  },
  {
    name: 'no-development-package',
    severity: 'error',
    from: { path: '^src/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

module.exports = {
  forbidden: [...rows, ...neighbours, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Types are imports too: a border that types cross is crossed.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
