import type { CommandForm } from './src/forms/schema.js';

/** Names of all commands on agreements. */
export function commandNames(): readonly string[];
/** The form of every command on agreements, by its name. */
export function allForms(): Readonly<Record<string, CommandForm>>;
/** What has an order or a figure of its own. */
export function allLists(): { readonly minorDigits: Readonly<Record<string, number>> };
