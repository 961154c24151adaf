import { z } from 'zod';
import { statuses } from '../domain/playbook/schema.ts';
import { fieldSchema } from '../domain/playbook/schema-form.ts';
import { attachmentLimits, uploadIds, uploadView } from './attachment.ts';
import { answers, code, freeText, instant, names } from './common.ts';
import { portalIncident } from './incident.ts';

/** What the public page needs to draw its form: the portal playbook's first form, its options and the organisation's name. */
export const portalDoor = z.object({
  organisation: z.string(),
  playbook: code,
  ratings: z.array(z.object({ id: code, name: names, isSatisfied: z.boolean() })),
  ratingDimensions: z.array(z.object({ id: code, name: names })),
  types: z.array(z.object({ id: code, name: names })),
  /** Further questions of the registration form that the playbook asks customers. */
  fields: z.array(fieldSchema),
  attachmentLimits,
});
export const portalRequestBody = z.strictObject({
  name: freeText(60).min(1),
  contact: freeText(120).min(3),
  type: code,
  description: freeText(8_000).min(4),
  /** Further answers of the registration form, such as an order number. */
  answers: answers.default({}),
});
/** Number and contact together open a request; nothing else does. */
export const portalKey = z.strictObject({
  number: z.string().trim().toUpperCase().max(60),
  contact: freeText(120).min(3),
});
export const portalRequestCreated = z.object({ number: z.string() });
export const portalView = z.object({
  number: z.string(),
  status: z.enum(statuses),
  stage: names,
  receivedAt: instant,
  eta: instant.nullable(),
  /** What is known of the failure that many customers report just now. */
  incident: portalIncident.nullable(),
  description: z.string(),
  messages: z.array(
    z.object({
      /** `noted`: a colleague wrote down what the customer said elsewhere, as on the phone; how they put it stays inside. */
      from: z.enum(['customer', 'team', 'noted']),
      at: instant,
      /** Empty where files came without words, where the customer only asked where it stands, and where it was only noted. */
      message: z.string(),
      attachments: z.array(uploadView),
    }),
  ),
  /** What is proposed to the customer; null where nothing is. `answer` is the customer's own. */
  solution: z
    .object({
      round: z.int(),
      text: z.string(),
      by: instant.nullable(),
      answer: z.enum(['pending', 'confirmed', 'objected']),
      canAnswer: z.boolean(),
    })
    .nullable(),
  canRate: z.boolean(),
  canChase: z.boolean(),
  /** By when somebody answers the customer's chase; null when none is unanswered, or nothing is promised for it. */
  chaseAnswerBy: instant.nullable(),
  rating: code.nullable(),
  ratings: z.array(z.object({ id: code, name: names, isSatisfied: z.boolean() })),
  ratingDimensions: z.array(z.object({ id: code, name: names })),
});
export type PortalView = z.infer<typeof portalView>;
/** Words, files or both. */
export const portalMessageBody = portalKey.extend({ message: freeText(8_000), attachments: uploadIds });
export const portalSolutionBody = portalKey.extend({
  round: z.int().positive(),
  answer: z.enum(['confirmed', 'objected']),
  note: freeText(4_000).default(''),
});
export const portalRatingBody = portalKey.extend({
  rating: code,
  dimensions: z.record(z.string().max(60), z.string().max(60)).default({}),
  remark: freeText(4_000).default(''),
});

const tag = 'portal';

export const portalEndpoints = {
  portalDoor: {
    method: 'GET',
    path: '/portal',
    tag,
    summary: 'What the public page needs',
    reply: portalDoor,
  },
  portalSubmit: {
    method: 'POST',
    path: '/portal/requests',
    tag,
    summary: 'A customer submits a request',
    body: portalRequestBody,
    reply: portalRequestCreated,
    status: 201,
    repeats: 'own',
  },
  portalFollow: {
    method: 'POST',
    path: '/portal/follow',
    tag,
    summary: 'Follow a request by number and contact',
    body: portalKey,
    reply: portalView,
  },
  portalMessage: {
    method: 'POST',
    path: '/portal/messages',
    tag,
    summary: 'Add a message to a request',
    body: portalMessageBody,
    reply: portalView,
  },
  portalChase: {
    method: 'POST',
    path: '/portal/chase',
    tag,
    summary: 'Ask where it stands (催办)',
    body: portalKey,
    reply: portalView,
  },
  portalSolution: {
    method: 'POST',
    path: '/portal/solution',
    tag,
    summary: 'Accept the solution, or object with the reason',
    body: portalSolutionBody,
    reply: portalView,
  },
  portalRate: {
    method: 'POST',
    path: '/portal/rating',
    tag,
    summary: 'Answer the satisfaction survey',
    body: portalRatingBody,
    reply: portalView,
  },
} as const;
