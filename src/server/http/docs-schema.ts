import { type Html, html, join } from './html.ts';
import type { JsonSchema } from './openapi-document.ts';

const deepest = 6;

/** A JSON Schema as nested lists of fields: name, type, limits, meaning. Shapes with a name of their own are links. */
export function renderSchema(schema: JsonSchema, depth = 0): Html {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#schema-${name}"><i>${name}</i></a>`;
  }
  const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const about = schema.description ? html` <span class="about">${schema.description}</span>` : '';
  if (parts.length > 0 && depth < deepest) {
    const isOptional = parts.length === 2 && parts.some(({ type }) => type === 'null');
    const main = parts.find(({ type }) => type !== 'null');
    if (isOptional && main) return html`${renderSchema(main, depth)} <i>or null</i>${about}`;
    const word = schema.allOf ? 'all of' : 'one of';
    return html`<i>${word}</i>${about}<ul>${join(parts.map((part) => html`<li>${renderSchema(part, depth + 1)}</li>`))}</ul>`;
  }
  return html`<i>${describeType(schema)}</i>${about}${renderInside(schema, depth)}`;
}

function renderInside(schema: JsonSchema, depth: number): Html | '' {
  if (depth >= deepest) return '';
  if (schema.items) return html` of ${renderSchema(schema.items, depth + 1)}`;
  if (schema.properties) {
    const required = new Set(schema.required);
    const fields = Object.entries(schema.properties).map(
      ([name, field]) =>
        html`<li><code>${name}</code>${required.has(name) ? html`<sup title="always there">*</sup>` : ''} ${renderSchema(field, depth + 1)}</li>`,
    );
    return html`<ul>${join(fields)}</ul>`;
  }
  if (typeof schema.additionalProperties === 'object')
    return html` of ${renderSchema(schema.additionalProperties, depth + 1)}`;
  return '';
}

function describeType(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const type = schema.type === undefined ? 'any' : [schema.type].flat().join(' or ');
  const limits = [
    schema.format,
    range(schema.minLength, schema.maxLength, 'characters'),
    range(schema.minItems, schema.maxItems, 'items'),
    range(schema.minimum ?? above(schema), atMost(schema.maximum), ''),
    schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
  ].filter(Boolean);
  return limits.length > 0 ? `${type} (${limits.join(', ')})` : type;
}

/** Ids and counts are whole numbers: above 0 is from 1. */
const above = ({ exclusiveMinimum }: JsonSchema) => (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);

/** The safe-integer limits are true of every number here and would only be noise. */
const atMost = (maximum: number | undefined) => (maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum);

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  const from = least === Number.MIN_SAFE_INTEGER ? undefined : least;
  if (from === undefined && most === undefined) return undefined;
  if (from === undefined) return `≤ ${most} ${unit}`.trim();
  return most === undefined ? `≥ ${from} ${unit}`.trim() : `${from} to ${most} ${unit}`.trim();
}
