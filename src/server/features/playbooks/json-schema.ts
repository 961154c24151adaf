import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { playbookSchema } from '../../../domain/playbook/schema.ts';

/**
 * The JSON Schema that editors check and complete playbooks with, made from the zod schema. `node src/server/features/playbooks/json-schema.ts`
 * writes it beside them; a test says when that is due.
 */
export function playbookJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(playbookSchema, { io: 'input', target: 'draft-7', reused: 'inline' });
  return { $schema, title: 'Huiyin playbook', description: 'How to write one: docs/guides/playbooks.md', ...schema };
}

export const jsonSchemaFile = 'playbook.schema.json';

if (import.meta.main) {
  const file = join(import.meta.dirname, '../../../../playbooks', jsonSchemaFile);
  await writeFile(file, `${JSON.stringify(playbookJsonSchema(), null, 2)}\n`);
  console.log(`Wrote ${file}; format it with biome`);
}
