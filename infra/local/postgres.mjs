export { startPostgres } from './postgres-server.mjs';
export { testDatabase } from './throwaway-database.mjs';
