/** Where gates and lists of work lead to. */
export const coordinationId = 'coordination';
