import type { StaffRole } from '../playbook/schema-parts.ts';

/** Who may keep queue views for everybody. Their own everybody may. */
const sharers: readonly StaffRole[] = ['supervisor', 'admin'];

type Reader = { id: number; roles: readonly StaffRole[] };

export function mayShareViews({ roles }: Reader): boolean {
  return roles.some((role) => sharers.includes(role));
}

/** What is everybody's is kept by those who may make it so, also after its maker has left. */
export function mayChangeView(reader: Reader, view: { staffId: number; isShared: boolean }): boolean {
  return view.isShared ? mayShareViews(reader) : view.staffId === reader.id;
}
