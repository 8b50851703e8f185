import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const now = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take a Clock instead: tests move it.' },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Take a Clock instead: tests move it.',
  },
];

const environment = [{ object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' }];

const budgets = {
  'max-lines': ['error', 200],
  'max-lines-per-function': ['error', { max: 40, skipComments: true }],
  'max-params': ['error', 4],
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...now],
      'no-restricted-properties': ['error', ...environment],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      // A decorated class may have nothing but decorated methods, or be nothing but its decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Our parts are object literals whose functions do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Rows and inputs are classes for their decorators only: they are copied and compared as plain data.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Many functions are asynchronous because of whoever calls them.
      '@typescript-eslint/require-await': 'off',
      // `void action()` at the end of a one-line function says that its answer is of no interest.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: budgets },
  // Each decorated parameter is an argument of the schema or the context: their number is the schema's business.
  { files: ['src/**/*.resolver.ts'], rules: { 'max-params': 'off' } },
  { files: ['src/config.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['src/kernel/clock.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'no-restricted-properties': 'off',
      // Tests look into JSON answers, whose shape is what they assert.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        ...{ process: 'readonly', module: 'writable', require: 'readonly', console: 'readonly' },
        ...{ fetch: 'readonly', URL: 'readonly' },
      },
    },
  },
);
