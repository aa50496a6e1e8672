export { startPostgres } from './postgres-server.mjs';
export { giveServers, testDatabase } from './throwaway-database.mjs';
