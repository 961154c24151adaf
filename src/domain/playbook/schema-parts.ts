import { z } from 'zod';

/** Lower-case words joined by hyphens; names things inside a playbook and in the API. */
export const identifier = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, starting with a letter');

const label = z.string().trim().min(1).max(400);

export const bilingual = z.strictObject({ zh: label, en: label });
export type Bilingual = z.infer<typeof bilingual>;

/**
 * Who may do something. The first seven are roles that staff hold; `owner` is whoever owns the ticket,
 * `interface` nobody else but the person who registered it.
 */
export const staffRoles = ['agent', 'supervisor', 'specialist', 'contact', 'quality', 'manager', 'admin'] as const;
export const roles = [...staffRoles, 'owner', 'interface'] as const;
/** Who takes part in settling a demand: the customer, a department, or somebody outside as a carrier or supplier. */
export const partyKinds = ['customer', 'department', 'external'] as const;
export type PartyKind = (typeof partyKinds)[number];

export type StaffRole = (typeof staffRoles)[number];
export type Role = (typeof roles)[number];
