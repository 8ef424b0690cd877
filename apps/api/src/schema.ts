// Writes the schema that the code makes to schema.graphql, or with --check tells whether it is there.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { RESOLVERS } from './app.module.js';

const FILE = join(process.cwd(), 'apps/api/schema.graphql');
const HEAD = '# Generated from the code by `npm run schema`.\n\n';

const builder = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: ['error'] });
await builder.init();
const schema = await builder.get(GraphQLSchemaFactory).create(RESOLVERS);
const text = `${HEAD}${printSchema(lexicographicSortSchema(schema))}\n`;
await builder.close();

if (!process.argv.includes('--check')) {
  await writeFile(FILE, text);
} else if ((await readFile(FILE, 'utf8')) !== text) {
  process.stderr.write('apps/api/schema.graphql is not what the code says: npm run schema\n');
  process.exitCode = 1;
}
