import { type CustomerChoices, customerChoices } from '../../../domain/customer/choices.ts';
import { usePlaybooks } from '../../api/playbooks-provider.tsx';

export function useCustomerOptions(): CustomerChoices {
  return customerChoices([...usePlaybooks().values()]);
}
