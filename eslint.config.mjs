import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['**/*.{ts,tsx}'];
const specs = ['**/*.{spec,e2e,fixture}.{ts,tsx}', 'apps/*/test/**', 'libs/testing/**'];

const atMostFourParameters = ['FunctionDeclaration', 'ArrowFunctionExpression']
  .concat([
    // A constructor lists what is injected into a class; everything else takes an object instead.
    ':not(MethodDefinition[kind="constructor"]) > FunctionExpression',
    'TSEmptyBodyFunctionExpression',
  ])
  .map((kind) => ({
    selector: `${kind}[params.length>4]`,
    message: 'At most four parameters: take an object.',
  }));

const noRawOrder = {
  selector:
    'CallExpression[callee.property.name=/^(orderBy|addOrderBy)$/]:not([arguments.0.type="Literal"])',
  message: 'TypeORM executes what it is given as an order: name the column here.',
};

const noSave = {
  selector: 'CallExpression[callee.property.name="save"]',
  message: 'save() lets a stale copy win silently: update by id and version, require one row.',
};

export default defineConfig(
  globalIgnores(['dist/', '.data/', '.build-*/', '**/generated/', '**/*.d.ts']),
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', ...atMostFourParameters, noRawOrder],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'AbortController',
          'AbortSignal',
          'Buffer',
          'URL',
          'clearTimeout',
          'console',
          'fetch',
          'module',
        ]
          .concat(['process', 'setInterval', 'setTimeout'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // Functions of theirs run in a page.
    files: ['tools/{figures,screens}/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['MessageChannel', 'PerformanceObserver', 'addEventListener', 'document', 'performance']
          .concat(['requestAnimationFrame'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      // Rows, inputs and GraphQL types are shapes: a plain object of that shape is one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // It would ask for the "!" that no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['apps/{api,worker,web}/src/**', 'libs/**'],
    ignores: ['apps/*/src/{main,schema}.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['apps/web/src/**'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
  {
    files: ['libs/platform/src/migrations/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['libs/{postings,matches}/**'],
    rules: { 'no-restricted-syntax': ['error', ...atMostFourParameters, noRawOrder, noSave] },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // What a test takes apart has no declared type.
    files: specs,
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
