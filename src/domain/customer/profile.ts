/** What is known about a customer that names the person; kept only under the customer's own key. */
export type CustomerProfile = {
  name: string;
  contact: string;
  /** The organisation's own number for this customer. */
  number: string;
  note: string;
};

export const emptyProfile: CustomerProfile = { name: '', contact: '', number: '', note: '' };
