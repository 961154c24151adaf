import type { FormRule } from 'antd';
import type { z } from 'zod';

/** A form rule that asks the contract: what the server would refuse is refused here, in the reader's language. */
export function zodRule(schema: z.ZodType, message: string): FormRule {
  return {
    validator: (_, value) =>
      schema.safeParse(value ?? '').success ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}
