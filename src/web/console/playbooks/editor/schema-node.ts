import { z } from 'zod';
import { playbookSchema } from '../../../../domain/playbook/schema.ts';

/** What the form needs of the playbook's JSON Schema, so that whatever the vocabulary gains can be filled in without more code. */
export type SchemaNode = {
  type?: string | string[];
  enum?: (string | boolean)[];
  const?: unknown;
  description?: string;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  additionalProperties?: SchemaNode | boolean;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  minItems?: number;
  maxLength?: number;
  default?: unknown;
};

export const playbookNode = z.toJSONSchema(playbookSchema, {
  io: 'input',
  target: 'draft-7',
  reused: 'inline',
}) as SchemaNode;

export type NodeKind =
  | 'names'
  | 'map'
  | 'record'
  | 'choices'
  | 'texts'
  | 'entries'
  | 'choice'
  | 'switch'
  | 'number'
  | 'text'
  | 'target';

export function kindOf(node: SchemaNode): NodeKind {
  if (node.anyOf) return node.anyOf.some(({ type }) => type === 'object') ? 'target' : 'text';
  if (node.type === 'object') return objectKind(node);
  if (node.type === 'array') return arrayKind(node.items ?? {});
  if (node.enum) return 'choice';
  if (node.type === 'boolean') return 'switch';
  return node.type === 'integer' || node.type === 'number' ? 'number' : 'text';
}

function objectKind({ properties }: SchemaNode): NodeKind {
  if (!properties) return 'record';
  return Object.keys(properties).sort().join() === 'en,zh' ? 'names' : 'map';
}

function arrayKind(items: SchemaNode): NodeKind {
  if (items.enum) return 'choices';
  return items.type === 'object' ? 'entries' : 'texts';
}

const unnamed = { zh: '未命名', en: 'Unnamed' };

/** The least that an entry or part must have; ids that are not taken yet. */
export function blankOf(node: SchemaNode, taken: ReadonlySet<string>): unknown {
  switch (kindOf(node)) {
    case 'names':
      return unnamed;
    case 'map': {
      const entries = Object.entries(node.properties ?? {}).filter(([key]) => node.required?.includes(key));
      return Object.fromEntries(
        entries.map(([key, inner]) => [key, key === 'id' ? freeId(taken) : blankOf(inner, taken)]),
      );
    }
    case 'record':
      return {};
    case 'choices':
      return node.items?.enum?.slice(0, node.minItems ?? 0) ?? [];
    case 'entries':
      return Array.from({ length: node.minItems ?? 0 }, () => blankOf(node.items ?? {}, taken));
    case 'texts':
      return [];
    case 'choice':
      return node.enum?.[0];
    case 'switch':
      return false;
    case 'number':
      return 1;
    case 'target':
      return '1h';
    case 'text':
      return '';
  }
}

function freeId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`new-${number}`)) return `new-${number}`;
}
