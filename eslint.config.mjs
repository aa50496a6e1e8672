import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const only = (sourceTag, layers, allowedExternalImports) => ({
  sourceTag,
  onlyDependOnLibsWithTags: layers,
  ...(allowedExternalImports && { allowedExternalImports }),
});

const TESTS = ['@jest/globals', 'fast-check', 'node:*'];

// Dependencies point one way. A layer that names no packages may use any.
const boundaries = [
  only('layer:domain', ['layer:domain'], TESTS),
  only(
    'layer:workflow',
    ['layer:domain'],
    ['@temporalio/workflow', '@temporalio/common', ...TESTS],
  ),
  only(
    'layer:store',
    ['layer:domain', 'layer:infra'],
    ['kysely', 'pg', 'aws4fetch', 'pg-copy-streams', 'csv-parse/sync', 'asn1js', 'pkijs', ...TESTS],
  ),
  // What people read on paper and in their calendars, made from the state alone: no store, no server.
  only(
    'layer:documents',
    ['layer:domain'],
    ['pdfkit', 'bidi-js', 'diff', 'qrcode', 'ical-generator', 'ical.js', ...TESTS],
  ),
  only('layer:identity', ['layer:domain'], ['jose', 'zod', ...TESTS]),
  only(
    'layer:engine',
    ['layer:domain', 'layer:store', 'layer:infra'],
    ['kysely', 'pg', 'uuid', ...TESTS],
  ),
  only(
    'layer:record',
    ['layer:domain', 'layer:store', 'layer:engine', 'layer:infra'],
    ['kysely', ...TESTS],
  ),
  only(
    'layer:conductor',
    ['layer:workflow'],
    ['@temporalio/client', '@temporalio/worker', '@temporalio/proto', ...TESTS],
  ),
  only('layer:app', [
    'layer:domain',
    'layer:documents',
    'layer:store',
    'layer:engine',
    'layer:record',
    'layer:conductor',
    'layer:identity',
    'layer:workflow',
    'layer:infra',
    'layer:client',
  ]),
  only('layer:infra', ['layer:infra']),
  only('layer:client', [], ['openapi-fetch', ...TESTS]),
  // The console speaks to the product over HTTP alone.
  only('layer:console', ['layer:client']),
  only('layer:test', ['*']),
];

export default tseslint.config(
  { ignores: ['**/dist', '.nx', '.twinning', '.twinning-cache'] },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['apps/console/public/*.js'],
    languageOptions: { globals: globals.serviceworker },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: tseslint.configs.recommendedTypeChecked,
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { '@nx': nx },
    rules: {
      // An ambient module can name a type of the project in no other way than import().
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@nx/enforce-module-boundaries': ['error', { depConstraints: boundaries }],
    },
  },
  {
    files: ['libs/domain/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setInterval', 'Buffer', 'console'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'crypto', 'path'],
              message: 'Deterministic code: no Node built-ins.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in with the command.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in with the command.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'No randomness in the domain.',
        },
        {
          selector:
            ':matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]',
          message: 'The domain is synchronous.',
        },
      ],
    },
  },
);
