export * from './attachments.js';
export * from './bucket-vault.js';
export * from './content.js';
export * from './erased-files.js';
export * from './feeds.js';
export * from './folder-vault.js';
export * from './migrate.js';
export * from './open-vault.js';
export { sha256Of, VaultAfter, type Vault } from './vault.js';
