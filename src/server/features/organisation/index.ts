export { createStaff } from './create-staff.ts';
export { createToken } from './create-token.ts';
export { type LiveDirectory, openDirectory } from './directory.ts';
export { bringDepartments, completeDepartments, ensureDepartments } from './known-departments.ts';
export { registerOrganisationRoutes } from './routes.ts';
export { saveDepartment } from './save-department.ts';
export { type PlaybookChoice, setUpWithoutKey } from './set-up.ts';
export { makeSetupKey } from './set-up-key.ts';
export { chosenPlaybook, readOrganisationSetting } from './store-settings.ts';
