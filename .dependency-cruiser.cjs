/** Who may import whom. Every lib may import what stands beside it, and itself. */
const mayImport = {
  domain: [],
  matching: ['domain'],
  platform: ['domain'],
  identity: ['domain', 'platform'],
  taxonomy: ['domain', 'platform'],
  programmes: ['domain', 'platform'],
  postings: ['domain', 'platform', 'identity', 'taxonomy', 'programmes'],
  matches: ['domain', 'platform', 'identity', 'taxonomy', 'programmes', 'postings', 'matching'],
  notifications: ['domain', 'platform', 'identity', 'postings', 'matches'],
  privacy: ['domain', 'platform', 'identity', 'postings', 'matches', 'notifications'],
  exchange: ['domain', 'platform', 'identity', 'taxonomy', 'postings', 'matches'],
  reports: ['domain', 'platform'],
};

const tests = String.raw`\.(spec|e2e|fixture)\.tsx?$|^apps/[^/]+/test/`;
const anyOf = (names) => `^libs/(${names.join('|')})/`;

const layers = Object.entries(mayImport).map(([lib, others]) => ({
  name: `${lib}-imports-only-${others.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: tests },
  to: { path: '^libs/', pathNot: anyOf([lib, ...others]) },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libs-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: tests },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-are-entered-through-their-index',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps)/' },
      to: { path: '^libs/[^/]+/', pathNot: ['^$1/', '^libs/[^/]+/src/index[.]ts$'] },
    },
    {
      name: 'pages-know-only-the-domain',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: tests },
      to: { path: '^libs/', pathNot: '^libs/domain/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: [tests, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'the-core-is-pure',
      comment: 'No framework, no database, no input or output: functions over plain data.',
      severity: 'error',
      from: { path: '^libs/(domain|matching)/src/', pathNot: tests },
      to: {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(@casl/ability|@orama/stemmers|franc-min|stopword|@types/stopword)/',
      },
    },
    {
      name: 'no-unresolvable-import',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'programs-use-no-development-package',
      comment: 'The evaluation compares with packages that no program runs.',
      severity: 'error',
      from: {
        path: '^(libs|apps/(api|worker|cli))/',
        pathNot: [tests, '^libs/testing/', '^apps/cli/src/evaluation/'],
      },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/|^apps/web/vite[.]config' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
