/** Where a PostgreSQL server is and who connects; the fields `pg` takes. */
export type Connection = {
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
  connectionString?: string;
};
