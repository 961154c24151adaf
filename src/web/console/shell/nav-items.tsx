import {
  ApartmentOutlined,
  BarChartOutlined,
  BellOutlined,
  BranchesOutlined,
  CommentOutlined,
  CompassOutlined,
  FileDoneOutlined,
  InboxOutlined,
  KeyOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SearchOutlined,
  TeamOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { StaffRole } from '../../../contract/organisation.ts';
import { reviewers } from '../../../domain/access/review-rules.ts';
import { paths } from '../app/paths.ts';

type NavKey =
  | 'work'
  | 'queues'
  | 'tracking'
  | 'incidents'
  | 'search'
  | 'cases'
  | 'notices'
  | 'outputs'
  | 'reviews'
  | 'phrases'
  | 'playbooks'
  | 'staff'
  | 'departments'
  | 'tokens';
export type NavItem = {
  key: NavKey;
  icon: ReactNode;
  link: { to: string };
  group: 'daily' | 'admin';
  /** Only for these; the default is everybody. */
  roles?: readonly StaffRole[];
};

const admins = ['admin'] as const;

export const navItems: readonly NavItem[] = [
  { key: 'work', icon: <CompassOutlined />, link: paths.work(), group: 'daily' },
  { key: 'queues', icon: <InboxOutlined />, link: paths.queues(), group: 'daily' },
  { key: 'tracking', icon: <ScheduleOutlined />, link: paths.tracking(), group: 'daily' },
  { key: 'incidents', icon: <ThunderboltOutlined />, link: paths.incidents(), group: 'daily' },
  { key: 'search', icon: <SearchOutlined />, link: paths.search(), group: 'daily' },
  { key: 'cases', icon: <ReadOutlined />, link: paths.cases(), group: 'daily' },
  { key: 'notices', icon: <BellOutlined />, link: paths.notices(), group: 'daily' },
  { key: 'outputs', icon: <FileDoneOutlined />, link: paths.outputs(), group: 'daily' },
  { key: 'reviews', icon: <BarChartOutlined />, link: paths.reviews(), group: 'daily', roles: reviewers },
  { key: 'phrases', icon: <CommentOutlined />, link: paths.phrases(), group: 'admin' },
  { key: 'playbooks', icon: <BranchesOutlined />, link: paths.playbooks(), group: 'admin' },
  { key: 'staff', icon: <TeamOutlined />, link: paths.staff(), group: 'admin', roles: admins },
  { key: 'departments', icon: <ApartmentOutlined />, link: paths.departments(), group: 'admin', roles: admins },
  { key: 'tokens', icon: <KeyOutlined />, link: paths.tokens(), group: 'admin', roles: admins },
];

export function visibleTo(roles: readonly StaffRole[]): NavItem[] {
  return navItems.filter((item) => item.roles?.some((role) => roles.includes(role)) ?? true);
}
