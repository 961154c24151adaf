import type { ErrorEntry } from '../../contract/errors.ts';
import { renderSchema } from './docs-schema.ts';
import { docsStyle } from './docs-style.ts';
import { type Html, html, join } from './html.ts';
import type { JsonSchema, OpenApiDocument, Operation } from './openapi-document.ts';

type Entry = { method: string; path: string; anchor: string; operation: Operation };

/** The API on one page that needs nothing from outside: by subject, each operation with what it takes and gives, then all errors. */
export function renderDocsPage(document: OpenApiDocument, errors: Readonly<Record<string, ErrorEntry>>): string {
  const schemas = document.components?.schemas ?? {};
  const groups = Map.groupBy(listEntries(document), ({ operation }) => operation.tags?.[0] ?? 'other');
  const { title, version, description } = document.info;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${title} API ${version}</title><style>${docsStyle}</style></head><body>
<nav aria-label="Contents"><strong>${title}</strong> <small>API ${version}</small>
${join([...groups].map(([tag, entries]) => html`<h2>${tag}</h2><ul>${join(entries.map(renderLink))}</ul>`))}
<h2>shapes</h2><ul>${join(Object.keys(schemas).map((name) => html`<li><a href="#schema-${name}">${name}</a></li>`))}</ul>
<h2>errors</h2><ul><li><a href="#errors">All error codes</a></li></ul></nav>
<main><h1>${title} API</h1><p>${withCode(description ?? '')}</p>
<p>For programs: <a href="openapi.json">openapi.json</a> (OpenAPI ${document.openapi})</p>
${join([...groups].map(([tag, entries]) => html`<section><h2 id="tag-${tag}">${tag}</h2>${join(entries.map((entry) => renderEntry(entry)))}</section>`))}
<section><h2 id="shapes">Shapes</h2>${join(Object.entries(schemas).map(renderShape))}</section>
<section><h2 id="errors">Error codes</h2>${renderErrors(errors)}</section></main></body></html>`.toString();
}

/** Words between backticks as code. */
function withCode(text: string): Html {
  const parts = text.split('`');
  return join(
    parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)),
    '',
  );
}

function listEntries(document: OpenApiDocument): Entry[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      anchor: operation.operationId ?? `${method}-${path.replace(/[^a-z0-9]+/gi, '-')}`,
      operation,
    })),
  );
}

const renderLink = ({ method, path, anchor }: Entry): Html =>
  html`<li><a href="#${anchor}"><b class="${method.toLowerCase()}">${method}</b> ${path.replace('/api/v1', '')}</a></li>`;

function renderEntry({ method, path, anchor, operation }: Entry): Html {
  const body = Object.entries(operation.requestBody?.content ?? {});
  const responses = Object.entries(operation.responses ?? {}).filter(([status]) => status !== 'default');
  return html`<article id="${anchor}"><h3><a href="#${anchor}"><b class="${method.toLowerCase()}">${method}</b> <code>${path}</code></a></h3>
<p>${withCode(operation.summary ?? '')}</p>${operation.description ? html`<p>${withCode(operation.description)}</p>` : ''}
${renderParameters(operation)}
${join(body.map(([type, { schema }]) => html`<h4>Body <small>${type}</small></h4>${schema ? renderSchema(schema) : ''}`))}
${join(responses.map(([status, { content }]) => renderReply(status, Object.entries(content ?? {}))))}</article>`;
}

/** What many replies are, once. */
const renderShape = ([name, schema]: [string, JsonSchema]): Html =>
  html`<article id="schema-${name}"><h3>${name}</h3>${renderSchema(schema)}</article>`;

function renderParameters({ parameters = [] }: Operation): Html | '' {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      html`<tr><td><code>${name}</code>${required ? html`<sup title="required">*</sup>` : ''}</td><td>${place}</td><td>${schema ? renderSchema(schema) : ''} ${description ?? ''}</td></tr>`,
  );
  return html`<h4>Parameters</h4><table><tbody>${join(rows)}</tbody></table>`;
}

function renderReply(status: string, content: [string, { schema?: JsonSchema }][]): Html {
  if (content.length === 0) return html`<h4>Reply <small>${status}, no body</small></h4>`;
  return join(
    content.map(
      ([type, { schema }]) =>
        html`<details><summary>Reply <small>${status} ${type}</small></summary>${schema ? renderSchema(schema) : ''}</details>`,
    ),
  );
}

function renderErrors(errors: Readonly<Record<string, ErrorEntry>>): Html {
  const rows = Object.entries(errors).map(
    ([code, { status, zh, en, remedyZh, remedyEn }]) =>
      html`<tr id="${code}"><td><code>${code}</code></td><td>${String(status)}</td><td>${en}. ${remedyEn}.<br><span lang="zh">${zh}。${remedyZh}。</span></td></tr>`,
  );
  return html`<table><tbody>${join(rows)}</tbody></table>`;
}
