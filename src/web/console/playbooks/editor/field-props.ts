import { type ComponentType, createContext } from 'react';
import type { Path } from './editor-context.tsx';
import type { SchemaNode } from './schema-node.ts';

export type FieldProps = { node: SchemaNode; path: Path; isRequired: boolean };
export type PartProps = FieldProps & { label: string; value: unknown };

/** Parts hold fields, and fields are parts: what draws a field is handed down, so that neither has to know the other. */
export const FieldContext = createContext<ComponentType<FieldProps>>(() => null);
