export { type ChangeStaffDeps, changeStaff } from './change-staff.ts';
export { addStaff, createStaff, type StaffDeps } from './create-staff.ts';
export { createToken } from './create-token.ts';
export { indexOrganisation, type LiveDirectory, openDirectory } from './directory.ts';
export { checkDepartments, ensureDepartments } from './known-departments.ts';
export { type OrganisationDeps, registerOrganisationRoutes } from './routes.ts';
export { saveDepartment } from './save-department.ts';
export { type PlaybookChoice, type SetUpDeps, setUp, setUpWithoutKey } from './set-up.ts';
export { makeSetupKey } from './set-up-key.ts';
